/** Lines of the log that tell how the configuration was taken; of level info only these are compared. */
const tellingInfo = new Set([
  "Running: ",
  "recognized and used environment variable",
  "loaded server configuration, other configuration command line flags and environment variables will be ignored if provided",
]);
/**
 * Said of sockets that ours does not open or opens in another order, and of a disk or a machine that is slow or a
 * moment that is early.
 */
const unheeded = new Set([
  "closing peer listener",
  "creating peer listener failed",
  "Failed to detect schema version",
  "failed to update storage version",
  "failed to update cluster version",
  "failed to publish local member to cluster through raft",
  "apply request took too long",
  "slow fdatasync",
  "leader failed to send out heartbeat on time; took too long, leader is overloaded likely from slow disk",
  "waiting for ReadIndex response took too long, retrying",
]);

/** Where a stream's text goes on with what is not compared: the way out, a trace, the texts of help. */
const endsAt =
  /^.*received signal; shutting down|^\n?goroutine \d+ \[|^Usage:$|^\nMember:$|^Git SHA:/m;

/**
 * What a stream of etcd's tells a user of how it took its configuration: its log without moments, places in the source
 * and what goes on besides, texts of help cut short.
 */
export function comparableLines(stream: string): string[] {
  const end = endsAt.exec(stream);
  const lines = stream.slice(0, end?.index ?? stream.length).split("\n");
  const kept = lines
    .filter((line) => line !== "" && !/ready to serve|serving client|WARNING: \[core\]/.test(line))
    .flatMap((line) => (line.startsWith('{"level"') ? logLine(line) : consoleLine(line)));
  const label = /Usage|Member|Git SHA/.exec(end?.[0] ?? "")?.[0];
  return label === undefined ? kept : [...kept, `${label} …`];
}

/** A line of the console format without its moment and the place in the source; any other as it stands. */
function consoleLine(line: string): string[] {
  const [, level, said = ""] = /^[0-9-]+T[0-9:.]+Z\t(\w+)\t(.*)$/.exec(line) ?? [];
  if (level === undefined) return [line];
  const [message = "", fields = ""] = said.split("\t").slice(1);
  if (level === "info" && !tellingInfo.has(message)) return [];
  return [`${level} ${message} ${fields.replace(/(?<="args": \[")[^"]*/, "etcd")}`];
}

function logLine(line: string): string[] {
  const { ts: _ts, caller: _caller, stacktrace: _stack, ...said } = JSON.parse(line);
  if (said.logger !== undefined || unheeded.has(said.msg)) return [];
  if ((said.level === "info" || said.level === "debug") && !tellingInfo.has(said.msg)) return [];
  if (said.msg === "Running: ") said.args = ["etcd", ...said.args.slice(1)];
  if (said["certificate-validity-bound-not-after"])
    said["certificate-validity-bound-not-after"] = "";
  return [JSON.stringify(said)];
}
