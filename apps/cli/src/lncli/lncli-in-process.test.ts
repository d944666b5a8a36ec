import assert from "node:assert/strict";
import { test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { runAt } from "../testing/fake-terminal.ts";
import { startSimulatedNode, temporaryFolder } from "../testing/simulated-node.ts";
import { lncliInProcess } from "./lncli-in-process.ts";

const clock = createRealClock();
const lncli = lncliInProcess({ clock, random: createSystemRandom() });

async function call(argv: readonly string[], signal = new AbortController().signal) {
  const written = { stdout: "", stderr: "" };
  const code = await lncli({
    argv,
    env: {},
    out: (text) => {
      written.stdout += text;
    },
    err: (text) => {
      written.stderr += text;
    },
    signal,
  });
  return { ending: { code }, ...written };
}

test("a probe's lncli says and ends as leaderlab lncli does", async () => {
  using folder = temporaryFolder();
  await using node = await startSimulatedNode(folder.path, clock);
  await node.reaches("NON_EXISTING");
  for (const verb of [
    ["state"],
    ["getinfo"],
    ["--no-macaroons", "getinfo"],
    ["unlock", "--stdin"],
    ["nonsense"],
  ]) {
    const argv = [...node.lncliFlags, ...verb];
    const { ending, stdout, stderr } = await runAt(["lncli", ...argv], { clock, isPipe: true });
    assert.deepEqual(await call(argv), { ending, stdout, stderr }, verb.join(" "));
  }
});

test("a call that nobody waits for any more ends", async () => {
  using folder = temporaryFolder();
  await using node = await startSimulatedNode(folder.path, clock, ["--sim.rpc-delay=*:hang"]);
  const calling = new AbortController();
  const argv = [...node.lncliFlags, "--no-macaroons", "getinfo"];
  const called = call(argv, calling.signal);
  calling.abort(new Error("the probe's run is over"));
  assert.deepEqual((await called).ending, { code: 1 });
});
