import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { startStandaloneLink } from "@leaderlab/cluster/links";
import { createEtcd3Client } from "@leaderlab/election/etcd3";
import type { TestProcess } from "../harness/child-process.ts";
import { startEtcdProcess, targetName } from "../harness/etcd-target.ts";
import { freePort } from "../harness/free-port.ts";
import { contending, type LndCommand, startLndCommand } from "../harness/lnd-command.ts";
import { rest, statesUntil } from "../harness/lnd-peer.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 240_000;
const ttlSeconds = 3;
const active = '{"state":"SERVER_ACTIVE"}';
const clock = createRealClock();

interface Place {
  readonly folder: string;
  readonly port: number;
  readonly signal: AbortSignal;
}

/** An etcd that can be started again on what it held; ours keeps that over a graceful stop only. */
function startEtcd({ folder, port, signal }: Place): Promise<TestProcess> {
  const url = `http://127.0.0.1:${port}`;
  const flags = [
    `--data-dir=${join(folder, "etcd")}`,
    ...(targetName === "ours" ? ["--snapshot-on-exit"] : []),
    `--listen-client-urls=${url}`,
    `--advertise-client-urls=${url}`,
    "--max-txn-ops=16384",
  ];
  return startEtcdProcess(flags, { cwd: folder, signal });
}

/** A node that contends under this id, looks after its leadership once in `checkSeconds`, and opens its wallet itself. */
async function startNode(place: Place, id: string, checkSeconds: number): Promise<LndCommand> {
  const flags = [
    ...contending(`127.0.0.1:${place.port}`),
    "--noseedbackup",
    "--debuglevel=debug",
    `--cluster.id=${id}`,
    `--cluster.leader-session-ttl=${ttlSeconds}`,
    `--healthcheck.leader.interval=${checkSeconds}s`,
  ];
  const node = await startLndCommand(place.folder, flags, { signal: place.signal });
  await node.process.line(/Starting leadership campaign/);
  return node;
}

const stateOf = async (node: LndCommand) => (await rest(node, "/v1/state")).body;

/** Waits until so many nodes have their keys in the election. */
async function untilQueued({ port, signal }: Place, nodes: number): Promise<void> {
  const client = createEtcd3Client({ endpoints: [`127.0.0.1:${port}`], clock });
  const range = { key: Buffer.from("e/"), rangeEnd: Buffer.from("e0") };
  try {
    while ((await client.get(range, signal)).kvs.length < nodes) await clock.sleep(50, signal);
  } finally {
    client.close();
  }
}

async function place(folder: string, signal: AbortSignal): Promise<Place> {
  return { folder, port: await freePort(), signal };
}

describe(`lnd does not watch its session: two leaders, or none, on ${targetName}`, {
  timeout,
}, () => {
  test("a leader that was paused beyond its TTL serves on beside the next one, until its own check ends it", async ({
    signal,
  }) => {
    using folder = temporaryFolder();
    const at = await place(folder.path, signal);
    await using _etcd = await startEtcd(at);
    await using first = await startNode(at, "lnd-1", 8);
    await statesUntil(first, "SERVER_ACTIVE");
    await using second = await startNode(at, "lnd-2", 60);
    await untilQueued(at, 2);
    process.kill(first.process.pid, "SIGSTOP");
    await statesUntil(second, "SERVER_ACTIVE");
    process.kill(first.process.pid, "SIGCONT");
    assert.deepEqual([await stateOf(first), await stateOf(second)], [active, active]);
    assert.deepEqual(await first.process.ended, { code: 0, signal: null });
    const said = first.process.output;
    const lines = [
      "[DBG] SRVR: Not the current leader",
      "[CRT] SRVR: Health check: leader status failed after 1 calls",
      "[INF] SRVR: Sending request for shutdown",
      "[INF] LTND: Received shutdown request.",
      "[INF] LTND: Shutting down...",
    ];
    assert.deepEqual(
      lines.map((line) => said.indexOf(line)).toSorted((a, b) => a - b),
      lines.map((line) => said.indexOf(line)),
    );
    assert.equal(
      lines.every((line) => said.includes(line)),
      true,
      said,
    );
    assert.equal(await stateOf(second), active);
  });

  test("two nodes of one id both believe that they lead: the check compares no more than that", async ({
    signal,
  }) => {
    using folder = temporaryFolder();
    const at = await place(folder.path, signal);
    await using _etcd = await startEtcd(at);
    await using first = await startNode(at, "twin", 2);
    await statesUntil(first, "SERVER_ACTIVE");
    await using second = await startNode(at, "twin", 2);
    await untilQueued(at, 2);
    process.kill(first.process.pid, "SIGSTOP");
    await statesUntil(second, "SERVER_ACTIVE");
    process.kill(first.process.pid, "SIGCONT");
    await clock.sleep(5_000); // two checks of each
    assert.deepEqual([await stateOf(first), await stateOf(second)], [active, active]);
  });

  test("a leader that is cut off from etcd serves on beside the next one until its check and its database give up", async ({
    signal,
  }) => {
    using folder = temporaryFolder();
    const at = await place(folder.path, signal);
    await using _etcd = await startEtcd(at);
    await using link = await startStandaloneLink({
      name: { from: "lnd-1", to: "etcd" },
      listen: { host: "127.0.0.1", port: 0 },
      to: { host: "127.0.0.1", port: at.port },
      control: { host: "127.0.0.1", port: 0 },
      clock,
      random: createSystemRandom(),
    });
    await using first = await startNode({ ...at, port: link.address.port }, "lnd-1", 5);
    await statesUntil(first, "SERVER_ACTIVE");
    await using second = await startNode(at, "lnd-2", 60);
    await untilQueued(at, 2);
    await link.inject({ kind: "blackhole", link: "lnd-1:etcd" });
    await statesUntil(second, "SERVER_ACTIVE");
    assert.deepEqual([await stateOf(first), await stateOf(second)], [active, active]);
    await first.process.line(/\[CRT\] SRVR: Health check: leader status failed after 1 calls/);
    assert.equal(await stateOf(first), active);
    assert.deepEqual(await first.process.ended, { code: 0, signal: null });
    assert.match(
      first.process.output,
      /\[ERR\] LTND: Leader elector failed to resign: context deadline exceeded/,
    );
    assert.equal(await stateOf(second), active);
  });

  test("an etcd that is away for less than the TTL changes nothing", async ({ signal }) => {
    using folder = temporaryFolder();
    const at = await place(folder.path, signal);
    const etcd = await startEtcd(at);
    await using first = await startNode(at, "lnd-1", 60);
    await statesUntil(first, "SERVER_ACTIVE");
    await using second = await startNode(at, "lnd-2", 60);
    await untilQueued(at, 2);
    await etcd.kill("SIGTERM");
    await using _again = await startEtcd(at);
    await clock.sleep(2 * ttlSeconds * 1000);
    assert.equal(await stateOf(first), active);
    assert.equal(await stateOf(second), '{"state":"WAITING_TO_START"}');
  });

  test("an etcd that is away for longer makes the follower lead without a key, and then ends both", async ({
    signal,
  }) => {
    using folder = temporaryFolder();
    const at = await place(folder.path, signal);
    const etcd = await startEtcd(at);
    await using first = await startNode(at, "lnd-1", 35);
    await statesUntil(first, "SERVER_ACTIVE");
    await using second = await startNode(at, "lnd-2", 12);
    await untilQueued(at, 2);
    await etcd.kill("SIGTERM");
    await clock.sleep((ttlSeconds + 3) * 1000);
    await using _again = await startEtcd(at);
    await statesUntil(second, "SERVER_ACTIVE");
    assert.equal(await stateOf(first), active);
    assert.deepEqual(await second.process.ended, { code: 0, signal: null });
    assert.deepEqual(await first.process.ended, { code: 0, signal: null });
  });
});
