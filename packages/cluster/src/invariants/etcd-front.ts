import type {
  AlarmRequest,
  DeleteRangeRequest,
  Etcd,
  EtcdState,
  LeaseId,
  Outbox,
  PutRequest,
  RangeRequest,
  TxnRequest,
} from "@leaderlab/etcd-core";

/**
 * Something that stands before etcd's core and passes everything on to it. Who wants to see some of it, or to answer it
 * another way, extends this; a Proxy would do the same and cost several times as much a call.
 */
export class EtcdFront implements Etcd {
  protected readonly core: Etcd;

  constructor(core: Etcd) {
    this.core = core;
  }

  get revision() {
    return this.core.revision;
  }

  get compactRevision() {
    return this.core.compactRevision;
  }

  get proposals() {
    return this.core.proposals;
  }

  get counts() {
    return this.core.counts;
  }

  get totals() {
    return this.core.totals;
  }

  get sizeBytes() {
    return this.core.sizeBytes;
  }

  get sizeInUseBytes() {
    return this.core.sizeInUseBytes;
  }

  get quotaBytes() {
    return this.core.quotaBytes;
  }

  get alarms() {
    return this.core.alarms;
  }

  get members() {
    return this.core.members;
  }

  get clusterVersion() {
    return this.core.clusterVersion;
  }

  get auth() {
    return this.core.auth;
  }

  get access(): Etcd["access"] {
    return this.core.access;
  }

  range(request: RangeRequest) {
    return this.core.range(request);
  }

  put(request: PutRequest) {
    return this.core.put(request);
  }

  deleteRange(request: DeleteRangeRequest) {
    return this.core.deleteRange(request);
  }

  txn(request: TxnRequest) {
    return this.core.txn(request);
  }

  compact(revision: number) {
    return this.core.compact(revision);
  }

  leaseGrant(id: LeaseId, ttlSeconds: number) {
    return this.core.leaseGrant(id, ttlSeconds);
  }

  leaseRevoke(id: LeaseId) {
    this.core.leaseRevoke(id);
  }

  leaseKeepAlive(id: LeaseId) {
    return this.core.leaseKeepAlive(id);
  }

  leaseTimeToLive(id: LeaseId, withKeys: boolean) {
    return this.core.leaseTimeToLive(id, withKeys);
  }

  leases() {
    return this.core.leases();
  }

  leaseRemainingMs(id: LeaseId) {
    return this.core.leaseRemainingMs(id);
  }

  alarm(request: AlarmRequest) {
    return this.core.alarm(request);
  }

  hashKv(revision: number) {
    return this.core.hashKv(revision);
  }

  defragment() {
    this.core.defragment();
  }

  exportState() {
    return this.core.exportState();
  }

  importState(state: EtcdState) {
    this.core.importState(state);
  }

  openWatchStream(outbox: Outbox) {
    return this.core.openWatchStream(outbox);
  }

  watchers() {
    return this.core.watchers();
  }

  advance(nowMs: number) {
    this.core.advance(nowMs);
  }

  nextDeadline() {
    return this.core.nextDeadline();
  }
}
