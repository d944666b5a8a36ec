import assert from "node:assert/strict";
import { test } from "node:test";
import { etcdVersion } from "../harness/default-etcd.ts";
import { readRecordedCommandLines, runCommandLine } from "../harness/etcd-command-line.ts";
import { realEtcd } from "../harness/etcd-target.ts";
import { leaderlabBin } from "../harness/leaderlab.ts";
import { needs, parts, unavailable } from "../harness/required-part.ts";

const recorded = readRecordedCommandLines();

function needs36() {
  const installed = needs(parts.etcd);
  if (installed.skip !== false || etcdVersion(parts.etcd.program) === "3.6") return installed;
  if (realEtcd !== undefined) return { skip: `the recording is of 3.6, ${realEtcd} is another` };
  return unavailable("this etcd is no 3.6, of which the recording is: LEADERLAB_ETCD36=PROGRAM");
}

test("the real etcd 3.6 makes of each command line what is recorded", needs36(), async () => {
  for (const [line, outcome] of recorded) {
    assert.deepEqual(await runCommandLine(line, parts.etcd.program), outcome, JSON.stringify(line));
  }
});

/** One of each kind: the others are compared within one process, beside the sources. */
const kinds = [
  /"--nosuch"\]/,
  /"foo"\]/,
  /"--log-level=x"/,
  /"ETCD_NAME":"env"/,
  /listen-client-urls: bad/,
  /log-format=console.*stdout/,
  /"--version"\]/,
  /"--help"\]/,
  /unixs:\/\/FOLDER\/x.sock/,
  /cert-file=FOLDER\/none","--key-file/,
];

test("a process of ours says on the same streams and ends with the same code", async () => {
  for (const kind of kinds) {
    const row = recorded.find(([line]) => kind.test(JSON.stringify(line)));
    assert.ok(row, String(kind));
    const [line, outcome] = row;
    const ours = await runCommandLine(line, process.execPath, [leaderlabBin, "etcd"]);
    assert.deepEqual(ours, outcome, JSON.stringify(line));
  }
});
