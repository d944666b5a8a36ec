export { type EtcdCommand, type EtcdConfig, parseEtcdFlags } from "./config.ts";
export { type EtcdOptions, type EtcdServer, type ListenAddress, startEtcd } from "./etcd-server.ts";
export { FlagError } from "./go-flags.ts";
export { createJsonLog, type Log, type LogLevel, silentLog } from "./log.ts";
export { startEtcdFromConfig } from "./start-from-config.ts";
export { helpText, usage, versionText } from "./usage.ts";
export { version as etcdVersion } from "./version.ts";
