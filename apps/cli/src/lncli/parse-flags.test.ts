import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Flag, helpFlag } from "./flag.ts";
import { FlagError, flagsFirst, parseFlags } from "./parse-flags.ts";

const flags: readonly Flag[] = [
  { names: ["network", "n"], kind: "string", usage: "", initial: "mainnet", variable: "NETWORK" },
  { names: ["stdin"], kind: "boolean", usage: "" },
  { names: ["window"], kind: "integer", usage: "", initial: 60n, variable: "WINDOW" },
  { names: ["metadata"], kind: "list", usage: "" },
  helpFlag,
];

const parse = (...argv: string[]) => parseFlags(flags, argv, {});

test("a flag has one dash or two, and its value behind = or in the next argument", () => {
  for (const argv of [
    ["-network=regtest"],
    ["--network", "regtest"],
    ["-n", "regtest"],
    ["--n=regtest"],
  ]) {
    const { flags: values, rest } = parse(...argv, "state", "--stdin");
    assert.equal(values.string("network"), "regtest");
    assert.deepEqual(rest, ["state", "--stdin"]);
  }
  assert.equal(parse("--network=a=b").flags.string("network"), "a=b");
  assert.equal(parse("--network", "--stdin").flags.string("network"), "--stdin");
});

test("what is not given is what it is by default, and is not set", () => {
  const { flags: values } = parse();
  assert.equal(values.string("network"), "mainnet");
  assert.equal(values.integer("window"), 60n);
  assert.equal(values.boolean("stdin"), false);
  assert.deepEqual(values.list("metadata"), []);
  assert.equal(values.isSet("network"), false);
  assert.equal(parse("--network=mainnet").flags.isSet("network"), true);
});

test("a boolean takes Go's words behind = and never the next argument", () => {
  assert.equal(parse("--stdin").flags.boolean("stdin"), true);
  assert.equal(parse("--stdin=F").flags.boolean("stdin"), false);
  assert.equal(parse("--stdin=F").flags.isSet("stdin"), true);
  assert.deepEqual(parse("--stdin", "false").rest, ["false"]);
});

test("an integer takes every base of Go, a list every value", () => {
  assert.equal(parse("--window=0x1_0").flags.integer("window"), 16n);
  assert.equal(parse("--window=-5").flags.integer("window"), -5n);
  assert.deepEqual(parse("--metadata=a:b", "--metadata", "c:d").flags.list("metadata"), [
    "a:b",
    "c:d",
  ]);
});

test("flags end at the first argument that is none, and at --", () => {
  for (const argv of [
    ["state", "--stdin"],
    ["-", "--stdin"],
    ["", "--stdin"],
  ]) {
    assert.deepEqual(parse(...argv).rest, argv);
  }
  assert.deepEqual(parse("--stdin", "--", "--network").rest, ["--network"]);
});

test("a command line that is not understood is refused in Go's words", () => {
  const refusals = [
    [["--foo=1"], "flag provided but not defined: -foo"],
    [["---stdin"], "bad flag syntax: ---stdin"],
    [["--=x"], "bad flag syntax: --=x"],
    [["--network"], "flag needs an argument: -network"],
    [["-n"], "flag needs an argument: -n"],
    [["--stdin=maybe"], 'invalid boolean value "maybe" for -stdin: parse error'],
    [["--window=x"], 'invalid value "x" for flag -window: parse error'],
    [["--window="], 'invalid value "" for flag -window: parse error'],
    [
      ["--window=9223372036854775808"],
      'invalid value "9223372036854775808" for flag -window: value out of range',
    ],
    [["-n=a", "--network=b"], "Cannot use two forms of the same flag: n network"],
  ] as const;
  for (const [argv, message] of refusals) {
    assert.throws(() => parse(...argv), { name: "FlagError", message });
  }
});

test("an environment variable sets a flag, and the command line beats it", () => {
  const variables = { NETWORK: "regtest", WINDOW: "7" };
  const { flags: values } = parseFlags(flags, ["--window=8"], variables);
  assert.equal(values.string("network"), "regtest");
  assert.equal(values.isSet("network"), true);
  assert.equal(values.integer("window"), 8n);
  assert.throws(() => parseFlags(flags, [], { WINDOW: "abc" }), {
    message:
      'could not parse abc as int value for flag window: strconv.ParseInt: parsing "abc": invalid syntax',
    source: "environment",
  });
});

test("a command's flags may stand behind its arguments, with their values", () => {
  const order = (...argv: string[]) => flagsFirst(flags, argv);
  assert.deepEqual(order("a", "--window", "5", "b", "--stdin"), [
    "--window",
    "5",
    "--stdin",
    "a",
    "b",
  ]);
  assert.deepEqual(order("a", "--window=5", "b"), ["--window=5", "a", "b"]);
  assert.deepEqual(order("a", "--", "--stdin"), ["--", "a", "--stdin"]);
  assert.deepEqual(order("a", "--foo", "b"), ["a", "--foo", "b"], "another's flag is an argument");
});

test("whatever the command line, it is understood or refused with a FlagError", () => {
  const argument = fc.oneof(
    fc.constantFrom("--", "-", "--network", "-n=x", "--stdin", "--window", "5", "__proto__", "-h"),
    fc.string({ maxLength: 8 }).map((text) => `-${text}`),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(argument, { maxLength: 6 }), (argv) => {
      try {
        const { rest } = parseFlags(flags, flagsFirst(flags, argv), {});
        assert.ok(rest.every((one) => argv.includes(one)));
      } catch (error) {
        assert.ok(error instanceof FlagError, String(error));
      }
    }),
  );
});
