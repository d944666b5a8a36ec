import { at, type Case, del, grant, prefix, put, txn } from "./case.ts";

/** What a compare asks, and whether it holds: "k" is "v", changed once, and "l1" is under lease 7. */
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
  ["less is not equal", { key: "k", target: "MOD", result: "LESS", mod_revision: 3 }, false],
  ["mod revisions are equal", { key: "k", target: "MOD", mod_revision: 3 }, true],
  ["create revisions are equal", { key: "k", target: "CREATE", create_revision: 2 }, true],
  [
    "create revisions are greater",
    { key: "k", target: "CREATE", result: "GREATER", create_revision: 1 },
    true,
  ],
  [
    "create revisions are not equal",
    { key: "k", target: "CREATE", result: "NOT_EQUAL", create_revision: 2 },
    false,
  ],
  ["versions are equal", { key: "k", target: "VERSION", version: 2 }, true],
  ["versions are less", { key: "k", target: "VERSION", result: "LESS", version: 3 }, true],
  ["values are equal", { key: "k", target: "VALUE", value: "v" }, true],
  ["values are equal only as a whole", { key: "k", target: "VALUE", value: "va" }, false],
  ["values are not equal", { key: "k", target: "VALUE", result: "NOT_EQUAL", value: "u" }, true],
  ["values are less", { key: "k", target: "VALUE", result: "LESS", value: "va" }, true],
  ["a longer value is greater", { key: "k", target: "VALUE", result: "GREATER", value: "" }, true],
  ["leases are equal", { key: "l1", target: "LEASE", lease: 7 }, true],
  ["leases are not equal", { key: "l1", target: "LEASE", result: "NOT_EQUAL", lease: 7 }, false],
  ["leases compare as numbers", { key: "l1", target: "LEASE", result: "GREATER", lease: -1 }, true],
  [
    "a key that is not there has lease 0",
    { key: "x", target: "LEASE", result: "EQUAL", lease: 0 },
    true,
  ],
  [
    "a compare of a range with one key that does not meet it does not hold",
    { ...prefix, target: "VALUE", result: "NOT_EQUAL", value: "w" },
    false,
  ],
  [
    "a compare of a range to the end of all keys",
    { key: "k2", range_end: "\0", target: "VERSION", version: 1 },
    true,
  ],
  [
    "a compare of values in a range without keys does not hold",
    { key: "x", range_end: "y", target: "VALUE", value: "" },
    false,
  ],
  [
    "a compare of a range that ends before it begins is one of a key that is not there",
    { key: "k2", range_end: "k", target: "VERSION", version: 0 },
    true,
  ],
];

const holding = { key: "k", target: "VERSION", version: 2 };
const failing = { key: "k", target: "VERSION", version: 9 };
const given = [
  put("k", "u"),
  put("k", "v"),
  put("k2", "w"),
  grant({ ID: 7, TTL: 60 }),
  put("l1", "", { lease: 7 }),
] as const;

/** Compares of transactions. */
export const compareCases: readonly Case[] = [
  ...compares.map(
    ([words, compare, holds]): Case => ({
      name: `compare: ${words}`,
      given,
      ask: txn({ compare: [{ ...compare }] }),
      answer: { ...at(5), ...(holds && { succeeded: true }) },
    }),
  ),
  {
    name: "all compares must hold",
    given,
    ask: txn({ compare: [holding, holding, failing] }),
    answer: at(5),
  },
  {
    name: "a key can be compared many times",
    given,
    ask: txn({ compare: [holding, { ...holding, result: "GREATER", version: 1 }] }),
    answer: { ...at(5), succeeded: true },
  },
  {
    name: "a key that was deleted compares as one that was never there",
    given: [...given, del({ key: "k" })],
    ask: txn({ compare: [{ key: "k", target: "CREATE", create_revision: 0 }] }),
    answer: { ...at(6), succeeded: true },
  },
  {
    name: "a compare without a key is refused",
    ask: txn({ compare: [{ target: "VERSION", version: 0 }] }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: key is not provided"],
  },
  {
    name: "a compare of a target that etcd does not know holds",
    ask: txn({ compare: [{ key: "k", target: 9 }] }),
    grpcOnly: "the gateway takes an enum that it does not know for its default",
    answer: { ...at(1), succeeded: true },
  },
  {
    name: "a compare with a result that etcd does not know holds",
    ask: txn({ compare: [{ key: "k", target: "VERSION", result: 7, version: 5 }] }),
    grpcOnly: "the gateway takes an enum that it does not know for its default",
    answer: { ...at(1), succeeded: true },
  },
];
