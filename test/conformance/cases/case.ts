import type { Ask, RpcName } from "../caller.ts";
import type { Plain, PlainValue } from "../plain-message.ts";
import type { Refusal, Step } from "./step.ts";

export { kept, type Refusal, type Step } from "./step.ts";

/**
 * A fact that a client of etcd can rely on, as something to try. Revisions count as on a fresh store, which is at 1, so
 * that the first write of a case makes 2. Headers are without the server's own ids.
 *
 * After a case its keys, leases, users, roles, alarms and further members are taken away; for that, one that turns
 * authentication on gives root the password "root". What else it changes needs `isFresh`.
 */
export type Case = CaseFacts &
  (
    | (Asking & { readonly answer: Plain })
    | (Asking & { readonly refusal: Refusal })
    | {
        /** Sent on one watch stream, one after the other. */
        readonly watch: readonly Plain[];
        /** Done when all watchers have been told of the past. */
        readonly meanwhile?: readonly Step[];
        /** Everything that comes on the stream, by watcher; -1 stands for none in particular. */
        readonly told: Readonly<Record<number, readonly Plain[]>>;
      }
    | {
        /** Done one after the other. */
        readonly steps: readonly Step[];
      }
  );

interface CaseFacts {
  /** A true sentence about etcd. */
  readonly name: string;
  /** Done first; no bare request among them may be refused. */
  readonly given?: readonly Step[];
  /** Versions of etcd on which it is not so, and why. */
  readonly differs?: Readonly<Record<`${number}.${number}`, string>>;
  /** Why it is not so on ours, on purpose: docs/fidelity.md says it, too. */
  readonly deviates?: string;
  /** Fields whose value is left open, wherever they stand; they hold `#`. */
  readonly masked?: readonly string[];
  /** Tried over gRPC alone, because JSON has no words for it or its gateway answers otherwise. */
  readonly grpcOnly?: string;
  /** Further flags of the server; cases with the same flags share one. */
  readonly flags?: readonly string[];
  /** Needs a server that nobody has used, or spoils it; no `watch` in it. Takes a second: for where nothing else helps. */
  readonly isFresh?: boolean;
}

interface Asking {
  readonly ask: Ask;
}

/** A request of any method; with nothing in it when left out. */
export const call = (rpc: RpcName, request: Plain = {}): Ask => ({ rpc, request });
const ask =
  (rpc: RpcName) =>
  (request: Plain): Ask =>
    call(rpc, request);

export const range = ask("Range");
export const del = ask("DeleteRange");
export const txn = ask("Txn");
export const grant = ask("LeaseGrant");
export const keepAlive = ask("LeaseKeepAlive");
export const timeToLive = ask("LeaseTimeToLive");

/** Puts a learner on the list of members, at these peer URLs. */
export const addLearner = (...peerURLs: readonly PlainValue[]): Ask =>
  call("MemberAdd", { peerURLs, isLearner: true });

/** Writes a key. */
export const put = (key: string, value: string, more: Plain = {}): Ask => ({
  rpc: "Put",
  request: { key, value, ...more },
});
/** Forgets the history, at once and not at leisure. */
export const compact = (revision: number): Ask => ({
  rpc: "Compact",
  request: { revision, physical: true },
});
export const revoke = (ID: number): Ask => ({ rpc: "LeaseRevoke", request: { ID } });
export const leases: Ask = { rpc: "LeaseLeases", request: {} };

/** Operations of a transaction. */
export const inTxn = {
  put: (key: string, value: string, more: Plain = {}): Plain => ({
    request_put: { key, value, ...more },
  }),
  range: (request: Plain): Plain => ({ request_range: request }),
  del: (request: Plain): Plain => ({ request_delete_range: request }),
  txn: (request: Plain): Plain => ({ request_txn: request }),
} as const;

/** A header as most answers have it. */
export const at = (revision: number): Plain => ({ header: { revision } });

/** A record as `[key, value, created at, changed at, version]`, and what else it has. */
export const kv = (
  ...[key, value, create_revision, mod_revision, version, more = {}]: [
    key: string,
    value: string,
    createRevision: number,
    modRevision: number,
    version: number,
    more?: Plain,
  ]
): Plain => ({
  key,
  ...(value !== "" && { value }),
  create_revision,
  mod_revision,
  version,
  ...more,
});

/** The record that a deletion leaves behind. */
export const tombstone = (key: string, mod_revision: number): Plain => ({ key, mod_revision });

/** So many times the same. */
export const times = (count: number, value: PlainValue): PlainValue[] =>
  Array.from({ length: count }, () => value);

/** Keys that begin with "k". */
export const prefix = { key: "k", range_end: "l" } as const;
/** Every key. */
export const everything = { key: "\0", range_end: "\0" } as const;
