import { EtcdError } from "../errors.ts";
import type {
  ByteString,
  DeleteRangeRequest,
  KeyRange,
  LeaseId,
  PutRequest,
  RequestOp,
  TxnRequest,
} from "../requests.ts";
import type { UserRecord } from "./auth-records.ts";
import type { AuthStore } from "./auth-store.ts";
import type { Caller } from "./caller.ts";

/** Whoever knows which keys hang on a lease. */
export interface LeaseKeys {
  /** Undefined for a lease that is not there. */
  attachedKeys(lease: LeaseId): Iterable<ByteString> | undefined;
}

/**
 * What whoever asks at the moment may do. While auth is off, and when the server itself asks, that is everything;
 * otherwise each check throws `invalidAuthToken` for a token that is good for nothing, `userNameEmpty` for
 * nobody in particular, and what stands with it.
 *
 * Mirrors: etcd server/etcdserver/apply/apply_auth.go, and isOpPermitted in server/auth/store.go.
 */
export class Access {
  readonly #auth: AuthStore;
  readonly #leases: LeaseKeys;
  #caller: Caller | undefined;

  constructor(auth: AuthStore, leases: LeaseKeys) {
    this.#auth = auth;
    this.#leases = leases;
  }

  /**
   * Does something in a caller's name, from beginning to end. What is done outside of this is done
   * by the server itself, which may do everything.
   */
  as<T>(caller: Caller, work: () => T): T {
    return this.#within(caller, work);
  }

  /** Does something in the server's own name while a caller asks. */
  asServer<T>(work: () => T): T {
    return this.#within(undefined, work);
  }

  #within<T>(caller: Caller | undefined, work: () => T): T {
    const outer = this.#caller;
    this.#caller = caller;
    try {
      return work();
    } finally {
      this.#caller = outer;
    }
  }

  /** The user who asks; empty for everybody else. */
  get userName(): string {
    return typeof this.#caller === "object" ? this.#caller.userName : "";
  }

  /** Nobody in particular may go on, too. */
  requireNoBadToken(): void {
    if (this.#isFree()) return;
    if (this.#caller === "invalidToken") throw new EtcdError("invalidAuthToken");
  }

  /** Whoever is somebody may go on, even a user that no longer is. */
  requireLogin(): void {
    if (this.#isFree()) return;
    this.requireNoBadToken();
    if (this.#caller === "anonymous") throw new EtcdError("userNameEmpty");
  }

  /** Users of the role root may go on, however old their proof is. Throws `userNotFound` and `permissionDenied`. */
  requireRoot(): void {
    if (this.#isFree()) return;
    this.requireNoBadToken();
    if (this.userName === "") throw new EtcdError("userNameEmpty");
    const user = this.#auth.requireUser(this.userName);
    if (!this.#auth.isRoot(user)) throw new EtcdError("permissionDenied");
  }

  /** Throws `authRevisionOld` and `permissionDenied`, as all of the following. */
  requireRead(range: KeyRange): void {
    const user = this.#currentUser();
    if (user === undefined || this.#auth.isRoot(user)) return;
    if (!this.#auth.rangePermissionsOf(user).mayRead(range))
      throw new EtcdError("permissionDenied");
  }

  requireWrite(range: KeyRange): void {
    const user = this.#currentUser();
    if (user === undefined || this.#auth.isRoot(user)) return;
    if (!this.#auth.rangePermissionsOf(user).mayWrite(range))
      throw new EtcdError("permissionDenied");
  }

  /** A key can be put on a lease only by whoever may write all that hangs on it. */
  requirePut({ key, lease, prevKv }: PutRequest): void {
    if (this.#isFree()) return;
    this.requireWrite(one(key));
    if (lease !== undefined) this.requireWriteLease(lease);
    if (prevKv) this.requireRead(one(key));
  }

  requireDelete(request: DeleteRangeRequest): void {
    this.requireWrite(request);
    if (request.prevKv) this.requireRead(request);
  }

  /** Both branches are looked at, whichever will run; who asks for nothing may do so. */
  requireTxn(request: TxnRequest): void {
    if (this.#isFree()) return;
    this.requireNoBadToken();
    for (const compare of request.compare) this.requireRead(compare);
    for (const op of request.success) this.#requireOp(op);
    for (const op of request.failure) this.#requireOp(op);
  }

  /** Root may always, even with an old proof; others when they may write each key on the lease. */
  requireWriteLease(lease: LeaseId): void {
    this.#requireLeaseKeys(lease, (key) => this.requireWrite(one(key)));
  }

  requireReadLease(lease: LeaseId): void {
    this.#requireLeaseKeys(lease, (key) => this.requireRead(one(key)));
  }

  #requireLeaseKeys(lease: LeaseId, requireKey: (key: ByteString) => void): void {
    if (this.#isFree() || this.#hasRoot()) return;
    for (const key of this.#leases.attachedKeys(lease) ?? []) requireKey(key);
  }

  #requireOp(op: RequestOp): void {
    if (op.kind === "range") this.requireRead(op.request);
    else if (op.kind === "put") this.requirePut(op.request);
    else if (op.kind === "deleteRange") this.requireDelete(op.request);
    else if (op.kind === "txn") this.requireTxn(op.request);
  }

  /** Whether nothing is checked. */
  #isFree(): boolean {
    return !this.#auth.isEnabled || this.#caller === undefined;
  }

  #hasRoot(): boolean {
    const user = this.#auth.user(this.userName);
    return user !== undefined && this.#auth.isRoot(user);
  }

  /** The user whose permissions count; undefined when nothing is checked. */
  #currentUser(): UserRecord | undefined {
    if (this.#isFree()) return undefined;
    this.requireLogin();
    const { userName, authRevision } = this.#caller as Exclude<Caller, string>;
    if (authRevision === 0) throw new EtcdError("userNameEmpty");
    if (authRevision < this.#auth.revision) throw new EtcdError("authRevisionOld");
    const user = this.#auth.user(userName);
    if (user === undefined) throw new EtcdError("permissionDenied");
    return user;
  }
}

function one(key: ByteString): KeyRange {
  return { key, rangeEnd: "" };
}
