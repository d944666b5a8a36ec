import type { DatabaseReader, Entry } from "@leaderlab/bbolt";
import type { Alarm, EtcdState, LeaseState, StoredRecord } from "@leaderlab/etcd-core";
import { alarmTypeOf } from "../services/alarm-wire.ts";
import { bytesIn, decodeFields, numberIn } from "./proto-fields.ts";
import { readAuth } from "./stored-auth.ts";
import { decodeMember } from "./stored-member.ts";

/** What etcd's own restore takes for the version when none is written: 3.5 did not write it. */
const unnamedVersion = "3.5.0";
const recordKeyBytes = 17;

/** A state that came out of a file, and where its log had come to. */
export interface RestoredState {
  readonly state: Omit<EtcdState, "proposals">;
  readonly raftIndex: number;
}

/**
 * The state that etcd's file holds, whoever wrote it. Throws an Error for a file that is no etcd's. A compaction that had
 * begun counts as done.
 *
 * Mirrors: restore in etcd server/storage/mvcc/kvstore.go, initAndRecover in server/lease/lessor.go.
 */
export function stateOfBuckets(database: DatabaseReader): RestoredState {
  for (const name of ["key", "meta"]) {
    if (!database.bucketNames.includes(name)) throw new Error(`no bucket ${name}: not etcd's`);
  }
  const meta = byName(database.entries("meta"));
  const cluster = byName(database.entries("cluster"));
  const compactions = ["finishedCompactRev", "scheduledCompactRev"].map((name) => meta.get(name));
  const compactRevision = Math.max(
    -1,
    ...compactions.map((bytes) => (bytes ? revision(bytes) : -1)),
  );
  const { records, last } = readRecords(database.entries("key"));
  return {
    raftIndex: Number(uint64(meta.get("consistent_index") ?? Buffer.alloc(8))),
    state: {
      revision: Math.max(1, last, compactRevision),
      compactRevision,
      records,
      leases: Array.from(database.entries("lease"), leaseOf),
      alarms: Array.from(database.entries("alarm"), alarmOf),
      auth: readAuth(database),
      membership: {
        members: Array.from(database.entries("members"), ({ key, value }) =>
          decodeMember(key, value),
        ),
        removedIds: Array.from(database.entries("members_removed"), ({ key }) =>
          BigInt(`0x${Buffer.from(key).toString()}`),
        ),
      },
      clusterVersion: {
        version: cluster.get("clusterVersion")?.toString() ?? unnamedVersion,
        downgradeTarget: downgradeTarget(cluster.get("downgrade")),
      },
    },
  };
}

function byName(entries: Iterable<Entry>): ReadonlyMap<string, Buffer> {
  const named = Array.from(entries, ({ key, value }) => {
    return [Buffer.from(key).toString(), Buffer.from(value)] as const;
  });
  return new Map(named);
}

/** A record without a key only marks a revision, as `etcdutl snapshot restore --bump-revision` leaves one. */
function readRecords(entries: Iterable<Entry>): { records: StoredRecord[]; last: number } {
  const records: StoredRecord[] = [];
  const keys = new Map<string, string>();
  let last = 0;
  for (const { key, value } of entries) {
    const stored = recordOf(Buffer.from(key), value, keys);
    last = stored.record.modRevision;
    if (stored.record.key !== "") records.push(stored);
  }
  return { records, last };
}

/** All versions of a key share one copy of it. */
function recordOf(bucketKey: Buffer, value: Uint8Array, keys: Map<string, string>): StoredRecord {
  if (bucketKey.length < recordKeyBytes) throw new Error("a record without its revision");
  const fields = decodeFields(value);
  const written = latin1(bytesIn(fields, 1));
  const key = keys.get(written) ?? written;
  keys.set(key, key);
  const isTombstone = bucketKey.length > recordKeyBytes;
  const record = {
    key,
    value: isTombstone ? "" : latin1(bytesIn(fields, 5)),
    createRevision: isTombstone ? 0 : Number(numberIn(fields, 2)),
    modRevision: revision(bucketKey),
    version: isTombstone ? 0 : Number(numberIn(fields, 4)),
    lease: isTombstone ? 0n : BigInt.asIntN(64, numberIn(fields, 6)),
  };
  return { record, subRevision: Number(bucketKey.readBigUInt64BE(9)) };
}

function leaseOf({ value }: Entry): LeaseState {
  const fields = decodeFields(value);
  const grantedTtlSeconds = Number(BigInt.asIntN(64, numberIn(fields, 2)));
  const remainingSeconds = Number(BigInt.asIntN(64, numberIn(fields, 3)));
  return {
    id: BigInt.asIntN(64, numberIn(fields, 1)),
    grantedTtlSeconds,
    remainingMs: 1000 * (remainingSeconds > 0 ? remainingSeconds : grantedTtlSeconds),
  };
}

function alarmOf({ key }: Entry): Alarm {
  const fields = decodeFields(key);
  return { memberId: numberIn(fields, 1), type: alarmTypeOf(Number(numberIn(fields, 2))) };
}

function downgradeTarget(written: Buffer | undefined): string | undefined {
  if (written === undefined) return undefined;
  const { enabled, "target-version": target } = JSON.parse(written.toString());
  return enabled === true ? String(target) : undefined;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function revision(bytes: Buffer): number {
  return Number(uint64(bytes));
}

function uint64(bytes: Buffer): bigint {
  return bytes.readBigUInt64BE(0);
}
