export type { CallRecord, RecordedMessage } from "./call-record.ts";
export { type EtcdCommand, type EtcdConfig, parseEtcdFlags } from "./config.ts";
export type { Control } from "./control.ts";
export { type EtcdOptions, type EtcdServer, startEtcd } from "./etcd-server.ts";
export type { Fault } from "./fault.ts";
export type { InjectedFault } from "./faults.ts";
export { FlagError } from "./go-flags.ts";
export type {
  InspectedKey,
  InspectedLease,
  InspectedWatcher,
  Inspection,
} from "./inspection.ts";
export type { ListenAddress } from "./listeners.ts";
export { createJsonLog, type Log, type LogLevel, silentLog } from "./log.ts";
export type { HistoryLimits, RequestHistory } from "./request-history.ts";
export type { TimeMode } from "./server-time.ts";
export { startEtcdFromConfig } from "./start-from-config.ts";
export { helpText, usage, versionText } from "./usage.ts";
export { version as etcdVersion } from "./version.ts";
