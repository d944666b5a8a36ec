import type { KeyValue, WatcherFacts } from "@leaderlab/etcd-core";
import type { Store } from "./store.ts";
import { toBytes } from "./wire.ts";

/** A key as it is looked at without the wire. */
export interface InspectedKey {
  /** Key and value read as UTF-8; `keyBytes` and `valueBytes` are what they are. */
  readonly key: string;
  readonly value: string;
  readonly keyBytes: Buffer;
  readonly valueBytes: Buffer;
  readonly createRevision: number;
  readonly modRevision: number;
  readonly version: number;
  /** 0n: none. */
  readonly lease: bigint;
}

/** A lease as it is looked at without the wire. */
export interface InspectedLease {
  readonly id: bigint;
  readonly grantedTtlSeconds: number;
  /** What is left of it by the server's clock. */
  readonly remainingMs: number;
  /** The keys on it, ascending, read as UTF-8. */
  readonly keys: readonly string[];
}

/** A watcher as it is looked at without the wire. */
export interface InspectedWatcher {
  /** Counts the watch streams since the start; the id counts within its stream. */
  readonly stream: number;
  readonly id: bigint;
  /** Read as UTF-8. */
  readonly key: string;
  /** Empty: the one key; `"\0"`: every key from `key` on. */
  readonly rangeEnd: string;
  /** 0: it watches from its creation on. */
  readonly startRevision: number;
  /** Whether it has been told everything, must catch up, or lost its history to a compaction. */
  readonly state: WatcherFacts["state"];
}

/** Looks into a store without the wire: it sees what a client would see at this moment, and leaves no trace. */
export interface Inspection {
  /** Undefined for a key that is not there. */
  get(key: string | Uint8Array): InspectedKey | undefined;
  /** Every key that begins with the prefix, ascending; all keys when there is none. */
  list(prefix?: string | Uint8Array): readonly InspectedKey[];
  /** The newest revision; 1 when nothing was ever written. */
  readonly revision: number;
  /** The one that expires first at the front. */
  leases(): readonly InspectedLease[];
  watchers(): readonly InspectedWatcher[];
}

/** Looks into this store. */
export function createInspection({ applyAsServer }: Pick<Store, "applyAsServer">): Inspection {
  return {
    get(key) {
      const request = { key: byteString(key), rangeEnd: "" };
      const [kv] = applyAsServer((core) => core.range(request)).kvs;
      return kv && inspectedKey(kv);
    },
    list(prefix = "") {
      const key = byteString(prefix);
      const rangeEnd = prefixEnd(key);
      const { kvs } = applyAsServer((core) => core.range({ key: key || "\0", rangeEnd }));
      return kvs.map(inspectedKey);
    },
    get revision() {
      return applyAsServer((core) => core.revision);
    },
    leases: () =>
      applyAsServer((core) =>
        core.leases().map((id) => {
          const { grantedTtlSeconds, keys } = core.leaseTimeToLive(id, true);
          const remainingMs = core.leaseRemainingMs(id) ?? 0;
          return { id, grantedTtlSeconds, remainingMs, keys: keys.map(text) };
        }),
      ),
    watchers: () =>
      applyAsServer((core) =>
        core.watchers().map(({ stream, id, key, rangeEnd, startRevision, state }) => {
          return { stream, id, key: text(key), rangeEnd: text(rangeEnd), startRevision, state };
        }),
      ),
  };
}

/** A key as the core has it: text counts as UTF-8. */
export function byteString(key: string | Uint8Array): string {
  return Buffer.from(key as string).toString("latin1");
}

/** Where the keys that begin with a prefix end; "\0", which is no end, when there is none. */
function prefixEnd(prefix: string): string {
  const head = prefix.replace(/\xff+$/, "");
  if (head === "") return "\0";
  return head.slice(0, -1) + String.fromCharCode(head.charCodeAt(head.length - 1) + 1);
}

function inspectedKey(kv: KeyValue): InspectedKey {
  const { createRevision, modRevision, version, lease } = kv;
  return {
    key: text(kv.key),
    value: text(kv.value),
    keyBytes: toBytes(kv.key),
    valueBytes: toBytes(kv.value),
    createRevision,
    modRevision,
    version,
    lease,
  };
}

function text(bytes: string): string {
  return toBytes(bytes).toString();
}
