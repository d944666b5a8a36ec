import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { runCommand } from "../run-command.ts";
import { createFakeTerminal, type FakeTerminalOptions, runAt } from "../testing/fake-terminal.ts";
import { startSimulatedNode, temporaryFolder } from "../testing/simulated-node.ts";

const password = "password1";
const failed = { code: 1 };
const succeeded = { code: 0 };

/** A clock that stands still, so that a node stays in a state which a real one passes through. */
const standingClock = () => createVirtualClock(createRealClock().unixNow());

/** What a real lncli printed of a real node, with what differs between nodes taken from another one's output. */
function recordedInfo(printed: string, changes: Readonly<Record<string, string>> = {}): string {
  const recorded = readFileSync(new URL("./recorded-getinfo.txt", import.meta.url), "utf8");
  const own = Object.fromEntries(
    ["identity_pubkey", "alias", "best_header_timestamp"].map((name) => [
      name,
      new RegExp(`"${name}": {2}(.*),`).exec(printed)?.[1] ?? "",
    ]),
  );
  return Object.entries({ ...own, ...changes }).reduce(
    (text, [name, value]) => text.replace(new RegExp(`("${name}": {2}).*?(,?\n)`), `$1${value}$2`),
    recorded,
  );
}

test("a node without a wallet says so, and gets one by create", async () => {
  using folder = temporaryFolder();
  const clock = standingClock();
  await using node = await startSimulatedNode(folder.path, clock);
  await clock.advance(25);
  await node.reaches("NON_EXISTING");
  const lncli = (argv: readonly string[], options: FakeTerminalOptions = {}) =>
    runAt(["lncli", ...node.lncliFlags, ...argv], { clock, ...options });

  assert.deepEqual(await lncli(["state"]), {
    ending: succeeded,
    stdout: '{\n    "state":  "NON_EXISTING"\n}\n',
    stderr: "",
    seen: '{\n    "state":  "NON_EXISTING"\n}\n',
  });
  const withoutMacaroon = await lncli(["getinfo"]);
  assert.deepEqual(withoutMacaroon.ending, failed);
  assert.equal(
    withoutMacaroon.stderr,
    "[lncli] could not load global options: unable to read macaroon path (check the network setting!): open " +
      `${folder.path}/data/chain/bitcoin/regtest/admin.macaroon: no such file or directory\n`,
  );
  assert.equal(
    (await lncli(["--no-macaroons", "getinfo"])).stderr,
    "[lncli] rpc error: code = Unknown desc = wallet not created, create one to enable full RPC access\n",
  );
  const unlocked = await lncli(["unlock", "--stdin"], { typed: [password], isPipe: true });
  assert.deepEqual(unlocked.ending, failed);
  assert.equal(unlocked.stdout, "wallet state: NON_EXISTING\n");
  assert.equal(unlocked.stderr, "[lncli] wallet is not initialized - please run 'lncli create'\n");

  const created = await lncli(["create"], { typed: [password, password, "n", ""] });
  assert.deepEqual(created.ending, succeeded);
  assert.match(created.stdout, /\n\nlnd successfully initialized!\n$/);
  assert.equal(node.lnd.state, "UNLOCKED");
});

test("a locked wallet is opened by unlock, and each state on the way is told", async () => {
  using folder = temporaryFolder();
  await createWalletIn(folder.path);
  const clock = standingClock();
  await using node = await startSimulatedNode(folder.path, clock);
  const lncli = (argv: readonly string[], options: FakeTerminalOptions = {}) =>
    runAt(["lncli", ...node.lncliFlags, ...argv], { clock, ...options });
  await clock.advance(25);
  await node.reaches("LOCKED");

  assert.equal((await lncli(["state"])).stdout, '{\n    "state":  "LOCKED"\n}\n');
  const encrypted = await lncli(["--no-macaroons", "getinfo"]);
  assert.deepEqual(encrypted.ending, failed);
  assert.equal(
    encrypted.stderr,
    "[lncli] wallet is encrypted - please unlock using 'lncli unlock', or set password using 'lncli create' if " +
      "this is the first time starting lnd\n",
  );
  const wrong = await lncli(["unlock"], { typed: ["wrong"] });
  assert.deepEqual(wrong.ending, failed);
  assert.equal(
    wrong.seen,
    "Input wallet password: \nwallet state: LOCKED\n" +
      "[lncli] rpc error: code = Unknown desc = invalid passphrase for master public key\n",
  );

  const unlocked = await lncli(["unlock", "--stdin"], { typed: [password], isPipe: true });
  assert.deepEqual(unlocked.ending, succeeded);
  assert.equal(
    unlocked.stdout,
    "wallet state: LOCKED\nwallet state: UNLOCKED\n\nlnd successfully unlocked!\n",
  );

  assert.equal((await lncli(["state"])).stdout, '{\n    "state":  "UNLOCKED"\n}\n');
  const starting = await lncli(["getinfo"]);
  assert.deepEqual(starting.ending, failed);
  assert.equal(
    starting.stderr,
    "[lncli] rpc error: code = Unknown desc = the RPC server is in the process of starting up, but not yet ready " +
      "to accept calls\n",
  );
  const again = await lncli(["changepassword"], { typed: [password, password, password] });
  assert.match(again.stderr, /^\[lncli\] wallet is already unlocked\n$/);

  await clock.advance(150);
  assert.equal((await lncli(["state"])).stdout, '{\n    "state":  "RPC_ACTIVE"\n}\n');
  const active = await lncli(["getinfo"]);
  assert.deepEqual(active.ending, succeeded);
  assert.equal(
    active.stdout,
    recordedInfo(active.stdout, { graph_cache_status: '"GRAPH_CACHE_STATUS_LOADING"' }),
  );

  await clock.advance(50);
  const serving = await lncli(["getinfo"]);
  assert.equal(serving.stdout, recordedInfo(serving.stdout));
  const without = await lncli(["--no-macaroons", "getinfo"]);
  assert.deepEqual(without.ending, failed);
  assert.equal(
    without.stderr,
    "[lncli] rpc error: code = Unknown desc = expected 1 macaroon, got 0\n",
  );
  assert.equal(
    (await lncli(["unlock", "--stdin"], { typed: [password] })).seen,
    `${password}\nwallet state: SERVER_ACTIVE\n[lncli] wallet is already unlocked\n`,
  );
});

/** A node that has made its wallet and is gone again. */
async function createWalletIn(folder: string): Promise<void> {
  const clock = standingClock();
  await using node = await startSimulatedNode(folder, clock);
  await clock.advance(25);
  await node.reaches("NON_EXISTING");
  const typed = [password, password, "n", ""];
  const created = await runAt(["lncli", ...node.lncliFlags, "create"], { clock, typed });
  assert.deepEqual(created.ending, succeeded);
}

test("stop asks a node to shut down", async () => {
  using folder = temporaryFolder();
  const clock = standingClock();
  await using node = await startSimulatedNode(folder.path, clock, ["--noseedbackup"]);
  await clock.advance(25);
  await node.reaches("UNLOCKED");
  await clock.advance(200);
  const stopped = await runAt(["lncli", ...node.lncliFlags, "stop"], { clock });
  assert.deepEqual(stopped.ending, succeeded);
  assert.equal(
    stopped.stdout,
    '{\n    "status":  "shutdown initiated, check logs for progress"\n}\n',
  );
  await clock.advance(10);
  assert.equal((await node.lnd.exited).code, 0);

  const gone = await runAt(["lncli", ...node.lncliFlags, "state"], { clock });
  assert.deepEqual(gone.ending, failed);
  assert.equal(
    gone.stderr,
    '[lncli] rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial ' +
      `tcp ${node.lnd.rpcAddresses[0]}: connect: connection refused"\n`,
  );
});

test("a signal ends what waits for a node with context canceled", async () => {
  using folder = temporaryFolder();
  const clock = standingClock();
  await using node = await startSimulatedNode(folder.path, clock);
  const terminal = createFakeTerminal({ clock, typed: [password] });
  const ending = runCommand(["lncli", ...node.lncliFlags, "unlock", "--stdin"], terminal);
  await terminal.shows("wallet state: WAITING_TO_START\n");
  terminal.signal("SIGINT");
  assert.deepEqual(await ending, failed);
  assert.equal(terminal.stderr, "[lncli] rpc error: code = Canceled desc = context canceled\n");
});
