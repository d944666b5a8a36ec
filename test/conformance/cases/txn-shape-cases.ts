import { at, type Case, compact, del, inTxn, kv, prefix, put, range, times, txn } from "./case.ts";

const duplicateKey = [
  "INVALID_ARGUMENT",
  "etcdserver: duplicate key given in txn request",
] as const;
const tooManyOps = ["INVALID_ARGUMENT", "etcdserver: too many operations in txn request"] as const;
const keyNotFound = ["INVALID_ARGUMENT", "etcdserver: key not found"] as const;

/** What a transaction may hold: branches, nested transactions, limits, and what is refused. */
export const txnShapeCases: readonly Case[] = [
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
  {
    name: "a branch that has nothing to do is done all the same",
    given: [put("k", "v")],
    ask: txn({
      compare: [{ key: "k", target: "VERSION", version: 2 }],
      success: [inTxn.put("k", "w")],
    }),
    answer: at(2),
  },
  {
    name: "a transaction that is refused has done nothing",
    steps: [
      {
        ask: txn({ success: [inTxn.put("k1", "v"), inTxn.put("k2", "v", { lease: 7 })] }),
        refusal: ["NOT_FOUND", "etcdserver: requested lease not found"],
      },
      { ask: range(prefix), answer: at(1) },
    ],
  },
  {
    name: "a fault in the branch that is not done is none if it shows only when it is done",
    ask: txn({
      compare: [{ key: "k", target: "VERSION", version: 0 }],
      success: [inTxn.put("k", "v")],
      failure: [inTxn.put("k", "v", { lease: 404 }), inTxn.range({ key: "k", revision: 99 })],
    }),
    answer: { ...at(2), succeeded: true, responses: [{ response_put: at(2) }] },
  },
  {
    name: "value and ignore_value exclude each other in a branch that is not done, too",
    ask: txn({
      compare: [{ key: "k", target: "VERSION", version: 0 }],
      failure: [inTxn.put("k", "v", { ignore_value: true })],
    }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: value is provided"],
  },
  {
    name: "lease and ignore_lease exclude each other in a transaction, too",
    ask: txn({ success: [inTxn.put("k", "v", { ignore_lease: true, lease: 7 })] }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: lease is provided"],
  },
  {
    name: "a read without a key is refused in a transaction, too",
    ask: txn({ success: [inTxn.range({ key: "" })] }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: key is not provided"],
  },
  {
    name: "a deletion without a key is refused in a transaction, too",
    ask: txn({ success: [inTxn.del({ key: "" })] }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: key is not provided"],
  },
  {
    name: "an empty key is found in a nested transaction, too",
    ask: txn({ success: [inTxn.txn({ success: [inTxn.put("", "v")] })] }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: key is not provided"],
  },
  {
    name: "a deletion after a put of the same key is refused",
    ask: txn({ success: [inTxn.put("k", "1"), inTxn.del({ key: "k" })] }),
    refusal: duplicateKey,
  },
  {
    name: "a put and a deletion of its key are refused across a nested transaction",
    ask: txn({ success: [inTxn.put("k1", "1"), inTxn.txn({ success: [inTxn.del(prefix)] })] }),
    refusal: duplicateKey,
  },
  {
    name: "two branches of a nested transaction may put one key",
    ask: txn({
      success: [inTxn.txn({ success: [inTxn.put("k", "1")], failure: [inTxn.put("k", "2")] })],
    }),
    answer: {
      ...at(2),
      succeeded: true,
      responses: [
        { response_txn: { header: {}, succeeded: true, responses: [{ response_put: at(2) }] } },
      ],
    },
  },
  {
    name: "a nested transaction compares what was there before the outer one began",
    ask: txn({
      success: [
        inTxn.put("k", "v"),
        inTxn.txn({
          compare: [{ key: "k", target: "VALUE", value: "v" }],
          success: [inTxn.range({ key: "k" })],
        }),
      ],
    }),
    answer: {
      ...at(2),
      succeeded: true,
      responses: [
        { response_put: at(2) },
        {
          response_txn: {
            header: {},
          },
        },
      ],
    },
  },
  {
    name: "transactions nest, and all of them make one revision",
    ask: txn({
      success: [
        inTxn.put("k1", ""),
        inTxn.txn({
          success: [inTxn.put("k2", ""), inTxn.txn({ success: [inTxn.put("k3", "")] })],
        }),
      ],
    }),
    answer: {
      ...at(2),
      succeeded: true,
      responses: [
        { response_put: at(2) },
        {
          response_txn: {
            header: {},
            succeeded: true,
            responses: [
              { response_put: at(2) },
              {
                response_txn: { header: {}, succeeded: true, responses: [{ response_put: at(2) }] },
              },
            ],
          },
        },
      ],
    },
  },
  {
    name: "compares and both branches are counted each for itself: 128 of each are not too many",
    ask: txn({
      compare: times(128, { key: "x", target: "VERSION", version: 0 }),
      success: times(128, inTxn.range({ key: "x" })),
      failure: times(128, inTxn.range({ key: "x" })),
    }),
    answer: { ...at(1), succeeded: true, responses: times(128, { response_range: at(1) }) },
  },
  {
    name: "--max-txn-ops sets how many operations are too many",
    flags: ["--max-txn-ops=2"],
    steps: [
      {
        ask: txn({ success: times(2, inTxn.range({ key: "x" })) }),
        answer: { ...at(1), succeeded: true, responses: times(2, { response_range: at(1) }) },
      },
      { ask: txn({ success: times(3, inTxn.range({ key: "x" })) }), refusal: tooManyOps },
    ],
  },
  {
    name: "--max-request-bytes sets how large a write may be",
    flags: ["--max-request-bytes=1000"],
    steps: [
      put("k", "x".repeat(900)),
      {
        ask: put("k", "x".repeat(1000)),
        refusal: ["INVALID_ARGUMENT", "etcdserver: request is too large"],
      },
      {
        ask: txn({ success: [inTxn.put("k1", "x".repeat(500)), inTxn.put("k2", "x".repeat(500))] }),
        refusal: ["INVALID_ARGUMENT", "etcdserver: request is too large"],
      },
      { ask: range({ ...prefix, count_only: true }), answer: { ...at(2), count: 1 } },
    ],
  },
];
