import { at, type Case, grant, inTxn, kv, prefix, put, range, txn } from "./case.ts";

/** What transactions do. */
export const txnCases: readonly Case[] = [
  {
    name: "a transaction of nothing succeeds and makes no revision",
    ask: txn({}),
    answer: { ...at(1), succeeded: true },
  },
  {
    name: "a campaign: the key is put under its lease if nobody has it",
    given: [grant({ ID: 7, TTL: 60 })],
    ask: txn({
      compare: [{ key: "e/7", target: "CREATE", create_revision: 0 }],
      success: [inTxn.put("e/7", "lnd-1", { lease: 7 })],
      failure: [inTxn.range({ key: "e/7" })],
    }),
    answer: { ...at(2), succeeded: true, responses: [{ response_put: at(2) }] },
  },
  {
    name: "a resignation: the key is deleted if it is still the one that was put",
    given: [put("e/7", "lnd-1")],
    ask: txn({
      compare: [{ key: "e/7", target: "CREATE", create_revision: 2 }],
      success: [inTxn.del({ key: "e/7" })],
    }),
    answer: {
      ...at(3),
      succeeded: true,
      responses: [{ response_delete_range: { ...at(3), deleted: 1 } }],
    },
  },
  {
    name: "all writes of a transaction share one revision",
    given: [txn({ success: [inTxn.put("k1", "a"), inTxn.put("k2", "b")] })],
    ask: range(prefix),
    answer: { ...at(2), kvs: [kv("k1", "a", 2, 2, 1), kv("k2", "b", 2, 2, 1)], count: 2 },
  },
  {
    name: "a read sees what was written before it, and its header tells whether anything was",
    given: [put("k", "1")],
    ask: txn({
      success: [inTxn.range({ key: "k" }), inTxn.put("k", "2"), inTxn.range({ key: "k" })],
    }),
    answer: {
      ...at(3),
      succeeded: true,
      responses: [
        { response_range: { ...at(2), kvs: [kv("k", "1", 2, 2, 1)], count: 1 } },
        { response_put: at(3) },
        { response_range: { ...at(3), kvs: [kv("k", "2", 2, 3, 2)], count: 1 } },
      ],
    },
  },
  {
    name: "answers inside a transaction give the records as they were",
    given: [put("k", "1")],
    ask: txn({
      success: [inTxn.put("k", "2", { prev_kv: true }), inTxn.del({ key: "x", prev_kv: true })],
    }),
    answer: {
      ...at(3),
      succeeded: true,
      responses: [
        { response_put: { ...at(3), prev_kv: kv("k", "1", 2, 2, 1) } },
        { response_delete_range: at(3) },
      ],
    },
  },
  {
    name: "a transaction that deletes nothing makes no revision",
    ask: txn({ success: [inTxn.del({ key: "x" })] }),
    answer: { ...at(1), succeeded: true, responses: [{ response_delete_range: at(1) }] },
  },
  {
    name: "a transaction that only reads makes no revision, and answers with the store's",
    given: [put("k", "v"), put("other", "")],
    ask: txn({ success: [inTxn.range({ key: "k" }), inTxn.range({ key: "x" })] }),
    answer: {
      ...at(3),
      succeeded: true,
      responses: [
        { response_range: { ...at(3), kvs: [kv("k", "v", 2, 2, 1)], count: 1 } },
        { response_range: at(3) },
      ],
    },
  },
  {
    name: "a read in a transaction takes limits, orders and past revisions as any other",
    given: [put("k1", "a"), put("k2", "b"), put("k1", "c")],
    ask: txn({
      success: [
        inTxn.range({ ...prefix, sort_target: "MOD", sort_order: "DESCEND", limit: 1 }),
        inTxn.range({ ...prefix, revision: 3, keys_only: true }),
        inTxn.range({ ...prefix, count_only: true }),
      ],
    }),
    answer: {
      ...at(4),
      succeeded: true,
      responses: [
        { response_range: { ...at(4), kvs: [kv("k1", "c", 2, 4, 2)], more: true, count: 2 } },
        {
          response_range: {
            ...at(4),
            kvs: [kv("k1", "", 2, 2, 1), kv("k2", "", 3, 3, 1)],
            count: 2,
          },
        },
        { response_range: { ...at(4), count: 2 } },
      ],
    },
  },
  {
    name: "a read of the past in a transaction does not see what the transaction wrote",
    given: [put("k", "1")],
    ask: txn({ success: [inTxn.put("k", "2"), inTxn.range({ key: "k", revision: 2 })] }),
    answer: {
      ...at(3),
      succeeded: true,
      responses: [
        { response_put: at(3) },
        { response_range: { ...at(3), kvs: [kv("k", "1", 2, 2, 1)], count: 1 } },
      ],
    },
  },
  {
    name: "a read after a deletion in the same transaction finds nothing",
    given: [put("k", "1")],
    ask: txn({ success: [inTxn.del({ key: "k" }), inTxn.range({ key: "k" })] }),
    answer: {
      ...at(3),
      succeeded: true,
      responses: [{ response_delete_range: { ...at(3), deleted: 1 } }, { response_range: at(3) }],
    },
  },
  {
    name: "a second deletion of one key in a transaction finds nothing",
    given: [put("k", "1")],
    ask: txn({ success: [inTxn.del({ key: "k" }), inTxn.del(prefix)] }),
    answer: {
      ...at(3),
      succeeded: true,
      responses: [
        { response_delete_range: { ...at(3), deleted: 1 } },
        { response_delete_range: at(3) },
      ],
    },
  },
  {
    name: "a deletion in a transaction gives the records that it deleted",
    given: [put("k1", "a"), put("k2", "b")],
    ask: txn({ success: [inTxn.del({ ...prefix, prev_kv: true })] }),
    answer: {
      ...at(4),
      succeeded: true,
      responses: [
        {
          response_delete_range: {
            ...at(4),
            deleted: 2,
            prev_kvs: [kv("k1", "a", 2, 2, 1), kv("k2", "b", 3, 3, 1)],
          },
        },
      ],
    },
  },
  {
    name: "a key that was written in a transaction has one version more, whatever else it wrote",
    given: [put("k", "1"), txn({ success: [inTxn.put("x", ""), inTxn.put("k", "2")] })],
    ask: range({ key: "k" }),
    answer: { ...at(3), kvs: [kv("k", "2", 2, 3, 2)], count: 1 },
  },
  {
    name: "ignore_value keeps the value in a transaction, too",
    given: [
      put("k", "1"),
      grant({ ID: 7, TTL: 60 }),
      txn({ success: [inTxn.put("k", "", { ignore_value: true, lease: 7 })] }),
    ],
    ask: range({ key: "k" }),
    answer: { ...at(3), kvs: [kv("k", "1", 2, 3, 2, { lease: 7 })], count: 1 },
  },
];
