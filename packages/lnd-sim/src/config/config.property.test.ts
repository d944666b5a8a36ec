import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseLndConfig } from "./config.ts";
import { lndFlagRows } from "./lnd-flags.ts";
import { createMadeUpEnvironment } from "./made-up-environment.ts";

const names = lndFlagRows.map(({ name }) => name);

/** What people write, what slips out of their hands, and anything at all. */
const value = fc.oneof(
  fc.constantFrom(
    "",
    "1",
    "true",
    "-1",
    "5s",
    "0x10",
    "9e99",
    "localhost:1",
    "[::1",
    "~",
    "$HOME/x",
  ),
  fc.constantFrom("etcd", "bolt", "postgres", "sqlite", "regtest", "LOCKED:1s", "GetInfo:hang"),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const flag = fc.oneof(
  fc.tuple(fc.constantFrom(...names), value).map(([name, text]) => `--${name}=${text}`),
  fc.constantFrom(...names).map((name) => `--${name}`),
  fc.constantFrom("--bitcoin.regtest", "--bitcoin.node=nochainbackend", "--noseedbackup"),
  fc.constantFrom("-", "--", "---", "-h", "-V", "-x", "--=", "--no.such", "word"),
  fc.string({ unit: "binary", maxLength: 10 }),
);
const line = fc.oneof(
  fc.tuple(fc.constantFrom(...names), value).map(([name, text]) => `${name}=${text}`),
  fc.constantFrom(
    "[Application Options]",
    "[db]",
    "[cluster]",
    "[wurst]",
    "[",
    "]",
    "; x",
    "#",
    "=",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);

test("whatever is written on the command line and in lnd.conf gives a configuration or a reason", () => {
  const argv = fc.array(flag, { maxLength: 6 });
  const file = fc.array(line, { maxLength: 6 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(argv, file, (flags, text) => {
      const environment = createMadeUpEnvironment({ files: { "/lnd/lnd.conf": text } });
      const outcome = parseLndConfig(["--lnddir=/lnd", ...flags], environment);
      if (outcome.outcome === "config") return;
      const said = [...outcome.stdout, ...outcome.stderr].join("\n");
      assert.notEqual(said.trim(), "", "it ends without a word");
      assert.equal(outcome.exitCode === 0, outcome.stderr.length === 0, said);
      assert.doesNotMatch(said, /\n\s+at |TypeError|RangeError|undefined|\[object /);
    }),
    { numRuns: 1500 },
  );
});

test("what a command line means does not depend on when it is read", () => {
  fc.assert(
    fc.property(fc.array(flag, { maxLength: 4 }), (flags) => {
      const read = () =>
        JSON.stringify(parseLndConfig(flags, createMadeUpEnvironment()), bigintText);
      assert.equal(read(), read());
    }),
    { numRuns: 200 },
  );
});

function bigintText(_key: string, held: unknown): unknown {
  return typeof held === "bigint" ? held.toString() : held;
}
