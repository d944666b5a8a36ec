import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { comparableLines } from "../../packages/etcd-server/src/testing/comparable-lines.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** What etcd is started with. FOLDER in arguments, variables and files stands for a folder of its own. */
export interface CommandLine {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Files of the folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What came of it, without what differs from run to run. */
export interface CommandLineOutcome {
  /** The exit code, or that it served clients until it was told to stop. */
  readonly ended: number | "serves";
  /** Lines of stdout, then of stderr, each `out …` or `err …`; only those that a user must see. */
  readonly said: readonly string[];
}

/** Where what the real etcd made of each command line is recorded: a JSON array a line. */
export const recordedCommandLines = new URL(
  "../../packages/etcd-server/src/config/recorded-command-lines.jsonl",
  import.meta.url,
);

/** The recording. */
export function readRecordedCommandLines(): readonly (readonly [
  CommandLine,
  CommandLineOutcome,
])[] {
  return readFileSync(recordedCommandLines, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** How long a process may take before it serves or ends. */
const patienceMs = 30_000;

/** Starts `program` (with `before` in front of the arguments) and waits until it serves or has ended. */
export async function runCommandLine(
  line: CommandLine,
  program: string,
  before: readonly string[] = [],
): Promise<CommandLineOutcome> {
  using folder = temporaryFolder();
  const filled = (text: string) => text.replaceAll("FOLDER", folder.path);
  for (const [name, text] of Object.entries(line.files ?? {})) {
    writeFileSync(join(folder.path, name), filled(text));
  }
  const env = Object.entries(line.env ?? {}).map(([name, value]) => [name, filled(value)]);
  const child = spawn(program, [...before, ...(line.args ?? []).map(filled)], {
    cwd: folder.path,
    env: { PATH: process.env["PATH"] ?? "", ...Object.fromEntries(env) },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: patienceMs,
    killSignal: "SIGKILL",
  });
  const streams = { out: "", err: "" };
  let serves = false;
  for (const [name, stream] of [
    ["out", child.stdout],
    ["err", child.stderr],
  ] as const) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      streams[name] += text;
      if (serves || !/"serving client traffic|\tserving client traffic/.test(streams[name])) return;
      serves = true;
      child.kill("SIGTERM");
    });
  }
  const [code] = (await once(child, "close")) as [number | null];
  const said = (["out", "err"] as const).flatMap((name) =>
    comparableLines(streams[name]).map(
      (text) => `${name} ${text.replaceAll(folder.path, "FOLDER")}`,
    ),
  );
  return { ended: serves ? "serves" : (code ?? -1), said };
}
