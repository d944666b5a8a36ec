import type { Ask } from "../caller.ts";
import type { Plain } from "../plain-message.ts";
import {
  at,
  type Case,
  call,
  compact,
  del,
  grant,
  inTxn,
  keepAlive,
  kv,
  leases,
  put,
  range,
  revoke,
  timeToLive,
  txn,
} from "./case.ts";

const noSpace = ["RESOURCE_EXHAUSTED", "etcdserver: mvcc: database space exceeded"] as const;
const corruptText = "etcdserver: corrupt cluster";
const notOn34 = { "3.4": "it has no such field or method, or another text" } as const;

const alarm = (request: Plain): Ask => call("Alarm", request);
const raise = (type: string, memberID: string | number = 7): Ask =>
  alarm({ action: "ACTIVATE", memberID, alarm: type });
const end = (type: string, memberID = 7): Ask =>
  alarm({ action: "DEACTIVATE", memberID, alarm: type });
const full = raise("NOSPACE");
const corrupt = raise("CORRUPT");
const status = call("Status");
const hashKv = (revision: number): Ask => call("HashKV", { revision });
const downgrade = (action: string | number, version = ""): Ask =>
  call("Downgrade", { action, version });
const putTxn = { compare: [], success: [inTxn.put("k", "v")], failure: [] };

/** Alarms: raising, listing and ending them. */
const alarmCases: readonly Case[] = [
  {
    name: "an alarm is raised in the name of any member, there or not",
    ask: raise("NOSPACE"),
    answer: { ...at(1), alarms: [{ memberID: 7, alarm: "NOSPACE" }] },
  },
  {
    name: "an alarm that is raised already is answered the same",
    given: [raise("CORRUPT")],
    ask: raise("CORRUPT"),
    answer: { ...at(1), alarms: [{ memberID: 7, alarm: "CORRUPT" }] },
  },
  {
    name: "an alarm about nothing is none",
    ask: raise("NONE"),
    answer: at(1),
  },
  {
    name: "alarms are listed by their kind",
    given: [raise("NOSPACE", 1), raise("CORRUPT", 2)],
    ask: alarm({ action: "GET", alarm: "CORRUPT" }),
    answer: { ...at(1), alarms: [{ memberID: 2, alarm: "CORRUPT" }] },
  },
  {
    name: "all alarms are listed when no kind is asked for",
    given: [raise("NOSPACE", 3)],
    ask: alarm({ action: "GET", memberID: 99 }),
    answer: { ...at(1), alarms: [{ memberID: 3, alarm: "NOSPACE" }] },
  },
  {
    name: "an alarm that is ended is answered, and is no longer listed",
    given: [raise("NOSPACE"), end("NOSPACE")],
    ask: alarm({}),
    answer: at(1),
  },
  {
    name: "ending an alarm answers with it",
    given: [raise("NOSPACE")],
    ask: end("NOSPACE"),
    answer: { ...at(1), alarms: [{ memberID: 7, alarm: "NOSPACE" }] },
  },
  {
    name: "ending an alarm that nobody has raised answers with none",
    given: [raise("NOSPACE", 8)],
    ask: end("NOSPACE"),
    answer: at(1),
  },
];

/** What an alarm stops. */
const alarmedCases: readonly Case[] = [
  { name: "without space nothing is put", given: [full], ask: put("k", "v"), refusal: noSpace },
  {
    name: "a put that is malformed is refused as such, space or not",
    given: [full],
    ask: put("", "v"),
    refusal: ["INVALID_ARGUMENT", "etcdserver: key is not provided"],
  },
  {
    name: "the space is looked at before the lease",
    given: [full],
    ask: put("k", "v", { lease: 99 }),
    refusal: noSpace,
  },
  {
    name: "without space no transaction runs that would put on success",
    given: [full],
    ask: txn(putTxn),
    refusal: noSpace,
  },
  {
    name: "without space no transaction runs that could put on failure",
    given: [full],
    ask: txn({ success: [], failure: [inTxn.txn(putTxn)] }),
    differs: { "3.4": "it does not look into nested transactions" },
    refusal: noSpace,
  },
  {
    name: "without space a transaction deletes and reads",
    given: [put("k", "v"), full],
    ask: txn({ success: [inTxn.del({ key: "k" })] }),
    answer: {
      ...at(3),
      succeeded: true,
      responses: [{ response_delete_range: { ...at(3), deleted: 1 } }],
    },
  },
  {
    name: "without space keys are deleted",
    given: [put("k", "v"), full],
    ask: del({ key: "k" }),
    answer: { ...at(3), deleted: 1 },
  },
  {
    name: "without space history is compacted",
    given: [put("k", "v"), full],
    ask: compact(2),
    answer: at(2),
  },
  {
    name: "without space no lease is granted, not even a malformed one",
    given: [full],
    ask: grant({ TTL: 9_000_000_001 }),
    refusal: noSpace,
  },
  {
    name: "without space a lease is kept alive",
    given: [grant({ ID: 7, TTL: 60 }), full],
    ask: keepAlive({ ID: 7 }),
    answer: { ...at(1), ID: 7, TTL: 60 },
  },
  {
    name: "without space a lease is revoked",
    given: [grant({ ID: 7, TTL: 60 }), full],
    ask: revoke(7),
    answer: at(1),
  },
  {
    name: "once the alarm is ended all is as before",
    given: [full, end("NOSPACE")],
    ask: put("k", "v"),
    answer: at(2),
  },
  ...[
    put("k", "v"),
    del({ key: "k" }),
    txn({ success: [inTxn.del({ key: "k" })] }),
    compact(2),
    grant({ TTL: 60 }),
    revoke(7),
  ].map(
    (ask): Case => ({
      name: `a corrupt store refuses ${ask.rpc}`,
      given: [put("k", "v"), corrupt],
      ask,
      refusal: ["DATA_LOSS", corruptText],
    }),
  ),
  {
    name: "a corrupt store is read",
    given: [put("k", "v"), corrupt],
    ask: range({ key: "k" }),
    answer: { ...at(2), kvs: [kv("k", "v", 2, 2, 1)], count: 1 },
  },
  {
    name: "a corrupt store is read in a transaction",
    given: [corrupt],
    ask: txn({ success: [inTxn.range({ key: "k" })] }),
    answer: { ...at(1), succeeded: true, responses: [{ response_range: at(1) }] },
  },
  {
    name: "a corrupt store lists its leases",
    given: [grant({ ID: 7, TTL: 60 }), corrupt],
    ask: leases,
    answer: { ...at(1), leases: [{ ID: 7 }] },
  },
  {
    name: "a corrupt store tells how long a lease lasts",
    given: [corrupt],
    ask: timeToLive({ ID: 9 }),
    answer: { ...at(1), ID: 9, TTL: -1 },
  },
  {
    name: "where both alarms are raised the corrupt store counts",
    given: [full, corrupt],
    ask: put("k", "v"),
    refusal: ["DATA_LOSS", corruptText],
  },
];

const statusAnswer = {
  version: "#",
  dbSize: "#",
  leader: "#",
  raftIndex: "#",
  raftTerm: "#",
  raftAppliedIndex: "#",
  dbSizeInUse: "#",
  storageVersion: "3.6.0",
  dbSizeQuota: 2147483648,
  downgradeInfo: {},
} as const;
const statusMasks = [
  "version",
  "leader",
  "dbSize",
  "dbSizeInUse",
  "raftIndex",
  "raftAppliedIndex",
  "raftTerm",
];

/** Status, checksums, and going back to an older version. */
const otherCases: readonly Case[] = [
  {
    name: "the status of a member that is well has no errors",
    ask: status,
    differs: notOn34,
    masked: statusMasks,
    answer: { ...at(1), ...statusAnswer },
  },
  {
    name: "each alarm is an error of the status",
    given: [raise("NOSPACE", 7)],
    ask: status,
    differs: notOn34,
    masked: statusMasks,
    answer: { ...at(1), ...statusAnswer, errors: ["memberID:7 alarm:NOSPACE "] },
  },
  {
    name: "defragmenting is answered with nothing at all",
    ask: { rpc: "Defragment", request: {} },
    answer: {},
  },
  {
    name: "the checksum covers the history up to now",
    given: [put("k", "v")],
    ask: hashKv(0),
    differs: notOn34,
    masked: ["hash", "compact_revision"],
    answer: { ...at(2), hash: "#", compact_revision: "#", hash_revision: 2 },
  },
  {
    name: "the checksum covers the history up to a revision",
    given: [put("k", "v"), put("k", "v")],
    ask: hashKv(2),
    differs: notOn34,
    masked: ["hash", "compact_revision"],
    answer: { ...at(3), hash: "#", compact_revision: "#", hash_revision: 2 },
  },
  {
    name: "the checksum of all that is stored is answered at the present revision",
    given: [put("k", "v")],
    ask: call("Hash"),
    masked: ["hash"],
    answer: { ...at(2), hash: "#" },
  },
  {
    name: "there is no checksum of the future",
    ask: hashKv(5),
    differs: notOn34,
    refusal: ["OUT_OF_RANGE", "etcdserver: mvcc: required revision is a future revision"],
  },
  {
    name: "there is no checksum of what is compacted",
    given: [put("k", "v"), put("k", "v"), put("k", "v"), compact(4)],
    ask: hashKv(3),
    differs: notOn34,
    refusal: ["OUT_OF_RANGE", "etcdserver: mvcc: required revision has been compacted"],
  },
  ...["", "x", "3", "v3.5", "3.5-rc", "3.5.0.0", "3.-5"].map(
    (version): Case => ({
      name: `${JSON.stringify(version)} is no version to go back to`,
      ask: downgrade("VALIDATE", version),
      differs: notOn34,
      refusal: ["INVALID_ARGUMENT", "etcdserver: wrong downgrade target version format"],
    }),
  ),
  ...["3.4", "3.6", "3.7", "4.5"].map(
    (version): Case => ({
      name: `from 3.6 one does not go to ${version}`,
      ask: downgrade("ENABLE", version),
      differs: notOn34,
      refusal: ["INVALID_ARGUMENT", "etcdserver: invalid downgrade target version"],
    }),
  ),
  ...["3.5", "3.5.9", "3.5.0-rc.1+build", "03.05"].map(
    (version): Case => ({
      name: `from 3.6 one can go back to ${version}`,
      ask: downgrade("VALIDATE", version),
      differs: notOn34,
      answer: { ...at(1), version: "3.6" },
    }),
  ),
  {
    name: "cancelling what is not enabled is no error",
    given: [downgrade("CANCEL")],
    ask: downgrade("CANCEL"),
    differs: notOn34,
    answer: { ...at(1), version: "3.6" },
  },
  {
    name: "a downgrade knows no other actions",
    ask: downgrade(7, "3.5"),
    differs: notOn34,
    refusal: ["UNKNOWN", "etcdserver: unknown method"],
  },
  {
    name: "one downgrade at a time is enough",
    differs: notOn34,
    // A real etcd looks every four seconds whether it is to work at 3.5, which may be between these steps.
    masked: ["version"],
    steps: [
      downgrade("ENABLE", "3.5"),
      {
        ask: downgrade("VALIDATE", "3.5"),
        refusal: ["FAILED_PRECONDITION", "etcdserver: cluster has a downgrade job in progress"],
      },
      downgrade("CANCEL"),
    ],
  },
];

/** The Maintenance service. */
export const maintenanceCases: readonly Case[] = [
  ...alarmCases.map((one) => ({ ...one, differs: { "3.4": "it answers without a header" } })),
  ...alarmedCases,
  ...otherCases,
];
