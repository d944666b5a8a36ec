import {
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
  compactedAway,
  create,
  created,
  deleteEvent,
  events,
  putEvent,
  refused,
} from "./watch-messages.ts";

const one = kv("k", "1", 2, 2, 1);
const two = kv("k", "2", 2, 3, 2);

/** What a watcher is told of: which keys, from which revision on, and how. */
export const watchScopeCases: readonly Case[] = [
  {
    name: "a watcher of a range is told of its first key and not of its last",
    watch: [create({ key: "k1", range_end: "k3" })],
    meanwhile: [put("k0", ""), put("k1", ""), put("k2", ""), put("k3", "")],
    told: {
      0: [
        created(1),
        events(3, [putEvent(kv("k1", "", 3, 3, 1))]),
        events(4, [putEvent(kv("k2", "", 4, 4, 1))]),
      ],
    },
  },
  {
    name: "a watcher of all keys from one on is told of those alone",
    watch: [create({ key: "k2", range_end: "\0" })],
    meanwhile: [put("k1", ""), put("k2", ""), put("z", "")],
    told: {
      0: [
        created(1),
        events(3, [putEvent(kv("k2", "", 3, 3, 1))]),
        events(4, [putEvent(kv("z", "", 4, 4, 1))]),
      ],
    },
  },
  {
    name: "a watcher of one key is not told of those that begin with it",
    watch: [create({ key: "k" })],
    meanwhile: [put("k1", ""), put("k\0", ""), put("k", "1")],
    told: { 0: [created(1), events(4, [putEvent(kv("k", "1", 4, 4, 1))])] },
  },
  {
    name: "a range that ends where it begins is refused",
    watch: [create({ key: "k", range_end: "k" })],
    told: { [-1]: [refused(1, "mvcc: watcher range is empty")] },
  },
  {
    name: "a watcher is told of the lease that a key was put under",
    given: [grant({ ID: 7, TTL: 60 })],
    watch: [create({ key: "k" })],
    meanwhile: [put("k", "v", { lease: 7 })],
    told: { 0: [created(1), events(2, [putEvent(kv("k", "v", 2, 2, 1, { lease: 7 }))])] },
  },
  {
    name: "a put with ignore_value is told with the value that stayed",
    given: [put("k", "1"), grant({ ID: 7, TTL: 60 })],
    watch: [create({ key: "k" })],
    meanwhile: [put("k", "", { ignore_value: true, lease: 7 })],
    told: { 0: [created(2), events(3, [putEvent(kv("k", "1", 2, 3, 2, { lease: 7 }))])] },
  },
  {
    name: "putting the value that is there already is told, too",
    given: [put("k", "1")],
    watch: [create({ key: "k" })],
    meanwhile: [put("k", "1")],
    told: { 0: [created(2), events(3, [putEvent(kv("k", "1", 2, 3, 2))])] },
  },
  {
    name: "of a transaction a watcher is told what concerns its keys",
    watch: [create({ key: "k1" }), create({ key: "k2" }), create({ key: "k3" })],
    meanwhile: [txn({ success: [inTxn.put("k1", "a"), inTxn.put("k2", "b")] })],
    told: {
      0: [created(1), events(2, [putEvent(kv("k1", "a", 2, 2, 1))])],
      1: [created(1, 1), events(2, [putEvent(kv("k2", "b", 2, 2, 1))], 1)],
      2: [created(1, 2)],
    },
  },
  {
    name: "a transaction that changes nothing is not told",
    watch: [create(prefix)],
    meanwhile: [
      txn({ success: [inTxn.range(prefix), inTxn.del(prefix)] }),
      txn({
        compare: [{ key: "k", target: "VERSION", version: 1 }],
        success: [inTxn.put("k", "no")],
      }),
    ],
    told: { 0: [created(1)] },
  },
  {
    name: "the events of nested transactions stand where those were done",
    watch: [create(prefix)],
    meanwhile: [
      txn({
        success: [
          inTxn.put("k3", ""),
          inTxn.txn({ success: [inTxn.put("k1", "")] }),
          inTxn.put("k2", ""),
        ],
      }),
    ],
    told: {
      0: [
        created(1),
        events(
          2,
          ["k3", "k1", "k2"].map((key) => putEvent(kv(key, "", 2, 2, 1))),
        ),
      ],
    },
  },
  {
    name: "prev_kv of a deleted range tells each record as it was",
    given: [put("k2", "b"), put("k1", "a")],
    watch: [create({ ...prefix, prev_kv: true })],
    meanwhile: [del(prefix)],
    told: {
      0: [
        created(3),
        events(4, [
          deleteEvent("k1", 4, { prev_kv: kv("k1", "a", 3, 3, 1) }),
          deleteEvent("k2", 4, { prev_kv: kv("k2", "b", 2, 2, 1) }),
        ]),
      ],
    },
  },
  {
    name: "prev_kv tells the record before the transaction, not the one within it",
    given: [put("k1", "a")],
    watch: [create({ ...prefix, prev_kv: true })],
    meanwhile: [txn({ success: [inTxn.put("k1", "b"), inTxn.put("k2", "c")] })],
    told: {
      0: [
        created(2),
        events(3, [
          putEvent(kv("k1", "b", 2, 3, 2), { prev_kv: kv("k1", "a", 2, 2, 1) }),
          putEvent(kv("k2", "c", 3, 3, 1)),
        ]),
      ],
    },
  },
  {
    name: "prev_kv of keys that their lease took tells the lease",
    given: [grant({ ID: 7, TTL: 60 }), put("k", "1", { lease: 7 })],
    watch: [create({ key: "k", prev_kv: true })],
    meanwhile: [revoke(7)],
    told: {
      0: [
        created(2),
        events(3, [deleteEvent("k", 3, { prev_kv: kv("k", "1", 2, 2, 1, { lease: 7 }) })]),
      ],
    },
  },
  {
    name: "prev_kv of the past is told as long as it is not compacted",
    given: [put("k", "1"), put("k", "2"), put("k", "3"), compact(3)],
    watch: [create({ key: "k", start_revision: 3, prev_kv: true })],
    told: {
      0: [
        created(4),
        events(4, [putEvent(two), putEvent(kv("k", "3", 2, 4, 3), { prev_kv: two })]),
      ],
    },
  },
  {
    name: "a watcher from the store's own revision is told of what made it",
    given: [put("k", "1"), put("k", "2")],
    watch: [create({ key: "k", start_revision: 3 })],
    told: { 0: [created(3), events(3, [putEvent(two)])] },
  },
  {
    name: "a watcher from the next revision misses nothing",
    given: [put("k", "1")],
    watch: [create({ key: "k", start_revision: 3 })],
    meanwhile: [put("k", "2")],
    told: { 0: [created(2), events(3, [putEvent(two)])] },
  },
  {
    name: "a watcher from the first revision is told of everything",
    isFresh: true,
    grpcOnly: "the same as over gRPC, at the price of another server",
    given: [put("k", "1")],
    steps: [
      { open: "Watch" },
      { send: [create({ ...everything, start_revision: 1 })] },
      { next: [created(2), events(2, [putEvent(one)])] },
    ],
  },
  {
    name: "the past of a range is told in the order of revisions, then of operations",
    given: [
      put("k2", "a"),
      txn({ success: [inTxn.put("k3", "b"), inTxn.put("k1", "c")] }),
      del({ key: "k2" }),
    ],
    watch: [create({ ...prefix, start_revision: 2 })],
    told: {
      0: [
        created(4),
        events(4, [
          putEvent(kv("k2", "a", 2, 2, 1)),
          putEvent(kv("k3", "b", 3, 3, 1)),
          putEvent(kv("k1", "c", 3, 3, 1)),
          deleteEvent("k2", 4),
        ]),
      ],
    },
  },
  {
    name: "a past in which nothing concerns a watcher is not told",
    given: [put("other", ""), put("other", "")],
    watch: [create({ key: "k", start_revision: 2 })],
    meanwhile: [put("k", "1")],
    told: { 0: [created(3), events(4, [putEvent(kv("k", "1", 4, 4, 1))])] },
  },
  {
    name: "filters hold for the past, too",
    given: [put("k", "1"), del({ key: "k" })],
    watch: [
      create({ key: "k", start_revision: 2, filters: ["NOPUT"] }),
      create({ key: "k", start_revision: 2, filters: ["NODELETE"] }),
    ],
    told: {
      0: [created(3), events(3, [deleteEvent("k", 3)])],
      1: [created(3, 1), events(3, [putEvent(one)], 1)],
    },
  },
  {
    name: "of a transaction a filter leaves out what it filters",
    given: [put("k1", "")],
    watch: [create({ ...prefix, filters: ["NODELETE"] })],
    meanwhile: [txn({ success: [inTxn.del({ key: "k1" }), inTxn.put("k2", "")] })],
    told: { 0: [created(2), events(3, [putEvent(kv("k2", "", 3, 3, 1))])] },
  },
  {
    name: "both filters leave nothing",
    given: [put("k", "1")],
    watch: [create({ key: "k", filters: ["NOPUT", "NODELETE"] })],
    meanwhile: [put("k", "2"), del({ key: "k" })],
    told: { 0: [created(2)] },
  },
  {
    name: "a filter does not hold prev_kv back",
    given: [put("k", "1")],
    watch: [create({ key: "k", filters: ["NOPUT"], prev_kv: true })],
    meanwhile: [put("k", "2"), del({ key: "k" })],
    told: { 0: [created(2), events(4, [deleteEvent("k", 4, { prev_kv: two })])] },
  },
  {
    name: "a compaction leaves those alone who watch the present",
    given: [put("k", "1"), put("k", "2")],
    watch: [create({ key: "k" })],
    meanwhile: [compact(3), put("k", "3")],
    told: { 0: [created(3), events(4, [putEvent(kv("k", "3", 2, 4, 3))])] },
  },
  {
    name: "a watcher that comes too late does not trouble the others of its stream",
    given: [put("k", "1"), put("k", "2"), compact(3)],
    watch: [create({ key: "k" }), create({ key: "k", start_revision: 1 }), create({ key: "k" })],
    meanwhile: [put("k", "3")],
    told: {
      0: [created(3), events(4, [putEvent(kv("k", "3", 2, 4, 3))])],
      1: [created(3, 1), compactedAway(3, 1)],
      2: [created(3, 2), events(4, [putEvent(kv("k", "3", 2, 4, 3))], 2)],
    },
  },
  {
    name: "a watcher from the compacted revision is told of a key that was deleted at it",
    differs: { "3.4": "it is not told, because the deletion is compacted, too" },
    given: [put("k", "1"), del({ key: "k" }), put("k", "2"), compact(3)],
    watch: [create({ key: "k", start_revision: 3 })],
    told: {
      0: [created(4), events(4, [deleteEvent("k", 3), putEvent(kv("k", "2", 4, 4, 1))])],
    },
  },
];
