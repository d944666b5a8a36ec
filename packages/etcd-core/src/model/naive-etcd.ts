import { EtcdError, type EtcdErrorName } from "../errors.ts";
import type {
  ByteString,
  Compare,
  DeleteRangeRequest,
  KeyRange,
  LeaseId,
  PutRequest,
  RangeRequest,
  RequestOp,
  TxnRequest,
} from "../requests.ts";
import type {
  DeleteRangeResponse,
  KeyValue,
  PutResponse,
  RangeResponse,
  ResponseOp,
  TxnResponse,
} from "../responses.ts";
import { checkNaively } from "./naive-check.ts";

type State = ReadonlyMap<ByteString, KeyValue>;

interface NaiveLease {
  readonly id: LeaseId;
  readonly ttlSeconds: number;
  expiresMs: number;
}

/** A write under way: what the store will be, and what was done to get there. */
interface Draft {
  readonly state: Map<ByteString, KeyValue>;
  readonly changes: KeyValue[];
}

/**
 * etcd written to be obvious: it keeps a copy of the whole store for every revision and never
 * forgets one. The oracle of the property tests; it shares no code with the store but types and
 * error names.
 */
export class NaiveEtcd {
  /** The store at each revision; revision 0 does not exist and looks empty. */
  readonly #states: State[] = [new Map(), new Map()];
  /** What each revision changed. */
  readonly changes: KeyValue[][] = [[], []];
  #leases: NaiveLease[] = [];
  #nowMs = 0;
  compactRevision = -1;
  proposals = 0;

  get revision(): number {
    return this.#states.length - 1;
  }

  /** The store as of a revision, compacted or not. */
  stateAt(revision: number): State {
    return this.#states[revision] ?? new Map();
  }

  range(request: RangeRequest): RangeResponse {
    checkNaively({ kind: "range", request });
    const { revision = 0 } = request;
    if (revision > this.revision) refuse("futureRevision");
    if (revision > 0 && revision < this.compactRevision) refuse("compacted");
    const state = this.stateAt(revision > 0 ? revision : this.revision);
    return { revision: this.revision, ...readRange(state, request) };
  }

  put(request: PutRequest): PutResponse {
    checkNaively({ kind: "put", request });
    this.proposals += 1;
    this.#requireLease(request);
    return this.#write((draft) => this.#put(draft, request));
  }

  deleteRange(request: DeleteRangeRequest): DeleteRangeResponse {
    checkNaively({ kind: "deleteRange", request });
    this.proposals += 1;
    return this.#write((draft) => this.#delete(draft, request));
  }

  txn(request: TxnRequest, maxOps = 128): TxnResponse {
    checkNaively({ kind: "txn", request }, maxOps);
    const readsOnly = [...request.success, ...request.failure].every((op) => op.kind === "range");
    if (!readsOnly) this.proposals += 1;
    const response = this.#write((draft) => this.#txn(draft, request));
    return { ...response, revision: this.revision };
  }

  compact(revision: number): { revision: number } {
    this.proposals += 1;
    if (revision <= this.compactRevision) refuse("compacted");
    if (revision > this.revision) refuse("futureRevision");
    this.compactRevision = revision;
    return { revision: this.revision };
  }

  leaseGrant(id: LeaseId, askedSeconds: number): { id: LeaseId; ttlSeconds: number } {
    this.proposals += 1;
    if (askedSeconds > 9_000_000_000) refuse("leaseTtlTooLarge");
    if (this.#leases.some((lease) => lease.id === id)) refuse("leaseExists");
    const ttlSeconds = Math.max(2, askedSeconds);
    this.#leases.push({ id, ttlSeconds, expiresMs: this.#nowMs + ttlSeconds * 1000 });
    return { id, ttlSeconds };
  }

  leaseRevoke(id: LeaseId): void {
    this.proposals += 1;
    if (!this.#leases.some((lease) => lease.id === id)) refuse("leaseNotFound");
    this.#leases = this.#leases.filter((lease) => lease.id !== id);
    this.#write((draft) => {
      for (const key of this.#keysOf(id)) this.#delete(draft, { key, rangeEnd: "" });
    });
  }

  leaseKeepAlive(id: LeaseId): number {
    const lease = this.#leases.find((candidate) => candidate.id === id);
    if (lease === undefined) return 0;
    lease.expiresMs = this.#nowMs + lease.ttlSeconds * 1000;
    return lease.ttlSeconds;
  }

  leaseTimeToLive(id: LeaseId): object {
    const lease = this.#leases.find((candidate) => candidate.id === id);
    if (lease === undefined) return { id, ttlSeconds: -1, grantedTtlSeconds: 0, keys: [] };
    const ttlSeconds = Math.floor((lease.expiresMs - this.#nowMs) / 1000);
    return { id, ttlSeconds, grantedTtlSeconds: lease.ttlSeconds, keys: this.#keysOf(id) };
  }

  leases(): LeaseId[] {
    return this.#byExpiry().map((lease) => lease.id);
  }

  advance(nowMs: number): void {
    this.#nowMs = nowMs;
    for (const lease of this.#byExpiry()) if (lease.expiresMs <= nowMs) this.leaseRevoke(lease.id);
  }

  /** Array sort is stable and leases stand in the order of their grants. */
  #byExpiry(): NaiveLease[] {
    return this.#leases.toSorted((a, b) => a.expiresMs - b.expiresMs);
  }

  #keysOf(id: LeaseId): ByteString[] {
    const attached = [...this.stateAt(this.revision).values()].filter((kv) => kv.lease === id);
    return attached.map((kv) => kv.key).sort();
  }

  #requireLease({ lease = 0n }: PutRequest): void {
    if (lease !== 0n && !this.#leases.some(({ id }) => id === lease)) refuse("leaseNotFound");
  }

  #write<R>(act: (draft: Draft) => R): R {
    const draft: Draft = { state: new Map(this.stateAt(this.revision)), changes: [] };
    const result = act(draft);
    if (draft.changes.length > 0) {
      this.#states.push(draft.state);
      this.changes.push(draft.changes);
    }
    return result;
  }

  #revisionOf(draft: Draft): number {
    return draft.changes.length > 0 ? this.revision + 1 : this.revision;
  }

  #put(draft: Draft, request: PutRequest): PutResponse {
    const { key } = request;
    const old = draft.state.get(key);
    if ((request.ignoreValue || request.ignoreLease) && old === undefined) refuse("keyNotFound");
    const revision = this.revision + 1;
    const kv: KeyValue = {
      key,
      value: request.ignoreValue && old ? old.value : request.value,
      createRevision: old ? old.createRevision : revision,
      modRevision: revision,
      version: old ? old.version + 1 : 1,
      lease: request.ignoreLease && old ? old.lease : (request.lease ?? 0n),
    };
    draft.state.set(key, kv);
    draft.changes.push(kv);
    return request.prevKv && old ? { revision, prevKv: old } : { revision };
  }

  #delete(draft: Draft, request: DeleteRangeRequest): DeleteRangeResponse {
    const found = inRange(draft.state, request);
    for (const { key } of found) {
      draft.state.delete(key);
      const modRevision = this.revision + 1;
      draft.changes.push({ key, value: "", createRevision: 0, modRevision, version: 0, lease: 0n });
    }
    const revision = this.#revisionOf(draft);
    return { revision, deleted: found.length, prevKvs: request.prevKv ? found : [] };
  }

  #txn(draft: Draft, request: TxnRequest): TxnResponse {
    const before = this.stateAt(this.revision);
    const succeeded = request.compare.every((compare) => holds(before, compare));
    const ops = succeeded ? request.success : request.failure;
    for (const op of chosenOps(before, request)) this.#requireOp(before, op);
    const responses = ops.map((op) => this.#op(draft, op));
    return { revision: 0, succeeded, responses };
  }

  /** What is checked of each operation before anything is done. */
  #requireOp(before: State, op: RequestOp): void {
    if (op.kind === "range") {
      const { revision = 0 } = op.request;
      if (revision > this.revision) refuse("futureRevision");
      if (revision !== 0 && revision < this.compactRevision) refuse("compacted");
    } else if (op.kind === "put") {
      const keeps = op.request.ignoreValue || op.request.ignoreLease;
      if (keeps && !before.has(op.request.key)) refuse("keyNotFound");
      this.#requireLease(op.request);
    }
  }

  #op(draft: Draft, op: RequestOp): ResponseOp {
    switch (op.kind) {
      case "range": {
        const { revision = 0 } = op.request;
        const state = revision > 0 ? this.stateAt(revision) : draft.state;
        const result = readRange(state, op.request);
        return { kind: "range", response: { revision: this.#revisionOf(draft), ...result } };
      }
      case "put":
        return { kind: "put", response: this.#put(draft, op.request) };
      case "deleteRange":
        return { kind: "deleteRange", response: this.#delete(draft, op.request) };
      case "txn":
        return { kind: "txn", response: this.#txn(draft, op.request) };
      case "none":
        throw new Error("refused before");
    }
  }
}

function refuse(reason: EtcdErrorName): never {
  throw new EtcdError(reason);
}

function inRange(state: State, { key, rangeEnd }: KeyRange): KeyValue[] {
  const all = [...state.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  if (rangeEnd === "") return all.filter((kv) => kv.key === key);
  if (rangeEnd === "\0") return all.filter((kv) => kv.key >= key);
  return all.filter((kv) => kv.key >= key && kv.key < rangeEnd);
}

function readRange(state: State, request: RangeRequest): Omit<RangeResponse, "revision"> {
  const found = inRange(state, request);
  const count = found.length;
  if (request.countOnly) return { kvs: [], more: false, count };
  const { limit = 0, sortOrder = "none", sortTarget = "key" } = request;
  const bounds = [
    ...(request.minModRevision ? [(kv: KeyValue) => kv.modRevision >= min(request, "Mod")] : []),
    ...(request.maxModRevision ? [(kv: KeyValue) => kv.modRevision <= max(request, "Mod")] : []),
    ...(request.minCreateRevision
      ? [(kv: KeyValue) => kv.createRevision >= min(request, "Create")]
      : []),
    ...(request.maxCreateRevision
      ? [(kv: KeyValue) => kv.createRevision <= max(request, "Create")]
      : []),
  ];
  const isCutFirst = limit > 0 && sortOrder === "none" && bounds.length === 0;
  const candidates = isCutFirst ? found.slice(0, limit + 1) : found;
  const kept = candidates.filter((kv) => bounds.every((bound) => bound(kv)));
  const field = {
    key: (kv: KeyValue) => kv.key,
    value: (kv: KeyValue) => kv.value,
    version: (kv: KeyValue) => kv.version,
    create: (kv: KeyValue) => kv.createRevision,
    mod: (kv: KeyValue) => kv.modRevision,
  }[sortTarget as "key"];
  const sorted = kept.toSorted((a, b) => {
    const order = field(a) < field(b) ? -1 : Number(field(a) > field(b));
    return sortOrder === "descend" ? -order : order;
  });
  const kvs = limit > 0 ? sorted.slice(0, limit) : sorted;
  const shown = request.keysOnly ? kvs.map((kv) => ({ ...kv, value: "" })) : kvs;
  return { kvs: shown, more: limit > 0 && sorted.length > limit, count };
}

function min(request: RangeRequest, what: "Mod" | "Create"): number {
  return request[`min${what}Revision`] ?? 0;
}

function max(request: RangeRequest, what: "Mod" | "Create"): number {
  return request[`max${what}Revision`] ?? 0;
}

function holds(state: State, compare: Compare): boolean {
  const found = inRange(state, compare);
  if (found.length === 0 && compare.target === "value") return false;
  const nothing = { key: "", value: "", createRevision: 0, modRevision: 0, version: 0, lease: 0n };
  return (found.length === 0 ? [nothing] : found).every((kv) => {
    if (typeof compare.target === "number") return judge(0, 0, compare.result);
    const actual = {
      value: kv.value,
      version: kv.version,
      create: kv.createRevision,
      mod: kv.modRevision,
      lease: kv.lease,
    }[compare.target];
    return judge(actual, compare.operand, compare.result);
  });
}

function judge<T extends string | number | bigint>(a: T, b: T, result: Compare["result"]): boolean {
  if (result === "equal") return a === b;
  if (result === "notEqual") return a !== b;
  if (result === "greater") return a > b;
  if (result === "less") return a < b;
  return true;
}

/** The operations that will run, those of nested transactions in their place. */
function chosenOps(state: State, request: TxnRequest): RequestOp[] {
  const succeeded = request.compare.every((compare) => holds(state, compare));
  const ops = succeeded ? request.success : request.failure;
  return ops.flatMap((op) => (op.kind === "txn" ? chosenOps(state, op.request) : [op]));
}
