// Records anew what the real etcd 3.6 makes of each command line of the recording; lines with nothing but an input, at
// the end of the file, are new ones. Without --all only these are recorded.
//   LEADERLAB_ETCD36=PROGRAM node --import tsx --conditions=source test/interop/record-command-lines.ts
import { readFileSync, writeFileSync } from "node:fs";
import { recordedCommandLines, runCommandLine } from "../harness/etcd-command-line.ts";
import { parts } from "../harness/required-part.ts";

const inputs = readFileSync(recordedCommandLines, "utf8")
  .split("\n")
  .filter((line) => line !== "");
const rows: string[] = [];
const all = process.argv.includes("--all");
for (const text of inputs) {
  if (!all && text.startsWith("[")) {
    rows.push(text);
    continue;
  }
  const line = [JSON.parse(text)].flat()[0];
  const outcome = await runCommandLine(line, parts.etcd.program);
  rows.push(JSON.stringify([line, outcome]));
}
writeFileSync(recordedCommandLines, `${rows.join("\n")}\n`);
