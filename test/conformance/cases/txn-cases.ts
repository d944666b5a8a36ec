import {
  at,
  type Case,
  compact,
  del,
  grant,
  inTxn,
  kv,
  prefix,
  put,
  range,
  times,
  txn,
} from "./case.ts";

const duplicateKey = [
  "INVALID_ARGUMENT",
  "etcdserver: duplicate key given in txn request",
] as const;
const tooManyOps = ["INVALID_ARGUMENT", "etcdserver: too many operations in txn request"] as const;
const keyNotFound = ["INVALID_ARGUMENT", "etcdserver: key not found"] as const;

/** What a compare asks, and whether it holds on a store where "k" is "v", changed once. */
const compares: readonly (readonly [words: string, compare: object, holds: boolean])[] = [
  [
    "the create revision of a key that is not there is 0",
    { key: "x", target: "CREATE", create_revision: 0 },
    true,
  ],
  [
    "the version of a key that is not there is 0",
    { key: "x", target: "VERSION", version: 0 },
    true,
  ],
  [
    "the mod revision of a key that is not there is 0",
    { key: "x", target: "MOD", mod_revision: 0 },
    true,
  ],
  [
    "a key that is not there has no value, so no compare of values holds",
    { key: "x", target: "VALUE", result: "NOT_EQUAL", value: "a" },
    false,
  ],
  ["a key without a lease has lease 0", { key: "k", target: "LEASE", lease: 0 }, true],
  ["a compare without its operand compares with 0", { key: "x", target: "VERSION" }, true],
  [
    "mod revisions compare as numbers",
    { key: "k", target: "MOD", result: "LESS", mod_revision: 10 },
    true,
  ],
  ["greater is not equal", { key: "k", target: "MOD", result: "GREATER", mod_revision: 3 }, false],
  [
    "values compare byte by byte",
    { key: "k", target: "VALUE", result: "GREATER", value: "u\xff" },
    true,
  ],
  [
    "a compare of a range must hold for each key in it",
    { ...prefix, target: "VERSION", version: 2 },
    false,
  ],
  [
    "a compare of a range without keys is one of a key that is not there",
    { key: "x", range_end: "y", target: "VERSION", version: 0 },
    true,
  ],
  [
    "a compare of a range can ask for a bound",
    { ...prefix, target: "VERSION", result: "GREATER", version: 0 },
    true,
  ],
];

/** Transactions. */
export const txnCases: readonly Case[] = [
  {
    name: "a transaction of nothing succeeds and makes no revision",
    ask: txn({}),
    answer: { ...at(1), succeeded: true },
  },
  ...compares.map(
    ([words, compare, holds]): Case => ({
      name: `compare: ${words}`,
      given: [put("k", "u"), put("k", "v"), put("k2", "w")],
      ask: txn({ compare: [{ ...compare }] }),
      answer: { ...at(4), ...(holds && { succeeded: true }) },
    }),
  ),
  {
    name: "when a compare does not hold, the failure branch is done",
    given: [put("k", "v")],
    ask: txn({
      compare: [{ key: "k", target: "VERSION", version: 2 }],
      success: [inTxn.put("k", "no")],
      failure: [inTxn.range({ key: "k" })],
    }),
    answer: {
      ...at(2),
      responses: [{ response_range: { ...at(2), kvs: [kv("k", "v", 2, 2, 1)], count: 1 } }],
    },
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
    name: "a nested transaction has compares of its own, and its header is empty",
    given: [put("k", "v")],
    ask: txn({
      success: [
        inTxn.txn({
          compare: [{ key: "k", target: "VALUE", value: "no" }],
          failure: [inTxn.put("k2", "w")],
        }),
      ],
    }),
    answer: {
      ...at(3),
      succeeded: true,
      responses: [{ response_txn: { header: {}, responses: [{ response_put: at(3) }] } }],
    },
  },
  {
    name: "a key cannot be put twice",
    ask: txn({ success: [inTxn.put("k", "1"), inTxn.put("k", "2")] }),
    refusal: duplicateKey,
  },
  {
    name: "a key cannot be put and deleted, also when the deletion is of a range",
    ask: txn({ success: [inTxn.del(prefix), inTxn.put("k", "2")] }),
    refusal: duplicateKey,
  },
  {
    name: "a key cannot be put twice by way of a nested transaction",
    ask: txn({ success: [inTxn.txn({ failure: [inTxn.put("k", "1")] }), inTxn.put("k", "2")] }),
    refusal: duplicateKey,
  },
  {
    name: "a key can be put in each branch",
    ask: txn({ success: [inTxn.put("k", "1")], failure: [inTxn.put("k", "2")] }),
    answer: { ...at(2), succeeded: true, responses: [{ response_put: at(2) }] },
  },
  {
    name: "128 operations are not too many",
    ask: txn({ success: times(128, inTxn.range({ key: "x", count_only: true })) }),
    answer: { ...at(1), succeeded: true, responses: times(128, { response_range: at(1) }) },
  },
  {
    name: "129 operations are too many",
    ask: txn({ success: times(129, inTxn.range({ key: "x" })) }),
    refusal: tooManyOps,
  },
  {
    name: "129 operations are too many in a branch that will not be done, too",
    ask: txn({ failure: times(129, inTxn.range({ key: "x" })) }),
    refusal: tooManyOps,
  },
  {
    name: "129 compares are too many",
    ask: txn({ compare: times(129, { key: "x", target: "VERSION", version: 0 }) }),
    refusal: tooManyOps,
  },
  {
    name: "a nested transaction may have as many operations as the outer one left",
    ask: txn({
      success: [
        ...times(99, inTxn.range({ key: "x" })),
        inTxn.txn({ success: times(29, inTxn.range({ key: "x" })) }),
      ],
    }),
    refusal: tooManyOps,
  },
  {
    name: "an operation that names nothing is refused",
    ask: txn({ success: [{}] }),
    refusal: keyNotFound,
  },
  {
    name: "an empty key in a transaction is refused",
    ask: txn({ failure: [inTxn.put("", "v")] }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: key is not provided"],
  },
  {
    name: "a lease that is not there makes the transaction fail whole",
    ask: txn({ success: [inTxn.put("k1", "v"), inTxn.put("k2", "v", { lease: 7 })] }),
    refusal: ["NOT_FOUND", "etcdserver: requested lease not found"],
  },
  {
    name: "ignore_value of a key that is not there makes the transaction fail whole",
    ask: txn({ success: [inTxn.put("k1", "v"), inTxn.put("k2", "", { ignore_value: true })] }),
    refusal: keyNotFound,
  },
  {
    name: "a read of the future makes the transaction fail whole",
    ask: txn({ success: [inTxn.put("k", "v"), inTxn.range({ key: "k", revision: 9 })] }),
    refusal: ["OUT_OF_RANGE", "etcdserver: mvcc: required revision is a future revision"],
  },
  {
    name: "a read of what was compacted makes the transaction fail whole",
    given: [put("k", "1"), put("k", "2"), compact(3)],
    ask: txn({ success: [inTxn.put("x", "v"), inTxn.range({ key: "k", revision: 2 })] }),
    refusal: ["OUT_OF_RANGE", "etcdserver: mvcc: required revision has been compacted"],
  },
  {
    name: "a put after a deletion in one transaction is refused only where the ranges meet",
    given: [put("k1", "1"), del({ key: "x" })],
    ask: txn({ success: [inTxn.del({ key: "k1" }), inTxn.put("k2", "v")] }),
    answer: {
      ...at(3),
      succeeded: true,
      responses: [{ response_delete_range: { ...at(3), deleted: 1 } }, { response_put: at(3) }],
    },
  },
];
