import { type Clock, createSeededRandom, createSystemRandom, type Random } from "@leaderlab/clock";
import {
  type EtcdOptions as CoreOptions,
  createEtcd,
  type Etcd,
  type Member,
  type OnLoginsEnd,
} from "@leaderlab/etcd-core";
import { createRouter } from "@leaderlab/rpc";
import { withAccessRules } from "./auth/access-rules.ts";
import { type AuthOptions, createServerAuth } from "./auth/create-auth.ts";
import { type AutoCompaction, startAutoCompactor } from "./auto-compactor.ts";
import { type Control, createControl } from "./control.ts";
import { openDurableState } from "./durable-state.ts";
import { createFaults } from "./faults.ts";
import type { AccessRules } from "./http/access-control.ts";
import { createEndpointHandlers } from "./http/endpoint-handlers.ts";
import { createInspection, type Inspection } from "./inspection.ts";
import { joined } from "./joined.ts";
import { defaultMaxRequestBytes, type ListenAddress, startListeners } from "./listeners.ts";
import { describeError, type Log, silentLog } from "./log.ts";
import { memberIdentity } from "./member-identity.ts";
import { createMetrics } from "./metrics/metrics.ts";
import {
  createRequestHistory,
  type HistoryLimits,
  type RequestHistory,
} from "./request-history.ts";
import { serverTime } from "./server-time.ts";
import { createAllServices } from "./services/all-services.ts";
import { createStore } from "./store.ts";
import { createTicker } from "./ticker.ts";

export interface EtcdOptions extends AuthOptions {
  /**
   * "real" (the default), "virtual" (time stands still until it is advanced), or a clock: one that a test moves, or one
   * that several servers share.
   */
  readonly clock?: Clock | "real" | "virtual";
  /** Default: the system's chance. */
  readonly random?: Random;
  /** Chance that is the same in each run, instead of `random`: lease ids, and which messages a fault strikes. */
  readonly seed?: number;
  /** The one port to listen at on `host` (default 127.0.0.1), without TLS; default 0: the system chooses. */
  readonly port?: number;
  readonly host?: string;
  /** Places to listen at, instead of `host` and `port`. */
  readonly listen?: readonly ListenAddress[];
  /** How much of what clients ask is kept for `history`, or that nothing is; default 10,000 messages and 16 MiB. */
  readonly history?: HistoryLimits | false;
  /** Default "default". */
  readonly name?: string;
  /** What member list says; default: where it listens. */
  readonly advertiseClientUrls?: readonly string[];
  readonly peerUrls?: readonly string[];
  readonly clusterToken?: string;
  /** Default 128, as etcd's. lnd needs 16384. */
  readonly maxTxnOps?: number;
  /** Default (and 0) 2 GiB, as etcd's; below 0 there is no limit. */
  readonly quotaBytes?: number;
  /** Default 1, as etcd's. */
  readonly maxLearners?: number;
  /**
   * A file whose state is taken over at the start, if it is there, and into which the state is written by `stop`. It is
   * as `etcdctl snapshot save` makes one. Default: the state is gone with the server.
   */
  readonly stateFile?: string;
  /** Default 1.5 MiB, as etcd's. */
  readonly maxRequestBytes?: number;
  readonly maxConcurrentStreams?: number;
  /** Default 2 seconds, as etcd's with its default timeouts. */
  readonly minLeaseTtlSeconds?: number;
  readonly watchProgressIntervalMs?: number;
  /** Silent gRPC connections are pinged; never when left out. */
  readonly keepaliveIntervalMs?: number;
  readonly keepaliveTimeoutMs?: number;
  /** A gRPC client that pings more often than that is sent away; left out: none is. */
  readonly minPingIntervalMs?: number;
  /** Forgets history by itself; default: never. */
  readonly autoCompaction?: AutoCompaction;
  /** Whether JSON is served under /v3; default true. */
  readonly hasGateway?: boolean;
  /** Whether /metrics tells how long calls took, too; default false. */
  readonly hasExtensiveMetrics?: boolean;
  /** Who may ask over HTTP; default: everybody. */
  readonly access?: AccessRules;
  /** The program and its arguments, as /debug/vars tells them; default: `etcd` alone. */
  readonly commandLine?: readonly string[];
  readonly log?: Log;
  /** Stands before the store, to look on: must do and give back what the store does. */
  readonly dressCore?: (core: Etcd) => Etcd;
}

/** An etcd-compatible server that is listening: what is in it can be looked at, and steered, beside the wire. */
export interface EtcdServer extends Inspection, Control, AsyncDisposable {
  /** The first place it listens at, as `http://127.0.0.1:PORT` or `https://…`. */
  readonly endpoint: string;
  readonly endpoints: readonly string[];
  /** What clients have asked and been answered. Throws an Error when none is kept. */
  readonly history: RequestHistory;
  /** The store itself, to be looked at only: it is not at the present moment before somebody asks for something. */
  readonly core: Etcd;
  /**
   * Closes the port and cuts every connection. The state is gone, or in the `stateFile`; rejects with StateFileError
   * when it cannot be written there.
   */
  stop(): Promise<void>;
}

/**
 * Starts a server, by itself on a free port in real time. Rejects with Node's error (EADDRINUSE …) when a place cannot be
 * had, and with StateFileError when `stateFile` is of no use; then nothing is left open.
 */
export async function startEtcd(options: EtcdOptions = {}): Promise<EtcdServer> {
  const { log = silentLog, maxRequestBytes = defaultMaxRequestBytes } = options;
  const time = serverTime(options.clock);
  const { clock } = time;
  if (time.mode === "virtual") log("warn", "time is virtual: it stands still until it is advanced");
  const random = options.random ?? chance(options.seed);
  const name = options.name ?? "default";
  const peerUrls = options.peerUrls ?? ["http://localhost:2380"];
  const identity = memberIdentity(peerUrls, options.clusterToken ?? "etcd-cluster");
  const self = { id: identity.memberId, name, peerUrls, clientUrls: [], isLearner: false };
  const metrics = createMetrics({ isExtensive: options.hasExtensiveMetrics ?? false });
  const { tokens, passwords, callers, gates } = createServerAuth(options, { clock, random, log });
  const core = createCore(options, {
    clock,
    random,
    member: self,
    meter: metrics.operations.meter,
    onLoginsEnd: (userName) => tokens.endLogins(userName),
  });
  const ticker = createTicker(core, clock);
  const store = createStore({ core, clock, ticker, identity, callers });
  const { stateFile: path } = options;
  const durable = path === undefined ? undefined : await openDurableState({ path, store, log });
  const endpoints: string[] = [];
  const services = createAllServices({ store, clock, maxRequestBytes, tokens, passwords });
  const implementations = metrics.grpc.counted(withAccessRules(services, store));
  const methods = implementations.flatMap(({ endpoints }) => endpoints.map(({ method }) => method));
  const faults = createFaults({ clock, random: createSeededRandom(random.nextUint32()), methods });
  const history = createRequestHistory({ clock, limits: options.history });
  const router = createRouter({
    implementations,
    gates,
    taps: [...history.taps, faults.tap, metrics.grpc.tap],
    onFault: (error, call) =>
      log("error", "a request failed", { method: call.method.path, error: describeError(error) }),
  });
  const handlers = createEndpointHandlers({
    store,
    commandLine: options.commandLine ?? ["etcd"],
    metrics,
  });
  const namesUsers = () => options.clientCertAuth === true && core.auth.isEnabled;
  const served = { router, handlers, endpoints, namesUsers };
  const listeners = await startListeners(served, options).catch((error) => {
    ticker.stop();
    throw error;
  });
  const publish = () => core.members.publish(name, options.advertiseClientUrls ?? endpoints);
  publish();
  const { autoCompaction } = options;
  const compactor = autoCompaction && startAutoCompactor(autoCompaction, { store, clock, log });
  const stop = async () => {
    compactor?.stop();
    ticker.stop();
    passwords.stop();
    await listeners.stop();
    await durable?.save();
  };
  return joined(
    { endpoint: endpoints[0] ?? "", endpoints, history, core, stop, [Symbol.asyncDispose]: stop },
    createInspection(store),
    createControl({ store, time, faults, onLoad: publish }),
  );
}

function chance(seed: number | undefined): Random {
  return seed === undefined ? createSystemRandom() : createSeededRandom(seed);
}

interface CoreParts extends Pick<CoreOptions, "meter"> {
  readonly clock: Clock;
  readonly random: Random;
  readonly member: Member;
  readonly onLoginsEnd: OnLoginsEnd;
}

function createCore(options: EtcdOptions, parts: CoreParts): Etcd {
  const { clock, random, member, meter, onLoginsEnd } = parts;
  const { dressCore = (core) => core } = options;
  const core = createEtcd({
    onLoginsEnd,
    nowMs: clock.now(),
    member,
    ...(meter && { meter }),
    nextLeaseId: () => positiveInt63(random),
    ...(options.maxTxnOps !== undefined && { maxTxnOps: options.maxTxnOps }),
    ...(options.quotaBytes !== undefined && { quotaBytes: options.quotaBytes }),
    ...(options.maxLearners !== undefined && { maxLearners: options.maxLearners }),
    ...(options.minLeaseTtlSeconds !== undefined && {
      minLeaseTtlSeconds: options.minLeaseTtlSeconds,
    }),
    ...(options.watchProgressIntervalMs !== undefined && {
      watchProgressIntervalMs: options.watchProgressIntervalMs,
    }),
  });
  return dressCore(core);
}

/** Lease ids are random positive int64s, as etcd's. */
function positiveInt63(random: Random): bigint {
  const high = BigInt(random.nextUint32() & 0x7fffffff);
  return (high << 32n) | BigInt(random.nextUint32()) || 1n;
}
