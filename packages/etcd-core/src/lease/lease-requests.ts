import type { AlarmStore } from "../alarm/alarm-store.ts";
import type { Access } from "../auth/access.ts";
import type { WriteTxn } from "../mvcc/write-txn.ts";
import type { LeaseId } from "../requests.ts";
import type { LeaseGrantResponse, LeaseTimeToLiveResponse } from "../responses.ts";
import type { Tally } from "../tally.ts";
import type { Lessor } from "./lessor.ts";

export interface LeaseRequestsParts {
  readonly lessor: Lessor;
  readonly access: Access;
  readonly alarms: AlarmStore;
  readonly tally: Tally;
  /** Counts a request as a proposal and does it. */
  readonly propose: <R>(operation: "LeaseGrant" | "LeaseRevoke", apply: () => R) => R;
  /** Changes keys and tells their watchers. */
  readonly write: <R>(apply: (txn: WriteTxn) => R) => R;
}

/** What clients ask about leases: counted, and refused to whoever may not ask it. */
export class LeaseRequests {
  readonly #parts: LeaseRequestsParts;

  constructor(parts: LeaseRequestsParts) {
    this.#parts = parts;
  }

  grant(id: LeaseId, ttlSeconds: number): LeaseGrantResponse {
    const { access, alarms, lessor, tally, propose } = this.#parts;
    access.requireLogin();
    return propose("LeaseGrant", () => {
      alarms.requireRoom();
      const granted = lessor.grant(id, ttlSeconds);
      tally.leasesGranted += 1;
      return granted;
    });
  }

  revoke(id: LeaseId): void {
    const { access, alarms, propose } = this.#parts;
    access.requireLogin();
    propose("LeaseRevoke", () => {
      alarms.requireSound();
      access.requireWriteLease(id);
      this.#end(id);
    });
  }

  keepAlive(id: LeaseId): number {
    const { access, lessor, tally } = this.#parts;
    access.requireLogin();
    access.requireWriteLease(id);
    // A lease whose time is over cannot be saved, even when nobody has come to end it yet.
    if (lessor.remainingMs(id) === 0) access.asServer(() => this.revoke(id));
    const ttlSeconds = lessor.renew(id);
    if (ttlSeconds > 0) tally.leasesRenewed += 1;
    return ttlSeconds;
  }

  timeToLive(id: LeaseId, withKeys: boolean): LeaseTimeToLiveResponse {
    const { access, lessor } = this.#parts;
    access.requireLogin();
    if (withKeys) access.requireReadLease(id);
    return lessor.timeToLive(id, withKeys);
  }

  list(): LeaseId[] {
    const { access, lessor } = this.#parts;
    access.requireLogin();
    const ids = lessor.ids();
    for (const id of ids) access.requireReadLease(id);
    return ids;
  }

  /**
   * Ends leases whose time is over, so many at most, in the server's own name. A lease ends by a
   * write, and a store that is known to be corrupt takes none.
   */
  expire(most: number): void {
    const { access, alarms, lessor, tally } = this.#parts;
    for (let expired = 0; expired < most && !alarms.isCorrupt; expired++) {
      const id = lessor.expired;
      if (id === undefined) return;
      access.asServer(() => this.revoke(id));
      tally.leasesExpired += 1;
    }
  }

  #end(id: LeaseId): void {
    const { lessor, tally, write } = this.#parts;
    const keys = lessor.keysOf(id);
    write((txn) => {
      for (const key of keys) {
        txn.delete(key);
        txn.tally.countDelete();
      }
      lessor.end(id);
    });
    tally.leasesRevoked += 1;
  }
}
