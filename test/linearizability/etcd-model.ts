import { isDeepStrictEqual } from "node:util";
import type { Plain } from "../conformance/plain-message.ts";
import type { Model } from "./checker.ts";
import { storesSeen } from "./stores-seen.ts";

/** A change or a read of keys. `prefix` stands for all keys that begin with it. */
export type KeyOp =
  | { readonly kind: "get"; readonly key: string }
  | { readonly kind: "list"; readonly prefix: string }
  | { readonly kind: "put"; readonly key: string; readonly value: string; readonly lease?: number }
  | { readonly kind: "delete"; readonly key: string }
  | { readonly kind: "deleteAll"; readonly prefix: string };

/** What a client asks of etcd. A transaction compares the revision of one key, and acts on any. */
export type EtcdOp =
  | KeyOp
  | {
      readonly kind: "txn";
      readonly key: string;
      readonly modRevision: number;
      readonly success: readonly KeyOp[];
      readonly failure: readonly KeyOp[];
    }
  | { readonly kind: "grant"; readonly lease: number }
  | { readonly kind: "revoke"; readonly lease: number };

/** An answer in plain form, or the text of a refusal. */
export type EtcdOutput = { readonly answer: Plain } | { readonly refusal: string };

/** A key as it is stored. */
export interface StoredKey {
  readonly value: string;
  readonly create: number;
  readonly mod: number;
  readonly version: number;
  readonly lease: number;
}

/** The whole store: since a revision counts the changes of all keys, no key can be judged alone. */
export interface EtcdState {
  readonly revision: number;
  readonly keys: ReadonlyMap<string, StoredKey>;
  readonly leases: ReadonlySet<number>;
}

/** The time to live of every lease here: none runs out while a history is recorded. */
export const ttlSeconds = 3600;

const leaseNotFound: EtcdOutput = { refusal: "etcdserver: requested lease not found" };

/** etcd, one operation at a time. */
export const etcdModel: Model<EtcdState, EtcdOp, EtcdOutput> = {
  initial: { revision: 1, keys: new Map(), leases: new Set() },
  step(state, op) {
    if (op.kind === "grant") return grant(state, op.lease);
    if (op.kind === "revoke") return revoke(state, op.lease);
    return write(state, op.kind === "txn" ? (draft) => txn(draft, op) : (draft) => act(draft, op));
  },
  agrees: (expected, seen) => isDeepStrictEqual(expected, seen),
  fingerprint: ({ revision, keys, leases }) =>
    JSON.stringify([revision, [...keys].toSorted(byKey), [...leases].toSorted()]),
  rank: { of: ({ revision }) => revision, in: revisionOf },
  evidence: storesSeen,
};

/** The revision of the store that an output came of; undefined where it does not tell. */
export function revisionOf(output: EtcdOutput): number | undefined {
  const header = "answer" in output ? output.answer["header"] : undefined;
  return header === undefined ? undefined : Number((header as Plain)["revision"] ?? 0);
}

interface Step {
  readonly state: EtcdState;
  readonly output: EtcdOutput;
}

/** A write under way: `keys` as they will be, at `revision` if anything changes. */
interface Draft {
  readonly keys: Map<string, StoredKey>;
  readonly leases: ReadonlySet<number>;
  readonly revision: number;
  changed: boolean;
  refused: boolean;
}

function write(state: EtcdState, work: (draft: Draft) => Plain): Step {
  const draft: Draft = {
    keys: new Map(state.keys),
    leases: state.leases,
    revision: state.revision + 1,
    changed: false,
    refused: false,
  };
  const answer = work(draft);
  if (draft.refused) return { state, output: leaseNotFound };
  const revision = draft.changed ? draft.revision : state.revision;
  const next = draft.changed ? { ...state, keys: draft.keys, revision } : state;
  return { state: next, output: { answer: { header: { revision }, ...answer } } };
}

function act(draft: Draft, op: KeyOp): Plain {
  switch (op.kind) {
    case "get":
      return listed(draft, (key) => key === op.key);
    case "list":
      return listed(draft, (key) => key.startsWith(op.prefix));
    case "put":
      return put(draft, op.key, op.value, op.lease ?? 0);
    case "delete":
      return deleted(draft, (key) => key === op.key);
    case "deleteAll":
      return deleted(draft, (key) => key.startsWith(op.prefix));
  }
}

function put(draft: Draft, key: string, value: string, lease: number): Plain {
  if (lease !== 0 && !draft.leases.has(lease)) draft.refused = true;
  const { create, version } = draft.keys.get(key) ?? { create: draft.revision, version: 0 };
  draft.keys.set(key, { value, create, mod: draft.revision, version: version + 1, lease });
  draft.changed = true;
  return {};
}

function listed({ keys }: Draft, wanted: (key: string) => boolean): Plain {
  const kvs = [...keys].filter(([key]) => wanted(key)).toSorted(byKey);
  if (kvs.length === 0) return {};
  return { kvs: kvs.map(plainRecord), count: kvs.length };
}

function deleted(draft: Draft, wanted: (key: string) => boolean): Plain {
  const keys = [...draft.keys.keys()].filter(wanted);
  for (const key of keys) draft.keys.delete(key);
  if (keys.length === 0) return {};
  draft.changed = true;
  return { deleted: keys.length };
}

const responseFields = {
  get: "response_range",
  list: "response_range",
  put: "response_put",
  delete: "response_delete_range",
  deleteAll: "response_delete_range",
} as const;

function txn(draft: Draft, op: Extract<EtcdOp, { kind: "txn" }>): Plain {
  const succeeded = (draft.keys.get(op.key)?.mod ?? 0) === op.modRevision;
  const responses = (succeeded ? op.success : op.failure).map((inner) => {
    const answer = act(draft, inner);
    const revision = draft.changed ? draft.revision : draft.revision - 1;
    return { [responseFields[inner.kind]]: { header: { revision }, ...answer } };
  });
  return { ...(succeeded && { succeeded }), ...(responses.length > 0 && { responses }) };
}

/** The header of an answer about leases tells the revision when it was written, not when the lease was: left out. */
function grant(state: EtcdState, lease: number): Step {
  if (state.leases.has(lease)) {
    return { state, output: { refusal: "etcdserver: lease already exists" } };
  }
  const output = { answer: { ID: lease, TTL: ttlSeconds } };
  return { state: { ...state, leases: new Set([...state.leases, lease]) }, output };
}

function revoke(state: EtcdState, lease: number): Step {
  if (!state.leases.has(lease)) return { state, output: leaseNotFound };
  const keys = new Map([...state.keys].filter(([, record]) => record.lease !== lease));
  const revision = state.revision + (keys.size < state.keys.size ? 1 : 0);
  const leases = new Set([...state.leases].filter((id) => id !== lease));
  return { state: { revision, keys, leases }, output: { answer: {} } };
}

function plainRecord([key, { value, create, mod, version, lease }]: [string, StoredKey]): Plain {
  return {
    key,
    create_revision: create,
    mod_revision: mod,
    version,
    ...(value !== "" && { value }),
    ...(lease !== 0 && { lease }),
  };
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
