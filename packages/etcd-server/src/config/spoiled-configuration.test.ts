import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { createServerLog } from "../server-log.ts";
import { flagTable } from "./flag-table.ts";
import { FlagError } from "./go-flags.ts";
import { parseEtcdFlags } from "./parse-etcd-flags.ts";

/** LEADERLAB_INPUTS of them are tried. */
const numRuns = Number(process.env["LEADERLAB_INPUTS"] ?? 400);

interface CommandLine {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

/** Those that etcd was asked, but for those that would have a file written. */
const known: readonly CommandLine[] = readFileSync(
  new URL("./recorded-command-lines.jsonl", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter((line) => line !== "" && !/log-?outputs/i.test(line))
  .map((line) => JSON.parse(line)[0]);

/** A text with a piece of it replaced by any other. */
const spoiled = (text: string) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(8), fc.string({ unit: "binary", maxLength: 8 }))
    .map(([at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length));

const maybeSpoiled = (text: string) =>
  fc.oneof({ arbitrary: fc.constant(text), weight: 2 }, { arbitrary: spoiled(text), weight: 1 });

const anyFlag = fc
  .tuple(fc.constantFrom(...flagTable.map(([name]) => name)), fc.string({ unit: "binary" }))
  .filter(([name]) => !/log/.test(name))
  .map(([name, value]) => `--${name}=${value}`);

const spoiledLine: fc.Arbitrary<Required<CommandLine>> = fc
  .constantFrom(...known)
  .chain(({ args = [], env = {}, files = {} }) =>
    fc.record({
      args: fc
        .tuple(fc.tuple(...args.map(maybeSpoiled)), fc.array(anyFlag, { maxLength: 2 }))
        .map(([given, more]) => [...given, ...more]),
      env: spoiledValues(env),
      files: spoiledValues(files),
    }),
  );

function spoiledValues(texts: Readonly<Record<string, string>>) {
  return fc.record(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, maybeSpoiled(text)])),
  );
}

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "leaderlab-etcd-"));
});
after(() => rmSync(folder, { recursive: true }));

test("a configuration is read or refused in etcd's way, whatever stands in it", async () => {
  const serverLog = createServerLog({ out: () => {}, err: () => {} }, { unixNow: () => 0 });
  const filled = (text: string) => text.replaceAll("FOLDER", folder);
  await fc.assert(
    fc.asyncProperty(spoiledLine, async ({ args, env, files }) => {
      for (const [name, text] of Object.entries(files)) {
        writeFileSync(join(folder, name), filled(text));
      }
      const variables = Object.fromEntries(
        Object.entries(env).map(([name, text]) => [name, filled(text)]),
      );
      try {
        await parseEtcdFlags(args.map(filled), { variables, serverLog });
      } catch (error) {
        if (!(error instanceof FlagError)) throw error;
      }
    }),
    { numRuns },
  );
});
