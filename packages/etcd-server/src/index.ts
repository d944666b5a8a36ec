export type { AutoCompaction } from "./auto-compactor.ts";
export { StateFileError } from "./backend/state-file.ts";
export type { CallRecord, RecordedMessage } from "./call-record.ts";
export type { Control } from "./control.ts";
export { type EtcdOptions, type EtcdServer, startEtcd } from "./etcd-server.ts";
export type { Fault } from "./fault.ts";
export type { InjectedFault } from "./faults.ts";
export type {
  InspectedKey,
  InspectedLease,
  InspectedWatcher,
  Inspection,
} from "./inspection.ts";
export type { ListenAddress } from "./listeners.ts";
export { type Log, type LogLevel, silentLog } from "./log.ts";
export type { HistoryLimits, RequestHistory } from "./request-history.ts";
export { type EtcdEnding, type EtcdProcess, runEtcd } from "./run-etcd.ts";
export type { TimeMode } from "./server-time.ts";
export { version as etcdVersion } from "./version.ts";
