import {
  at,
  type Case,
  compact,
  del,
  everything,
  grant,
  inTxn,
  kv,
  prefix,
  put,
  revoke,
  txn,
} from "./case.ts";
import {
  cancel,
  compactedAway,
  create,
  created,
  deleteEvent,
  events,
  progress,
  progressed,
  putEvent,
  refused,
} from "./watch-messages.ts";

/** Watch streams. */
export const watchCases: readonly Case[] = [
  {
    name: "a watcher is confirmed first, with the store's revision",
    given: [put("k", "1")],
    watch: [create({ key: "k" })],
    told: { 0: [created(2)] },
  },
  {
    name: "a put is told as the record it made",
    watch: [create({ key: "k" })],
    meanwhile: [put("k", "1"), put("other", ""), put("k", "2")],
    told: {
      0: [
        created(1),
        events(2, [putEvent(kv("k", "1", 2, 2, 1))]),
        events(4, [putEvent(kv("k", "2", 2, 4, 2))]),
      ],
    },
  },
  {
    name: "a deletion is told as its key and revision alone",
    given: [put("k", "1")],
    watch: [create({ key: "k" })],
    meanwhile: [del({ key: "k" }), del({ key: "k" })],
    told: { 0: [created(2), events(3, [deleteEvent("k", 3)])] },
  },
  {
    name: "prev_kv tells the record as it was, if there was one",
    watch: [create({ key: "k", prev_kv: true })],
    meanwhile: [put("k", "1"), put("k", "2"), del({ key: "k" })],
    told: {
      0: [
        created(1),
        events(2, [putEvent(kv("k", "1", 2, 2, 1))]),
        events(3, [putEvent(kv("k", "2", 2, 3, 2), { prev_kv: kv("k", "1", 2, 2, 1) })]),
        events(4, [deleteEvent("k", 4, { prev_kv: kv("k", "2", 2, 3, 2) })]),
      ],
    },
  },
  {
    name: "the events of a transaction come in one message, in the order of its operations",
    given: [put("k9", "")],
    watch: [create(prefix)],
    meanwhile: [
      txn({ success: [inTxn.put("k2", "a"), inTxn.del({ key: "k9" }), inTxn.put("k1", "b")] }),
    ],
    told: {
      0: [
        created(2),
        events(3, [
          putEvent(kv("k2", "a", 3, 3, 1)),
          deleteEvent("k9", 3),
          putEvent(kv("k1", "b", 3, 3, 1)),
        ]),
      ],
    },
  },
  {
    name: "a watcher from the past is told all of it in one message, then goes on",
    given: [put("k", "1"), put("k", "2"), del({ key: "k" })],
    watch: [create({ key: "k", start_revision: 2 })],
    meanwhile: [put("k", "3")],
    told: {
      0: [
        created(4),
        events(4, [
          putEvent(kv("k", "1", 2, 2, 1)),
          putEvent(kv("k", "2", 2, 3, 2)),
          deleteEvent("k", 4),
        ]),
        events(5, [putEvent(kv("k", "3", 5, 5, 1))]),
      ],
    },
  },
  {
    name: "a watcher from a revision to come is told nothing before it",
    watch: [create({ key: "k", start_revision: 3 })],
    meanwhile: [put("k", "1"), put("k", "2")],
    told: { 0: [created(1), events(3, [putEvent(kv("k", "2", 2, 3, 2))])] },
  },
  {
    name: "a watcher from before the compacted revision is confirmed, then canceled with that revision",
    given: [put("k", "1"), put("k", "2"), put("k", "3"), compact(4)],
    watch: [create({ key: "k", start_revision: 2 })],
    told: { 0: [created(4), compactedAway(4)] },
  },
  {
    name: "a watcher from the compacted revision itself is served",
    given: [put("k", "1"), put("k", "2"), compact(3)],
    watch: [create({ key: "k", start_revision: 3 })],
    told: { 0: [created(3), events(3, [putEvent(kv("k", "2", 2, 3, 2))])] },
  },
  {
    name: "filters leave puts or deletions out",
    watch: [create({ key: "k", filters: ["NOPUT"] }), create({ key: "k", filters: ["NODELETE"] })],
    meanwhile: [put("k", "1"), del({ key: "k" })],
    told: {
      0: [created(1), events(3, [deleteEvent("k", 3)])],
      1: [created(1, 1), events(2, [putEvent(kv("k", "1", 2, 2, 1))], 1)],
    },
  },
  {
    name: "ids count up from 0, and step over those that clients have chosen",
    watch: [create({ key: "k" }), create({ key: "k", watch_id: 1 }), create({ key: "k" })],
    told: { 0: [created(1)], 1: [created(1, 1)], 2: [created(1, 2)] },
  },
  {
    name: "each watcher of a stream is told by itself",
    watch: [create({ key: "k" }), create(everything)],
    meanwhile: [put("k", "1")],
    told: {
      0: [created(1), events(2, [putEvent(kv("k", "1", 2, 2, 1))])],
      1: [created(1, 1), events(2, [putEvent(kv("k", "1", 2, 2, 1))], 1)],
    },
  },
  {
    name: "an id that is in use is refused, and the stream lives on",
    watch: [create({ key: "k", watch_id: 5 }), create({ key: "k", watch_id: 5 })],
    told: {
      5: [created(1, 5)],
      [-1]: [refused(1, "mvcc: duplicate watch ID provided on the WatchStream")],
    },
  },
  {
    name: "a range that ends before it begins is refused",
    watch: [create({ key: "k", range_end: "j" })],
    told: { [-1]: [refused(1, "mvcc: watcher range is empty")] },
  },
  {
    name: "a negative start revision is refused as compacted",
    differs: { "3.4": "the watcher is confirmed, and then canceled" },
    watch: [create({ key: "k", start_revision: -1 })],
    told: { [-1]: [refused(1, "etcdserver: mvcc: required revision has been compacted")] },
  },
  {
    name: "an empty key means the zero byte; with a range end of one zero byte, every key",
    watch: [create({ key: "" }), create({ key: "", range_end: "\0" })],
    meanwhile: [put("\0", "1"), put("k", "2")],
    told: {
      0: [created(1), events(2, [putEvent(kv("\0", "1", 2, 2, 1))])],
      1: [
        created(1, 1),
        events(2, [putEvent(kv("\0", "1", 2, 2, 1))], 1),
        events(3, [putEvent(kv("k", "2", 3, 3, 1))], 1),
      ],
    },
  },
  {
    name: "a watcher that is canceled says so once and tells nothing more",
    watch: [create({ key: "k" }), cancel(0), cancel(0), cancel(77)],
    meanwhile: [put("k", "1")],
    told: { 0: [created(1), { ...at(1), canceled: true }] },
  },
  {
    name: "progress is told for the stream as a whole",
    given: [put("k", "1")],
    watch: [create({ key: "k" }), progress],
    told: { 0: [created(2)], [-1]: [progressed(2)] },
  },
  {
    name: "a lease that is revoked deletes its keys in one message, sorted",
    given: [
      grant({ ID: 7, TTL: 60 }),
      put("k2", "", { lease: 7 }),
      put("k1", "", { lease: 7 }),
      put("k3", "", { lease: 7 }),
    ],
    watch: [create(prefix)],
    meanwhile: [revoke(7)],
    told: {
      0: [
        created(4),
        events(5, [deleteEvent("k1", 5), deleteEvent("k2", 5), deleteEvent("k3", 5)]),
      ],
    },
  },
  {
    name: "a deletion of a range is told sorted by key",
    given: [put("k2", ""), put("k1", "")],
    watch: [create(prefix)],
    meanwhile: [del(prefix)],
    told: { 0: [created(3), events(4, [deleteEvent("k1", 4), deleteEvent("k2", 4)])] },
  },
];
