import type { Clock, Timer } from "@leaderlab/clock";
import { EtcdClientError, texts } from "../errors.ts";
import type {
  Compare,
  KeyRange,
  KeyValue,
  LeaseId,
  RangeRequest,
  RangeResult,
  RequestOp,
  ResponseOp,
  TxnRequest,
  TxnResult,
  WatchEvent,
} from "../etcd-client.ts";
import { NaiveClient } from "./naive-client.ts";

interface Change {
  readonly revision: number;
  readonly events: readonly WatchEvent[];
}

interface NaiveLease {
  readonly ttlSeconds: number;
  timer: Timer;
}

/** A request as etcd saw it. */
export interface Seen {
  readonly atMs: number;
  readonly client: string;
  readonly method: "get" | "txn" | "deleteRange" | "watch" | "grant" | "keepAlive" | "revoke";
  readonly request: unknown;
}

/** An etcd that is plain enough to be right by reading: a map, a list of changes, and a timer for each lease. */
export class NaiveEtcd {
  readonly clock: Clock;
  readonly seen: Seen[] = [];
  readonly clients: NaiveClient[] = [];
  readonly watchers = new Set<(change: Change) => void>();
  revision = 1;
  /** How many of the next keep-alives get no answer and renew nothing. */
  deafKeepAlives = 0;
  /** How long the answer to a keep-alive travels. */
  keepAliveDelayMs = 0;
  readonly #keys = new Map<string, KeyValue>();
  readonly #leases = new Map<LeaseId, NaiveLease>();
  #history: Change[] = [];
  #compacted = 0;
  #nextLease = 0x1000n;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  connect(name = `client-${this.clients.length}`): NaiveClient {
    const client = new NaiveClient(this, name);
    this.clients.push(client);
    return client;
  }

  /** Nobody is reached until `start`; leases do not run, and then get their full TTL, as after a restart. */
  stop(): void {
    for (const lease of this.#leases.values()) lease.timer.cancel();
    for (const client of this.clients) client.setLink("refused");
  }

  start(): void {
    for (const [id, lease] of this.#leases) this.#arm(id, lease);
    for (const client of this.clients) client.setLink("up");
  }

  keyNames(): string[] {
    return this.#sorted().map((kv) => text(kv.key));
  }

  requests(method: Seen["method"], client?: string): Seen[] {
    return this.seen.filter(
      (call) => call.method === method && (client ?? call.client) === call.client,
    );
  }

  compact(): void {
    this.#compacted = this.revision;
    this.#history = [];
  }

  range(request: RangeRequest): RangeResult {
    const { limit = 0, sortTarget, sortOrder, maxCreateRevision = 0 } = request;
    let kvs = this.#sorted().filter((kv) => contains(request, kv.key));
    const count = kvs.length;
    if (maxCreateRevision > 0) kvs = kvs.filter((kv) => kv.createRevision <= maxCreateRevision);
    if (sortTarget === "create") kvs.sort((a, b) => a.createRevision - b.createRevision);
    if (sortOrder === "descend") kvs.reverse();
    const more = limit > 0 && kvs.length > limit;
    return { revision: this.revision, kvs: more ? kvs.slice(0, limit) : kvs, more, count };
  }

  txn({ compare, success, failure }: TxnRequest): TxnResult {
    const succeeded = compare.every((one) => this.#holds(one));
    const responses = this.#write((record) =>
      (succeeded ? success : failure).map((operation) => this.#apply(operation, record)),
    );
    return { revision: this.revision, succeeded, responses };
  }

  deleteRange(range: KeyRange) {
    const operation = { kind: "deleteRange", request: range } as const;
    const [done] = this.txn({ compare: [], success: [operation], failure: [] }).responses;
    return {
      revision: this.revision,
      deleted: done?.kind === "deleteRange" ? done.response.deleted : 0,
    };
  }

  grant(ttlSeconds: number) {
    const id = this.#nextLease++;
    const lease = { ttlSeconds, timer: { cancel() {}, reset() {} } };
    this.#leases.set(id, lease);
    this.#arm(id, lease);
    return { id, ttlSeconds };
  }

  /** The TTL that the lease has again; 0 when there is no such lease; undefined when the request went unheard. */
  renew(id: LeaseId): number | undefined {
    if (this.deafKeepAlives > 0) {
      this.deafKeepAlives -= 1;
      return undefined;
    }
    const lease = this.#leases.get(id);
    if (lease === undefined) return 0;
    lease.timer.cancel();
    this.#arm(id, lease);
    return lease.ttlSeconds;
  }

  revoke(id: LeaseId): void {
    const lease = this.#leases.get(id);
    if (lease === undefined) throw new EtcdClientError("NOT_FOUND", texts.leaseNotFound);
    lease.timer.cancel();
    this.#leases.delete(id);
    const keys = this.#sorted().filter((kv) => kv.lease === id);
    this.#write((record) => {
      for (const { key } of keys) this.#delete(key, record);
    });
  }

  /** What a watch from this revision on has missed; throws when it is gone. */
  changesFrom(revision: number): readonly Change[] {
    if (revision <= this.#compacted) throw new EtcdClientError("OUT_OF_RANGE", texts.compacted);
    return this.#history.filter((change) => change.revision >= revision);
  }

  #arm(id: LeaseId, lease: NaiveLease): void {
    lease.timer = this.clock.setTimer(lease.ttlSeconds * 1000, () => this.revoke(id));
  }

  /** Everything in one write gets the next revision; a write that changes nothing takes none. */
  #write<R>(change: (record: (event: WatchEvent) => void) => R): R {
    const events: WatchEvent[] = [];
    this.revision += 1;
    const result = change((event) => events.push(event));
    if (events.length === 0) {
      this.revision -= 1;
      return result;
    }
    const made = { revision: this.revision, events };
    this.#history.push(made);
    for (const tell of [...this.watchers]) tell(made);
    return result;
  }

  #apply(operation: RequestOp, record: (event: WatchEvent) => void): ResponseOp {
    if (operation.kind === "range")
      return { kind: "range", response: this.range(operation.request) };
    if (operation.kind === "deleteRange") {
      const doomed = this.#sorted().filter((kv) => contains(operation.request, kv.key));
      for (const { key } of doomed) this.#delete(key, record);
      return { kind: "deleteRange", response: { revision: this.revision, deleted: doomed.length } };
    }
    const { key, value, lease = 0n } = operation.request;
    if (lease !== 0n && !this.#leases.has(lease)) {
      throw new EtcdClientError("NOT_FOUND", texts.leaseNotFound);
    }
    const before = this.#keys.get(text(key));
    const createRevision = before?.createRevision ?? this.revision;
    const version = (before?.version ?? 0) + 1;
    const kv = { key, value, lease, createRevision, modRevision: this.revision, version };
    this.#keys.set(text(key), kv);
    record({ type: "put", kv });
    return { kind: "put", response: { revision: this.revision } };
  }

  #delete(key: Uint8Array, record: (event: WatchEvent) => void): void {
    this.#keys.delete(text(key));
    const gone = { createRevision: 0, version: 0, lease: 0n, value: new Uint8Array() };
    record({ type: "delete", kv: { ...gone, key, modRevision: this.revision } });
  }

  #holds({ key, target, result, operand }: Compare): boolean {
    const kv = this.#keys.get(text(key));
    const actual = { create: kv?.createRevision, mod: kv?.modRevision, version: kv?.version };
    const difference = (actual[target] ?? 0) - operand;
    if (result === "equal") return difference === 0;
    if (result === "notEqual") return difference !== 0;
    return result === "less" ? difference < 0 : difference > 0;
  }

  #sorted(): KeyValue[] {
    return [...this.#keys.values()].sort((a, b) => Buffer.compare(a.key, b.key));
  }
}

/** Whether a key is in a range. */
export function contains({ key: start, rangeEnd }: KeyRange, key: Uint8Array): boolean {
  if (rangeEnd === undefined) return Buffer.compare(start, key) === 0;
  return Buffer.compare(start, key) <= 0 && Buffer.compare(key, rangeEnd) < 0;
}

/** Bytes as text: the keys and values of the tests are UTF-8. */
export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}
