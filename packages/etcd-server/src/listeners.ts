import {
  type Accept,
  createGrpcListener,
  createHttpListener,
  createJsonGateway,
  type GrpcListenerOptions,
  type MuxTls,
  type PortMux,
  type Router,
  startPortMux,
} from "@leaderlab/rpc";
import { type AccessRules, openToAll, originHeaders } from "./http/access-control.ts";
import type { HttpHandler } from "./http/exchange.ts";
import { etcdDialect } from "./http/gateway-endpoint.ts";
import { createHttpEndpoints } from "./http/http-endpoints.ts";
import { createMonitoringEndpoints } from "./http/monitoring-endpoints.ts";
import { etcdWebSockets } from "./http/web-sockets.ts";
import { describeError, type Log, silentLog } from "./log.ts";
import { logRejected } from "./tls/log-rejected.ts";

/** A place to listen at. */
export interface ListenAddress {
  /** An IP address or `localhost`; left out with `socketPath`. */
  readonly host?: string;
  /** 0: the system chooses. */
  readonly port?: number;
  /** A unix socket instead of a port. */
  readonly socketPath?: string;
  readonly tls?: MuxTls;
  /** With `tls`: connections without TLS are taken, too. */
  readonly alsoPlain?: boolean;
  /** Default: all that etcd serves to clients. "metrics": what monitoring asks for, over HTTP alone. */
  readonly serves?: ServedTraffic;
}

/** What is served at a place. */
export type ServedTraffic = "grpc+http" | "grpc" | "http" | "metrics";

export interface ListenersOptions {
  readonly listen?: readonly ListenAddress[];
  readonly host?: string;
  readonly port?: number;
  readonly maxRequestBytes?: number;
  readonly maxConcurrentStreams?: number;
  /** Silent gRPC connections are pinged; never when left out. */
  readonly keepaliveIntervalMs?: number;
  readonly keepaliveTimeoutMs?: number;
  /** A gRPC client that pings more often than that is sent away; left out: none is. */
  readonly minPingIntervalMs?: number;
  readonly hasGateway?: boolean;
  /** Who may ask over HTTP; default: everybody. */
  readonly access?: AccessRules;
  readonly log?: Log;
}

/** The open ports of a server. */
export interface Listeners {
  /** Closes the ports and cuts every connection. */
  stop(): Promise<void>;
}

/** etcd's default bound of a request. */
export const defaultMaxRequestBytes = 1.5 * 1024 * 1024;

/** gRPC's framing and metadata come on top of etcd's request limit. Mirrors: etcd embed grpcOverheadBytes. */
const grpcOverheadBytes = 512 * 1024;

/** What is served at every place, and where that is. */
export interface ServedParts {
  readonly router: Router;
  /** HTTP endpoints beside the gateway, by path. */
  readonly handlers: ReadonlyMap<string, HttpHandler>;
  /** Each place is added as it opens. */
  readonly endpoints: string[];
  /** See `HttpEndpointsOptions`; left out: never. */
  readonly namesUsers?: () => boolean;
}

/**
 * Serves a router over gRPC, JSON and etcd's HTTP endpoints at every place. Rejects with Node's error when one cannot be
 * had; then nothing is left open.
 */
export async function startListeners(
  { router, handlers, endpoints, namesUsers }: ServedParts,
  options: ListenersOptions,
): Promise<Listeners> {
  const { log = silentLog, maxRequestBytes = defaultMaxRequestBytes } = options;
  const { hasGateway = true, host = "127.0.0.1", port = 0, access = openToAll } = options;
  const maxMessageBytes = maxRequestBytes + grpcOverheadBytes;
  const dialect = { ...etcdDialect, maxMessageBytes };
  const gateway = hasGateway ? createJsonGateway(router, dialect) : undefined;
  const answer = createHttpEndpoints({
    gateway,
    access,
    ...(namesUsers && { namesUsers }),
    handlers,
  });
  const onFault = (error: unknown) =>
    log("error", "an HTTP request failed", { error: describeError(error) });
  const http = createHttpListener(answer, onFault, gateway && etcdWebSockets(gateway, access));
  const metrics = createHttpListener(createMonitoringEndpoints(handlers), onFault);
  const { keepaliveIntervalMs, keepaliveTimeoutMs, minPingIntervalMs } = options;
  const grpcOptions: GrpcListenerOptions = {
    maxRequestBytes: maxMessageBytes,
    ...(options.maxConcurrentStreams !== undefined && {
      maxConcurrentStreams: options.maxConcurrentStreams,
    }),
    ...(minPingIntervalMs !== undefined && { pings: { minIntervalMs: minPingIntervalMs } }),
    ...(keepaliveIntervalMs !== undefined &&
      keepaliveTimeoutMs !== undefined && {
        keepalive: { intervalMs: keepaliveIntervalMs, timeoutMs: keepaliveTimeoutMs },
      }),
  };
  const grpcAlone = createGrpcListener(router, grpcOptions);
  const grpc = createGrpcListener(router, {
    ...grpcOptions,
    http: { headers: (request) => originHeaders(request, access), serve: http.serve },
  });
  const accepts = {
    grpc: grpc.accept,
    grpcAlone: grpcAlone.accept,
    http: http.accept,
    metrics: metrics.accept,
  };
  const muxes: PortMux[] = [];
  const stop = async () => {
    for (const mux of muxes) mux.close();
    grpc.destroy();
    grpcAlone.destroy();
    await Promise.all(muxes.map((mux) => mux.stop()));
  };
  try {
    for (const place of options.listen ?? [{ host, port }]) {
      const mux = await startPortMux({
        ...place,
        ...acceptsOf(place, accepts),
        closesPlain: true,
        onTlsError: (error, peer, socket) => logRejected(log, { error, peer, socket }),
      });
      muxes.push(mux);
      if (place.serves !== "metrics") endpoints.push(endpointOf(place, mux));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** Which protocols a place takes, and who answers them. */
function acceptsOf(
  { serves = "grpc+http" }: ListenAddress,
  accepts: Readonly<Record<"grpc" | "grpcAlone" | "http" | "metrics", Accept>>,
): { readonly grpc?: Accept; readonly http?: Accept } {
  if (serves === "metrics") return { http: accepts.metrics };
  if (serves === "grpc") return { grpc: accepts.grpcAlone };
  return { http: accepts.http, ...(serves !== "http" && { grpc: accepts.grpc }) };
}

function endpointOf(place: ListenAddress, mux: PortMux): string {
  const secure = place.tls !== undefined;
  if (place.socketPath !== undefined) return `${secure ? "unixs" : "unix"}://${mux.address}`;
  return `${secure ? "https" : "http"}://${mux.address}`;
}
