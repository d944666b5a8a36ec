import type { Bucket, Entry, EntrySize } from "@leaderlab/bbolt";
import {
  type EtcdState,
  type LeaseState,
  RecordEncoder,
  storedValueBytes,
} from "@leaderlab/etcd-core";
import { alarmNumber } from "../services/alarm-wire.ts";
import { encodeFields, type ProtoField } from "./proto-fields.ts";
import { authEntries, roleEntry, userEntry } from "./stored-auth.ts";
import { encodeMember, memberKey } from "./stored-member.ts";

/** What etcd's file says of the log, beside the store's own state. */
export interface LogFacts {
  readonly raftIndex: number;
  readonly raftTerm: number;
}

/** Since this version the storage names its version. */
export const firstNamedVersion = "3.6.0";

/**
 * The content of etcd's file for a state, bucket by bucket in the order of their names.
 *
 * Mirrors: etcd server/storage/schema. Deviates: a lease is stored with the time that is left of it, rounded up to
 * seconds, so that it goes on where it was; etcd stores that only of leases that ran for minutes. `asAtGrant` leaves it out.
 */
export function bucketsOfState(
  state: EtcdState,
  log: LogFacts,
  { asAtGrant = false }: { readonly asAtGrant?: boolean } = {},
): readonly Bucket[] {
  const leases = state.leases.map((lease) => leaseEntry(lease, asAtGrant));
  return [
    listed(
      "alarm",
      state.alarms.map((alarm) => ({ key: encodeAlarm(alarm), value: nothing })),
    ),
    listed("auth", authEntries(state.auth)),
    listed("authRoles", state.auth.roles.map(roleEntry)),
    listed("authUsers", state.auth.users.map(userEntry)),
    listed("cluster", clusterEntries(state)),
    { name: "key", entries: () => recordEntries(state), sizes: () => recordSizes(state) },
    listed("lease", leases),
    listed(
      "members",
      state.membership.members.map((one) => ({ key: memberKey(one.id), value: encodeMember(one) })),
    ),
    listed(
      "members_removed",
      state.membership.removedIds.map((id) => ({ key: memberKey(id), value: text("removed") })),
    ),
    listed("meta", metaEntries(state, log)),
  ];
}

const nothing = new Uint8Array();
const text = (written: string) => Buffer.from(written);

/** A bucket of few entries, put in the order of their keys. */
function listed(name: string, entries: readonly Entry[]): Bucket {
  const sorted = entries.toSorted((a, b) => Buffer.compare(a.key, b.key));
  return { name, entries: () => sorted };
}

function* recordEntries({ records }: EtcdState): Iterable<Entry> {
  const encoder = new RecordEncoder();
  for (const stored of records) {
    yield { key: encoder.key(stored), value: encoder.value(stored.record) };
  }
}

function* recordSizes({ records }: EtcdState): Iterable<EntrySize> {
  const encoder = new RecordEncoder();
  for (const stored of records) {
    yield { key: encoder.key(stored), valueBytes: storedValueBytes(stored.record) };
  }
}

function encodeAlarm(alarm: EtcdState["alarms"][number]): Uint8Array {
  const fields: ProtoField[] = [
    [1, alarm.memberId],
    [2, BigInt(alarmNumber(alarm.type))],
  ];
  return encodeFields(fields.filter(([, value]) => value !== 0n));
}

function leaseEntry({ id, grantedTtlSeconds, remainingMs }: LeaseState, asAtGrant: boolean): Entry {
  const remainingSeconds = Math.max(1, Math.ceil(remainingMs / 1000));
  const hasRun = !asAtGrant && remainingSeconds < grantedTtlSeconds;
  const fields: ProtoField[] = [
    [1, id],
    [2, BigInt(grantedTtlSeconds)],
    ...(hasRun ? [[3, BigInt(remainingSeconds)] as const] : []),
  ];
  return { key: uint64(id), value: encodeFields(fields) };
}

function clusterEntries({ clusterVersion }: EtcdState): Entry[] {
  const { version, downgradeTarget } = clusterVersion;
  const downgrade = JSON.stringify({ "target-version": downgradeTarget, enabled: true });
  return [
    { key: text("clusterVersion"), value: text(version) },
    ...(downgradeTarget === undefined ? [] : [{ key: text("downgrade"), value: text(downgrade) }]),
  ];
}

function metaEntries(state: EtcdState, { raftIndex, raftTerm }: LogFacts): Entry[] {
  const { compactRevision, clusterVersion, membership } = state;
  const compacted = compactRevision < 0 ? [] : ["finishedCompactRev", "scheduledCompactRev"];
  const version = clusterVersion.version;
  return [
    { key: text("confState"), value: text(confState(membership.members)) },
    { key: text("consistent_index"), value: uint64(BigInt(raftIndex)) },
    ...compacted.map((name) => ({ key: text(name), value: revisionBytes(compactRevision) })),
    ...(version < firstNamedVersion ? [] : [{ key: text("storageVersion"), value: text(version) }]),
    { key: text("term"), value: uint64(BigInt(raftTerm)) },
  ];
}

function confState(members: EtcdState["membership"]["members"]): string {
  const ids = (isLearner: boolean) =>
    members.filter((member) => member.isLearner === isLearner).map(({ id }) => id);
  const learners = ids(true);
  const withLearners = learners.length > 0 ? `,"learners":[${learners}]` : "";
  return `{"voters":[${ids(false)}]${withLearners},"auto_leave":false}`;
}

function revisionBytes(revision: number): Buffer {
  return Buffer.concat([uint64(BigInt(revision)), text("_"), uint64(0n)]);
}

function uint64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value));
  return bytes;
}
