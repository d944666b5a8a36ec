import type { Edit, Position } from "../finding.ts";
import type { RuleId } from "../rules/rule-table.ts";

/** One address to which a proxy sends traffic. */
export interface PooledServer {
  /** As the configuration calls it; the address where it has no name. */
  readonly name: string;
  readonly host: string;
  /** Undefined when the configuration names none. */
  readonly port?: number;
  /** Of the address. */
  readonly position: Position;
}

/** What a check expects of a body. */
export interface BodyMatch {
  readonly pattern: string;
  readonly isRegex: boolean;
  /** Whether a body that matches is a bad one. */
  readonly isNegated: boolean;
}

/** How a proxy finds out whether a server is to get traffic. */
export type PoolCheck =
  /** It does not, or only from what becomes of requests. */
  | { readonly kind: "none" | "passive"; readonly position: Position }
  /** It opens a connection. */
  | { readonly kind: "tcp"; readonly position: Position }
  /** It asks grpc.health.v1. */
  | { readonly kind: "grpc"; readonly position: Position; readonly port?: number }
  | {
      readonly kind: "http";
      readonly position: Position;
      /** Where it says what is asked for. */
      readonly requestPosition: Position;
      readonly method: string;
      readonly path: string;
      /** Another one than the traffic's, where the configuration says so. */
      readonly port?: number;
      readonly bodies: readonly BodyMatch[];
      /** Whether a macaroon goes with it. */
      readonly hasMacaroon: boolean;
    };

/** A time after which a connection that carries nothing is cut. */
export interface IdleLimit {
  /** As the configuration calls it: `timeout server`. */
  readonly name: string;
  readonly ms: number;
  /** Undefined: a default of the proxy's, which stands nowhere. */
  readonly position?: Position;
  /** Whether lnd's pings pass the proxy and count as traffic: gRPC has them, in TCP that is passed through. */
  readonly passesPings: boolean;
  /** Sets it to so many milliseconds. */
  edit?(ms: number): Edit;
}

/** Without a message for so long a connection is idle: a leader's state may stay as it is for days. */
const idleFloorMs = 3_600_000;
/** lnd pings every minute on gRPC connections that carry nothing. */
const pingFloorMs = 120_000;

/** Whether it cuts streams that a client needs. */
export function isTooShort({ ms, passesPings }: IdleLimit): boolean {
  return ms > 0 && ms < (passesPings ? pingFloorMs : idleFloorMs);
}

/** Whether a port is one that lnd's gRPC has: 10009, and those above for further nodes of one machine. */
export function isGrpcPort(port: number | undefined): boolean {
  return port !== undefined && port >= 10_000 && port < 10_100;
}

/** What a configuration can be mended with, by the rule that it breaks. */
export interface Mending {
  /** What to write in this proxy's words; undefined: the rule's own advice. */
  readonly advice?: string;
  readonly edits?: readonly Edit[];
}

/** Several servers of which a proxy chooses one, in the words that all proxies share. */
export interface ProxiedPool {
  /** `backend lnd_grpc`. */
  readonly subject: string;
  readonly position: Position;
  readonly servers: readonly PooledServer[];
  readonly check: PoolCheck;
  /** How long a server may be gone until it gets no traffic; undefined when nothing finds out, or nothing tells. */
  readonly detectMs?: number;
  /** Where that is set. */
  readonly detectPosition?: Position;
  /** How `detectMs` comes about. */
  readonly detectFormula?: string;
  /** Whether what runs over a server that is taken out is ended. */
  readonly cutsSessions: boolean;
  readonly idleLimits: readonly IdleLimit[];
  /** Traffic that a check does not hold off, and where that is said. */
  readonly leak?: { readonly message: string; readonly position: Position };
  /** Whether a comment says that it leads to `leaderlab proxy`, where nothing has a name that could. */
  readonly saysLeaderProxy?: boolean;
  readonly mendings: { readonly [Id in RuleId]?: Mending };
}

/** Whether traffic goes to `leaderlab proxy`, which finds the leader itself: its name or its host says so. */
export function isLeaderProxy(text: string): boolean {
  return /leaderlab|leader[-_]?proxy/i.test(text);
}

/** Whether a pool's servers are proxies that find the leader themselves. */
export function leadsToLeaderProxy(pool: ProxiedPool): boolean {
  const { subject, servers, saysLeaderProxy = false } = pool;
  if (saysLeaderProxy || isLeaderProxy(subject)) return true;
  return servers.some(({ name, host }) => isLeaderProxy(`${name} ${host}`));
}

/** Whether a pool has to do with lnd, by its names, its ports or what it asks for. */
export function isAboutLnd(pool: ProxiedPool): boolean {
  const { subject, servers, check } = pool;
  if (check.kind === "http" && check.path.startsWith("/v1/")) return true;
  if (/lnd|lightning/i.test(subject) || leadsToLeaderProxy(pool)) return true;
  return servers.some(
    ({ name, host, port }) =>
      /lnd|lightning/i.test(`${name} ${host}`) || port === 8080 || port === 10_009,
  );
}
