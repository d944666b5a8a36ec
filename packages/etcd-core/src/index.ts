export type { Alarm, AlarmType } from "./alarm/alarm-store.ts";
export type { Auth, PasswordToCheck } from "./auth/auth.ts";
export type { AuthState, RoleRecord, UserRecord } from "./auth/auth-records.ts";
export type { OnLoginsEnd } from "./auth/auth-store.ts";
export type { Caller, KnownCaller } from "./auth/caller.ts";
export type { Permission, PermissionType } from "./auth/permission.ts";
export { Crc32c } from "./backend/crc32c.ts";
export type { KvHash } from "./backend/kv-hash.ts";
export {
  RecordEncoder,
  recordKeyBytes,
  type StoredRecord,
  storedValueBytes,
} from "./backend/stored-record.ts";
export type { ClusterVersion, ClusterVersionState } from "./cluster/cluster-version.ts";
export type { Member, MembershipState } from "./cluster/member.ts";
export type { Membership } from "./cluster/membership.ts";
export { createEtcd } from "./create-etcd.ts";
export {
  EtcdError,
  type EtcdErrorCode,
  type EtcdErrorName,
  etcdErrors,
  watchRefusals,
} from "./errors.ts";
export type { Etcd, EtcdCounts, EtcdOperation, EtcdOptions } from "./etcd.ts";
export type { LeaseState } from "./lease/lease.ts";
export type { History } from "./mvcc/restored-history.ts";
export type {
  AlarmRequest,
  ByteString,
  Compare,
  CompareResult,
  CompareTarget,
  DeleteRangeRequest,
  KeyRange,
  LeaseId,
  PutRequest,
  RangeRequest,
  RequestOp,
  SortOrder,
  SortTarget,
  TxnRequest,
  WatchCreateRequest,
} from "./requests.ts";
export { noLease } from "./requests.ts";
export type {
  DeleteRangeResponse,
  KeyValue,
  LeaseGrantResponse,
  LeaseTimeToLiveResponse,
  PutResponse,
  RangeResponse,
  ResponseOp,
  TxnResponse,
  WatchEvent,
  WatchResponse,
} from "./responses.ts";
export type { EtcdState } from "./state.ts";
export type { EtcdTotals } from "./tally.ts";
export type { Outbox, WatchStream } from "./watch/watch-stream.ts";
export type { WatcherFacts } from "./watch/watcher.ts";
