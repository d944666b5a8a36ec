import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Clock } from "@leaderlab/clock";
import { goListenError } from "@leaderlab/golang";
import {
  createGrpcListener,
  createHttpListener,
  createJsonGateway,
  createWebSocketGateway,
  type JsonDialect,
  type MuxTls,
  type PortMux,
  type Router,
  RpcError,
  sendError,
  startPortMux,
} from "@leaderlab/rpc";
import { allowOrigins } from "./allow-origins.ts";
import { formatAddress, type ListenAddress } from "./config/listen-address.ts";
import { startupTexts } from "./errors.ts";
import type { Log } from "./log.ts";
import type { OpenPorts } from "./surroundings.ts";

/** How lnd's REST proxy speaks JSON. */
const lndDialect: JsonDialect = {
  unary: { emitUnset: true, separator: ", " },
  stream: { emitUnset: true, separator: "," },
  ignoreUnknown: false,
  errorSpace: "\u00a0",
  errorDetails: true,
  maxBodyBytes: 64 * 1024 * 1024,
  metadataKey: (header) =>
    header.startsWith("grpc-metadata-") ? header.slice("grpc-metadata-".length) : undefined,
};

/** How lnd's REST proxy speaks over WebSockets. */
const webSocketRules = {
  forwardedHeaders: ["origin", "referer", "grpc-metadata-macaroon"],
  protocolHeaders: ["grpc-metadata-macaroon"],
  requestStreams: [
    /^\/v1\/channels\/acceptor$/,
    /^\/v2\/router\/htlcinterceptor$/,
    /^\/v1\/middleware$/,
  ],
  pingContent: "are you there?",
} as const;

function webSocketTimes({ wsPingIntervalMs, wsPongWaitMs, clock }: ListenersOptions) {
  return {
    pingIntervalMs: wsPingIntervalMs,
    pongWaitMs: wsPongWaitMs,
    setTimer: (delayMs: number, callback: () => void) => clock.setTimer(delayMs, callback),
  };
}

/** lnd takes messages of up to 200 MiB. */
const maxMessageBytes = 200 * 1024 * 1024;

export interface ListenersOptions {
  readonly rpc: readonly ListenAddress[];
  readonly rest: readonly ListenAddress[];
  readonly tls: MuxTls;
  /** false: REST in plain HTTP (`--no-rest-tls`). */
  readonly restTls: boolean;
  /** Origins that browsers may call REST from; `*` for any. */
  readonly corsOrigins: readonly string[];
  readonly wsPingIntervalMs: number;
  readonly wsPongWaitMs: number;
  readonly clock: Pick<Clock, "setTimer">;
  readonly log: Log;
}

/** A port that cannot be had; the message is lnd's. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  /** The place that is taken, and the flag that names it. */
  readonly place: { readonly address: string; readonly flag: "rpclisten" | "restlisten" };

  constructor(message: string, place: ListenError["place"]) {
    super(message);
    this.place = place;
  }
}

/** Opens the node's ports. Rejects with ListenError when one cannot be had; then none is left open. */
export async function startListeners(
  router: Router,
  options: ListenersOptions,
): Promise<OpenPorts> {
  const { tls, restTls, log } = options;
  const grpc = createGrpcListener(router, { maxRequestBytes: maxMessageBytes });
  const handle = answerRest(router);
  const http = createHttpListener(
    allowOrigins(handle, options.corsOrigins),
    (error) => log("ERR", "RPCS", `REST request failed: ${error}`),
    createWebSocketGateway({ ...webSocketRules, ...webSocketTimes(options), handle }),
  );
  const onTlsError = (error: Error, peer: string) =>
    log("DBG", "RPCS", `TLS handshake error from ${peer}: ${error.message}`);
  const rpcMuxes: PortMux[] = [];
  const restMuxes: PortMux[] = [];
  const stop = async () => {
    await Promise.all(restMuxes.map((mux) => mux.stop()));
    grpc.destroy();
    await Promise.all(rpcMuxes.map((mux) => mux.stop()));
  };
  try {
    for (const place of options.rpc) {
      const mux = startPortMux({ ...muxPlace(place), tls, grpc: grpc.accept, onTlsError });
      rpcMuxes.push(await mux.catch((error) => refuse("rpclisten", place, error)));
    }
    for (const place of options.rest) {
      const isProven = rpcMuxes.length > 0;
      const security = restTls ? { tls: { ...tls, alpn: false, isProven } } : {};
      const mux = startPortMux({ ...muxPlace(place), ...security, http: http.accept, onTlsError });
      restMuxes.push(await mux.catch((error) => refuse("restlisten", place, error)));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    rpcAddresses: rpcMuxes.map((mux) => mux.address),
    restAddresses: restMuxes.map((mux) => mux.address),
    stop,
  };
}

function answerRest(router: Router): RequestListener {
  const gateway = createJsonGateway(router, lndDialect);
  return (request: IncomingMessage, response: ServerResponse) => {
    if (gateway(request, response)) return;
    sendError(response, new RpcError("NOT_FOUND", "Not Found"), lndDialect);
  };
}

/** Every interface is IPv6 only in lnd, as Go's "tcp6". */
function muxPlace(place: ListenAddress) {
  if ("socketPath" in place) return place;
  if (place.host === "") return { host: "::", ipv6Only: true, port: place.port };
  return { host: place.host, port: place.port, ipv6Only: place.family === 6 };
}

function refuse(flag: "rpclisten" | "restlisten", place: ListenAddress, error: unknown): never {
  const address = formatAddress(place);
  const network = "family" in place && place.family === 6 ? "tcp6" : "tcp4";
  const reason = goListenError(`${network} ${address}`, error);
  const text =
    flag === "rpclisten" ? startupTexts.grpcPort(reason, address) : startupTexts.restPort(reason);
  throw new ListenError(text, { address, flag });
}
