import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createSeededRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { runEtcd } from "./run-etcd.ts";
import { comparableLines } from "./testing/comparable-lines.ts";

interface CommandLine {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

type Recorded = readonly [
  CommandLine,
  { readonly ended: unknown; readonly said: readonly string[] },
];

const recorded: readonly Recorded[] = readFileSync(
  new URL("./config/recorded-command-lines.jsonl", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

/** What ours does with a command line; a folder of its own stands for FOLDER. */
async function run({ args = [], env = {}, files = {} }: CommandLine) {
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-etcd-"));
  try {
    const filled = (text: string) => text.replaceAll("FOLDER", folder);
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, name), filled(text));
    const streams = { out: "", err: "" };
    const ending = await runEtcd(args.map(filled), {
      variables: Object.fromEntries(
        Object.entries(env).map(([name, text]) => [name, filled(text)]),
      ),
      clock: createRealClock(),
      random: createSeededRandom(1),
      out: (text) => {
        streams.out += text;
      },
      err: (text) => {
        streams.err += text;
      },
      untilSignal: async () => "SIGTERM",
    });
    const said = (["out", "err"] as const).flatMap((name) =>
      comparableLines(streams[name]).map((line) => `${name} ${line.replaceAll(folder, "FOLDER")}`),
    );
    return { ended: "code" in ending ? ending.code : "serves", said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("every recorded command line ends and is told of as with the real etcd", async () => {
  assert.ok(recorded.length > 300);
  for (const [line, outcome] of recorded)
    assert.deepEqual(await run(line), outcome, JSON.stringify(line));
});
