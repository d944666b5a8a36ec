import type { LeaseKeys } from "../auth/access.ts";
import { DeadlineQueue } from "../deadline-queue.ts";
import { EtcdError } from "../errors.ts";
import type { CurrentTime } from "../monotonic-time.ts";
import type { LeaseAttachments } from "../mvcc/write-txn.ts";
import { type ByteString, type LeaseId, noLease } from "../requests.ts";
import type { LeaseGrantResponse, LeaseTimeToLiveResponse } from "../responses.ts";
import type { Lease, LeaseDeadline, LeaseState } from "./lease.ts";

/** The longest time to live that etcd grants: some 285 years, far from overflowing its clock. */
const maxTtlSeconds = 9_000_000_000;

/** How often an id is drawn before the source counts as exhausted. */
const maxDraws = 16;

export interface LessorOptions {
  /** A shorter time to live is granted as this. */
  readonly minTtlSeconds: number;
  /** Draws an id; bits above 63 are dropped. */
  readonly nextId: () => LeaseId;
  readonly time: CurrentTime;
}

/**
 * Who holds which lease until when, and which keys hang on it. It knows no store: ending a lease
 * gives back the keys that are to be deleted, and who ends it deletes them like a client would.
 *
 * Example: grant 7 for 10 s at 0, grant 8 for 4 s at 1, keep 8 alive at 3:
 *
 *     order of expiry  [7 at 10]  →  [8 at 5, 7 at 10]  →  [8 at 7, 7 at 10]
 *
 * Mirrors: lessor in etcd server/lease/lessor.go. Deviates: a lease ends at its moment, not within
 * half a second of it.
 */
export class Lessor implements LeaseAttachments, LeaseKeys {
  readonly #options: LessorOptions;
  readonly #leases = new Map<LeaseId, LeaseDeadline>();
  readonly #byExpiry = new DeadlineQueue<Lease>();

  constructor(options: LessorOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#leases.size;
  }

  /** When the next lease expires. */
  get nextExpiryMs(): number | undefined {
    return this.#byExpiry.peek()?.dueMs;
  }

  /**
   * A lease whose time is over: the one that expired first, of several the one that was granted
   * first.
   */
  get expired(): LeaseId | undefined {
    const first = this.#byExpiry.peek();
    return first && first.dueMs <= this.#options.time.nowMs ? first.item.id : undefined;
  }

  has(id: LeaseId): boolean {
    return this.#leases.has(id);
  }

  /** Grants a lease; an id of 0n has one drawn. Throws `leaseTtlTooLarge` and `leaseExists`. */
  grant(askedId: LeaseId, askedTtlSeconds: number): LeaseGrantResponse {
    if (askedTtlSeconds > maxTtlSeconds) throw new EtcdError("leaseTtlTooLarge");
    const id = askedId === noLease ? this.#drawId() : askedId;
    if (this.#leases.has(id)) throw new EtcdError("leaseExists");
    const ttlSeconds = Math.max(askedTtlSeconds, this.#options.minTtlSeconds);
    const lease: Lease = { id, grantedTtlSeconds: ttlSeconds, keys: new Set() };
    this.#leases.set(id, this.#byExpiry.add(this.#expiryOf(lease), lease));
    return { id, ttlSeconds };
  }

  /** Begins a lease's time anew and returns it in seconds; 0 for a lease that is not there. */
  renew(id: LeaseId): number {
    const deadline = this.#leases.get(id);
    if (deadline === undefined) return 0;
    this.#byExpiry.move(deadline, this.#expiryOf(deadline.item));
    return deadline.item.grantedTtlSeconds;
  }

  /** The keys on a lease, ascending. Throws `leaseNotFound`. */
  keysOf(id: LeaseId): readonly ByteString[] {
    const deadline = this.#leases.get(id);
    if (deadline === undefined) throw new EtcdError("leaseNotFound");
    return sortedKeys(deadline.item);
  }

  attachedKeys(id: LeaseId): Iterable<ByteString> | undefined {
    return this.#leases.get(id)?.item.keys;
  }

  /** Ends a lease; its keys are the caller's to delete. */
  end(id: LeaseId): void {
    const deadline = this.#leases.get(id);
    if (deadline === undefined) return;
    this.#leases.delete(id);
    this.#byExpiry.remove(deadline);
  }

  /**
   * What is left of a lease, in whole seconds; a time to live of -1 for a lease that is not there.
   */
  timeToLive(id: LeaseId, withKeys: boolean): LeaseTimeToLiveResponse {
    const deadline = this.#leases.get(id);
    if (deadline === undefined) return { id, ttlSeconds: -1, grantedTtlSeconds: 0, keys: [] };
    return {
      id,
      ttlSeconds: Math.floor(this.#remainingMs(deadline) / 1000),
      grantedTtlSeconds: deadline.item.grantedTtlSeconds,
      keys: withKeys ? sortedKeys(deadline.item) : [],
    };
  }

  /** What is left of a lease, exactly; undefined for a lease that is not there. */
  remainingMs(id: LeaseId): number | undefined {
    const deadline = this.#leases.get(id);
    return deadline && this.#remainingMs(deadline);
  }

  /** All leases, the one that expires first at the front. */
  ids(): LeaseId[] {
    return this.#byExpiry.inOrder().map((lease) => lease.id);
  }

  /** All leases as plain values, in the order of their grant. */
  export(): LeaseState[] {
    return [...this.#leases.values()].map((deadline) => ({
      id: deadline.item.id,
      grantedTtlSeconds: deadline.item.grantedTtlSeconds,
      remainingMs: this.#remainingMs(deadline),
    }));
  }

  /** Replaces all leases; no key hangs on any of them yet. */
  restore(leases: readonly LeaseState[]): void {
    for (const deadline of this.#leases.values()) this.#byExpiry.remove(deadline);
    this.#leases.clear();
    for (const { id, grantedTtlSeconds, remainingMs } of leases) {
      const dueMs = this.#options.time.nowMs + remainingMs;
      const lease: Lease = { id, grantedTtlSeconds, keys: new Set() };
      this.#leases.set(id, this.#byExpiry.add(dueMs, lease));
    }
  }

  attach(id: LeaseId, key: ByteString): void {
    this.#leases.get(id)?.item.keys.add(key);
  }

  detach(id: LeaseId, key: ByteString): void {
    this.#leases.get(id)?.item.keys.delete(key);
  }

  #remainingMs(deadline: LeaseDeadline): number {
    return Math.max(0, deadline.dueMs - this.#options.time.nowMs);
  }

  #expiryOf(lease: Lease): number {
    return this.#options.time.nowMs + lease.grantedTtlSeconds * 1000;
  }

  #drawId(): LeaseId {
    for (let draw = 0; draw < maxDraws; draw++) {
      const id = BigInt.asUintN(63, this.#options.nextId());
      if (id !== noLease && !this.#leases.has(id)) return id;
    }
    throw new EtcdError("leaseExists");
  }
}

function sortedKeys(lease: Lease): ByteString[] {
  return [...lease.keys].sort();
}
