import type { Clock, Random } from "@leaderlab/clock";
import { createEtcd, type Etcd } from "@leaderlab/etcd-core";
import {
  createGrpcListener,
  createHttpListener,
  createJsonGateway,
  createRouter,
  type MuxTls,
  type PortMux,
  startPortMux,
} from "@leaderlab/rpc";
import { createHttpEndpoints, etcdDialect } from "./http-endpoints.ts";
import { type Log, silentLog } from "./log.ts";
import { memberIdentity } from "./member-identity.ts";
import { createClusterService } from "./services/cluster.ts";
import { createKvService } from "./services/kv.ts";
import { createLeaseService } from "./services/lease.ts";
import { createMaintenanceService } from "./services/maintenance.ts";
import { createWatchService } from "./services/watch.ts";
import { createStore } from "./store.ts";
import { createTicker } from "./ticker.ts";

/** A place to listen at. */
export interface ListenAddress {
  /** An IP address or `localhost`; left out with `socketPath`. */
  readonly host?: string;
  /** 0: the system chooses. */
  readonly port?: number;
  /** A unix socket instead of a port. */
  readonly socketPath?: string;
  readonly tls?: MuxTls;
}

export interface EtcdOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Default: one free port on 127.0.0.1, without TLS. */
  readonly listen?: readonly ListenAddress[];
  /** Default "default". */
  readonly name?: string;
  /** What member list says; default: where it listens. */
  readonly advertiseClientUrls?: readonly string[];
  readonly peerUrls?: readonly string[];
  readonly clusterToken?: string;
  /** Default 128, as etcd's. lnd needs 16384. */
  readonly maxTxnOps?: number;
  /** Default 1.5 MiB, as etcd's. */
  readonly maxRequestBytes?: number;
  readonly maxConcurrentStreams?: number;
  /** Default 2 seconds, as etcd's with its default timeouts. */
  readonly minLeaseTtlSeconds?: number;
  readonly watchProgressIntervalMs?: number;
  /** Whether JSON is served under /v3; default true. */
  readonly hasGateway?: boolean;
  readonly log?: Log;
}

/** An etcd-compatible server that is listening. */
export interface EtcdServer extends AsyncDisposable {
  /** The first place it listens at, as `http://127.0.0.1:PORT` or `https://…`. */
  readonly endpoint: string;
  readonly endpoints: readonly string[];
  /** The store itself: what is in it can be looked at without the wire. Write through the wire only. */
  readonly core: Etcd;
  /** Closes the port and cuts every connection. The state is gone. */
  stop(): Promise<void>;
}

/** gRPC's framing and metadata come on top of etcd's request limit. Mirrors: etcd embed grpcOverheadBytes. */
const grpcOverheadBytes = 512 * 1024;

/** Starts a server. Rejects with Node's error (EADDRINUSE …) when a place cannot be had; then nothing is left open. */
export async function startEtcd(options: EtcdOptions): Promise<EtcdServer> {
  const { clock, log = silentLog, maxRequestBytes = 1.5 * 1024 * 1024 } = options;
  const core = createCore(options);
  const ticker = createTicker(core, clock);
  const peerUrls = options.peerUrls ?? ["http://localhost:2380"];
  const identity = memberIdentity(peerUrls, options.clusterToken ?? "etcd-cluster");
  const store = createStore({ core, clock, ticker, identity });
  const muxes: PortMux[] = [];
  const endpoints: string[] = [];
  const member = {
    id: identity.memberId,
    name: options.name ?? "default",
    peerUrls,
    clientUrls: () => options.advertiseClientUrls ?? endpoints,
  };
  const router = createRouter({
    implementations: [
      createKvService(store, maxRequestBytes),
      createWatchService(store),
      createLeaseService(store),
      createClusterService(store, member),
      createMaintenanceService(store),
    ],
    onFault: (error, call) =>
      log("error", "a request failed", { method: call.method.path, error: describe(error) }),
  });
  const maxMessageBytes = maxRequestBytes + grpcOverheadBytes;
  const grpc = createGrpcListener(router, {
    maxRequestBytes: maxMessageBytes,
    ...(options.maxConcurrentStreams !== undefined && {
      maxConcurrentStreams: options.maxConcurrentStreams,
    }),
  });
  const { hasGateway = true } = options;
  const dialect = { ...etcdDialect, maxMessageBytes };
  const answer = createHttpEndpoints(hasGateway ? createJsonGateway(router, dialect) : undefined);
  const http = createHttpListener(answer, (error) =>
    log("error", "an HTTP request failed", { error: describe(error) }),
  );
  const stop = async () => {
    ticker.stop();
    for (const mux of muxes) mux.close();
    grpc.destroy();
    await Promise.all(muxes.map((mux) => mux.stop()));
  };
  try {
    for (const place of options.listen ?? [{ host: "127.0.0.1", port: 0 }]) {
      const mux = await startPortMux({
        ...place,
        grpc: grpc.accept,
        http: http.accept,
        onTlsError: (error, peer) =>
          log("warn", "rejected connection on client endpoint", { peer, error: error.message }),
      });
      muxes.push(mux);
      endpoints.push(endpointOf(place, mux));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint: endpoints[0] ?? "", endpoints, core, stop, [Symbol.asyncDispose]: stop };
}

function createCore(options: EtcdOptions): Etcd {
  const { clock, random } = options;
  return createEtcd({
    nowMs: clock.now(),
    nextLeaseId: () => positiveInt63(random),
    ...(options.maxTxnOps !== undefined && { maxTxnOps: options.maxTxnOps }),
    ...(options.minLeaseTtlSeconds !== undefined && {
      minLeaseTtlSeconds: options.minLeaseTtlSeconds,
    }),
    ...(options.watchProgressIntervalMs !== undefined && {
      watchProgressIntervalMs: options.watchProgressIntervalMs,
    }),
  });
}

/** Lease ids are random positive int64s, as etcd's. */
function positiveInt63(random: Random): bigint {
  const high = BigInt(random.nextUint32() & 0x7fffffff);
  return (high << 32n) | BigInt(random.nextUint32()) || 1n;
}

function endpointOf(place: ListenAddress, mux: PortMux): string {
  const secure = place.tls !== undefined;
  if (place.socketPath !== undefined) return `${secure ? "unixs" : "unix"}://${mux.address}`;
  return `${secure ? "https" : "http"}://${mux.address}`;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
