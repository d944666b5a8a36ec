export { createEtcd } from "./create-etcd.ts";
export {
  EtcdError,
  type EtcdErrorCode,
  type EtcdErrorName,
  etcdErrors,
  watchRefusals,
} from "./errors.ts";
export type { Etcd, EtcdCounts, EtcdOptions } from "./etcd.ts";
export type {
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
export type { Outbox, WatchStream } from "./watch/watch-stream.ts";
export type { WatcherFacts } from "./watch/watcher.ts";
