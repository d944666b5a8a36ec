export { type Bytes, equalBytes, joinBytes, prefixEnd, toBytes } from "./bytes.ts";
export { contenderKey, contenderPrefix } from "./contender.ts";
export { type CampaignOptions, Election, type ResumedLeader } from "./election.ts";
export {
  ElectionError,
  type ElectionErrorKind,
  EtcdClientError,
  type EtcdClientErrorOptions,
  isCompacted,
  isLeaseNotFound,
  type StatusCode,
} from "./errors.ts";
export type {
  Compare,
  DeleteRangeResult,
  EtcdClient,
  KeepAlive,
  KeepAliveStream,
  KeyRange,
  KeyValue,
  Lease,
  LeaseId,
  PutRequest,
  RangeRequest,
  RangeResult,
  RequestOp,
  ResponseOp,
  SortTarget,
  TxnRequest,
  TxnResult,
  WatchEvent,
  WatchResult,
} from "./etcd-client.ts";
export type { KeepAliveEnd } from "./lease-keeper.ts";
export { Mutex } from "./mutex.ts";
export { type LeaderNews, type ObserveLeaderOptions, observeLeader } from "./observe-leader.ts";
export { type ResumeWatchOptions, resumeWatch } from "./resume-watch.ts";
export {
  type LeaseHolder,
  openSession,
  orphanedSession,
  Session,
  type SessionOptions,
} from "./session.ts";
export {
  type Backoff,
  createBackoff,
  type UntilAvailableOptions,
  untilAvailable,
} from "./until-available.ts";
export { withDeadline } from "./with-deadline.ts";
