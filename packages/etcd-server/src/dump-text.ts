import type { EtcdState } from "@leaderlab/etcd-core";

const format = "leaderlab etcd dump";
/** Raised when a dump of before would no longer be understood. */
const version = 1;

/** Lists of any length: one line for each member. */
const lists = ["records", "leases"] as const;

/** Names of fields that hold bytes. */
const byteFields: ReadonlySet<string> = new Set(["key", "value", "rangeEnd"]);

/**
 * A whole state as JSON lines, the same for the same state: a head with what there is one of, a line for each change
 * and each lease, an end that counts them. Bytes that are UTF-8 stand as text, others as `{"base64":…}`; a 64-bit integer is
 * `{"int64":"…"}`.
 *
 *     {"format":"leaderlab etcd dump","version":1,"revision":2,"compactRevision":-1,…}
 *     {"record":{"key":"a","value":"1","createRevision":2,"modRevision":2,"version":1,"lease":{"int64":"0"}},…}
 *     {"end":{"records":1,"leases":0}}
 *
 * It holds everything that the store holds, the hashes of passwords too.
 */
export function formatDump(state: EtcdState): string {
  const { records, leases, ...head } = state;
  const lines = [
    { format, version, ...head },
    ...records.map(({ record, ...rest }) => ({ record, ...rest })),
    ...leases.map((lease) => ({ lease })),
    { end: { records: records.length, leases: leases.length } },
  ];
  return lines.map((line) => `${JSON.stringify(encoded(line))}\n`).join("");
}

/** Reads what `formatDump` wrote. Throws an Error that names the line which is not such a one. */
export function parseDump(text: string): EtcdState {
  const [first, ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line, index) => parseLine(line, index + 1));
  if (first?.["format"] !== format) throw new Error(`load: line 1 is not the head of a ${format}`);
  if (first["version"] !== version) {
    throw new Error(`load: version ${String(first["version"])} is not known here, only ${version}`);
  }
  const end = lines.pop()?.["end"] as Readonly<Record<string, unknown>> | undefined;
  if (end === undefined) throw new Error("load: the end is missing");
  const records = lines.filter((line) => "record" in line);
  const leases = lines.filter((line) => "lease" in line).map(({ lease }) => lease);
  const counts = { records: records.length, leases: leases.length };
  for (const list of lists) {
    if (counts[list] === end[list]) continue;
    throw new Error(`load: ${String(end[list])} ${list} were written, ${counts[list]} are there`);
  }
  const { format: _, version: __, ...head } = first;
  return { ...head, records, leases } as unknown as EtcdState;
}

type Line = Readonly<Record<string, unknown>>;

function parseLine(line: string, number: number): Line {
  try {
    return decoded(JSON.parse(line)) as Line;
  } catch {
    throw new Error(`load: line ${number} is not JSON`);
  }
}

function encoded(value: unknown, name = ""): unknown {
  if (typeof value === "bigint") return { int64: value.toString() };
  if (typeof value === "string" && byteFields.has(name)) return textOrBase64(value);
  if (Array.isArray(value)) return value.map((item) => encoded(item, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => [field, encoded(part, field)]),
  );
}

function decoded(value: unknown, name = ""): unknown {
  if (typeof value === "string" && byteFields.has(name))
    return Buffer.from(value).toString("latin1");
  if (Array.isArray(value)) return value.map((item) => decoded(item, name));
  if (typeof value !== "object" || value === null) return value;
  if ("int64" in value) return BigInt(value.int64 as string);
  if ("base64" in value) return Buffer.from(value.base64 as string, "base64").toString("latin1");
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => [field, decoded(part, field)]),
  );
}

/** Bytes that are text are read more easily as such. */
function textOrBase64(bytes: string): unknown {
  const buffer = Buffer.from(bytes, "latin1");
  const text = buffer.toString();
  return Buffer.from(text).equals(buffer) ? text : { base64: buffer.toString("base64") };
}
