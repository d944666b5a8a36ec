import type { LogLevel } from "./log.ts";

/** What one line says. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: { readonly [name: string]: unknown };
  readonly unixMs: number;
}

/** The place in etcd's source that says a message; tools that show logs show it. Mirrors: etcd 3.6.16. */
const callers: ReadonlyMap<string, string> = new Map([
  ["Running: ", "etcdmain/etcd.go:64"],
  ["failed to verify flags", "etcdmain/etcd.go:66"],
  ["advertise client URLs are not set", "etcdmain/etcd.go:69"],
  ["'data-dir' was empty; using default", "etcdmain/etcd.go:96"],
  ["Initialize and start etcd server", "etcdmain/etcd.go:124"],
  ["discovery failed", "etcdmain/etcd.go:182"],
  ["listener failed", "etcdmain/etcd.go:197"],
  ["recognized and used environment variable", "flags/flag.go:113"],
  ["unrecognized environment variable", "flags/flag.go:94"],
  ["configuring peer listeners", "embed/etcd.go:138"],
  ["configuring client listeners", "embed/etcd.go:146"],
  ["starting an etcd server", "embed/etcd.go:323"],
  ["starting with client TLS", "embed/etcd.go:766"],
  ["now serving peer/client/metrics", "embed/etcd.go:292"],
  ["serving metrics", "embed/etcd.go:890"],
  ["published local member to cluster through raft", "etcdserver/server.go:1834"],
  ["set initial cluster version", "membership/cluster.go:689"],
  ["ready to serve client requests", "embed/serve.go:139"],
  ["grpc service status changed", "v3rpc/health.go:63"],
  ["serving client traffic insecurely; this is strongly discouraged!", "embed/serve.go:222"],
  ["serving client traffic securely", "embed/serve.go:294"],
  ["rejected connection on client endpoint", "embed/config_logging.go:194"],
  ["received signal; shutting down", "osutil/interrupt_unix.go:65"],
  ["closing etcd server", "embed/etcd.go:426"],
  ["closed etcd server", "embed/etcd.go:428"],
]);

const callerOf = (message: string): string => callers.get(message) ?? "leaderlab/etcd";

const moment = (unixMs: number): string => new Date(unixMs).toISOString().replace("Z", "000Z");

/** `{"level":"info","ts":…,"caller":…,"msg":…, …}`: UTC, microseconds, as etcd's zap writes it. */
export function jsonLogLine({ level, message, fields, unixMs }: LogEntry): string {
  const said = { level, ts: moment(unixMs), caller: callerOf(message), msg: message, ...fields };
  return `${JSON.stringify(said)}\n`;
}

/** The same for people: columns, and what belongs to it as JSON with spaces. Mirrors: zap's console encoder. */
export function consoleLogLine({ level, message, fields, unixMs }: LogEntry): string {
  const columns = [moment(unixMs), level, callerOf(message), message];
  if (Object.keys(fields).length > 0) columns.push(spacedJson(fields));
  return `${columns.join("\t")}\n`;
}

function spacedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spacedJson).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}: ${spacedJson(member)}`).join(", ")}}`;
}
