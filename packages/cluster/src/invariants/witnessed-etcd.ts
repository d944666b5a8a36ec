import type {
  DeleteRangeRequest,
  Etcd,
  EtcdState,
  LeaseId,
  Outbox,
  PutRequest,
  TxnRequest,
  WatchStream,
} from "@leaderlab/etcd-core";
import { EtcdFront } from "./etcd-front.ts";

/** What etcd is doing while it changes keys. */
export type Turn = "expiry" | "client" | "revocation";

/** What a witness wants to see of a core, or does in its place. */
export interface Sight {
  /** Moves the core's time on. */
  advance(nowMs: number): void;
  /** Does what changes keys. */
  during<T>(turn: Turn, work: () => T): T;
  /** A lease has so long before it from now. */
  promised(lease: LeaseId, ttlSeconds: number): void;
  revoked(lease: LeaseId): void;
  /** The state is about to be taken along, as at the end of a process. */
  left(): void;
  /** Gives the core a state. */
  restore(state: EtcdState): void;
  /** Opens a watch stream at the core. */
  openStream(outbox: Outbox): WatchStream;
}

/** A core with a witness before it. */
export class WitnessedEtcd extends EtcdFront {
  readonly #sight: Sight;

  constructor(core: Etcd, sight: Sight) {
    super(core);
    this.#sight = sight;
  }

  override advance(nowMs: number) {
    this.#sight.advance(nowMs);
  }

  override put(request: PutRequest) {
    return this.#sight.during("client", () => this.core.put(request));
  }

  override deleteRange(request: DeleteRangeRequest) {
    return this.#sight.during("client", () => this.core.deleteRange(request));
  }

  override txn(request: TxnRequest) {
    return this.#sight.during("client", () => this.core.txn(request));
  }

  override leaseRevoke(id: LeaseId) {
    this.#sight.during("revocation", () => this.core.leaseRevoke(id));
    this.#sight.revoked(id);
  }

  override leaseGrant(id: LeaseId, ttlSeconds: number) {
    const granted = this.core.leaseGrant(id, ttlSeconds);
    this.#sight.promised(granted.id, granted.ttlSeconds);
    return granted;
  }

  override leaseKeepAlive(id: LeaseId) {
    const ttlSeconds = this.core.leaseKeepAlive(id);
    if (ttlSeconds > 0) this.#sight.promised(id, ttlSeconds);
    return ttlSeconds;
  }

  override exportState() {
    this.#sight.left();
    return this.core.exportState();
  }

  override importState(state: EtcdState) {
    this.#sight.restore(state);
  }

  override openWatchStream(outbox: Outbox) {
    return this.#sight.openStream(outbox);
  }
}
