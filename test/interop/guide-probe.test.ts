import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runToEnd } from "../harness/child-process.ts";
import { freePort } from "../harness/free-port.ts";
import { portsOpen, startLndCommand } from "../harness/lnd-command.ts";
import { createWallet, statesUntil } from "../harness/lnd-peer.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

/** The probe as lnd's guide prints it, but for the port. */
const guideProbe = (port: number) =>
  `set -e; set -o pipefail; curl -s -k -o - https://localhost:${port}/v1/state | jq .'State' | ` +
  "grep -E 'NON_EXISTING|LOCKED|UNLOCKED|RPC_ACTIVE|SERVER_ACTIVE'";
/** The README's correction: what the guide means, in any shell. */
const leaderProbe = (port: number) =>
  `curl -s -k --max-time 1 https://localhost:${port}/v1/state | jq -r .state | ` +
  "grep -qxE 'NON_EXISTING|LOCKED|UNLOCKED|RPC_ACTIVE|SERVER_ACTIVE'";
/** And the one for traffic. */
const servingProbe = (port: number) =>
  `curl -s -k --max-time 1 https://localhost:${port}/v1/state | jq -r .state | grep -qx SERVER_ACTIVE`;

const shells = [["dash"], ["bash"], ["busybox", "ash"]] as const;
/** dash has no pipefail and stops there; in the others jq finds no `State` and grep matches nothing. */
const guideCode = { dash: 2, bash: 1, busybox: 1 } as const;

/** How a node is brought into a state and kept there. */
const states = [
  ["WAITING_TO_START", ["--sim.hold-in=WAITING_TO_START"]],
  ["NON_EXISTING", []],
  ["LOCKED", ["--sim.hold-in=LOCKED"]],
  ["UNLOCKED", ["--sim.hold-in=UNLOCKED", "--wallet-unlock-password-file=PASSWORD"]],
  ["RPC_ACTIVE", ["--bitcoin.node=neutrino", "--wallet-unlock-password-file=PASSWORD"]],
  ["SERVER_ACTIVE", ["--wallet-unlock-password-file=PASSWORD"]],
] as const;

const { curl, jq, dash, bash, busybox } = parts;
const options = { ...needs(curl, jq, dash, bash, busybox), timeout: 60_000 };

for (const [state, flags] of states) {
  test(`probes against a node in ${state}`, options, async (t) => {
    using folder = temporaryFolder();
    const password = join(folder.path, "password");
    if (state !== "NON_EXISTING") await prepareWallet(folder.path, password);
    await using node = await start(
      folder.path,
      flags.map((flag) => flag.replace("PASSWORD", password)),
    );
    await node.process.line(portsOpen);
    await statesUntil(node, state);
    const port = node.restPort;
    const isLeader = state !== "WAITING_TO_START";
    for (const shell of shells) {
      await t.test(
        `in ${shell[0]} the guide's never passes, the corrected ones say what they mean`,
        async () => {
          const run = async (script: string) => (await runToEnd([...shell, "-c", script])).code;
          assert.equal(await run(guideProbe(port)), guideCode[shell[0]]);
          assert.equal(await run(leaderProbe(port)), isLeader ? 0 : 1);
          assert.equal(await run(servingProbe(port)), state === "SERVER_ACTIVE" ? 0 : 1);
        },
      );
    }
  });
}

test("with nothing listening no probe passes", options, async () => {
  const port = await freePort();
  for (const shell of shells) {
    const run = async (script: string) => (await runToEnd([...shell, "-c", script])).code;
    assert.equal(await run(guideProbe(port)), guideCode[shell[0]]);
    assert.equal(await run(leaderProbe(port)), 1);
    assert.equal(await run(servingProbe(port)), 1);
  }
});

/** A life of the node whose files are in the folder. */
const start = (folder: string, flags: readonly string[]) =>
  startLndCommand(folder, flags, { lndDir: folder });

/** A first life of the node, in which its wallet is created. */
async function prepareWallet(folder: string, passwordFile: string): Promise<void> {
  writeFileSync(passwordFile, "a password");
  await using node = await start(folder, []);
  await node.process.line(portsOpen);
  await statesUntil(node, "NON_EXISTING");
  await createWallet(node, "a password");
  await node.process.kill("SIGTERM");
}
