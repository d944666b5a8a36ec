import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { createEtcd3Client } from "@leaderlab/election/etcd3";
import { awaitEvent } from "./await-event.ts";
import { startCluster } from "./cluster.ts";
import type { Cluster } from "./running-cluster.ts";
import type { TimelineEvent } from "./timeline.ts";

let folder: string;
let cluster: Cluster;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "leaderlab-cluster-"));
  const [clock, random] = [createRealClock(), createSystemRandom()];
  cluster = await startCluster({ clock, random, folder, sessionTtlSeconds: 4 });
  await happened((event) => event.kind === "state" && event.state === "SERVER_ACTIVE");
});
afterEach(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true });
});

const happened = (isIt: (event: TimelineEvent) => boolean) => awaitEvent(cluster.timeline, isIt);

/** The kinds of what happened to a node, in order. */
const kindsOf = (name: string) =>
  cluster.timeline.events.flatMap((event) =>
    "node" in event && event.node === name ? [event.kind] : [],
  );

/** Waits until the election's keys are those of these holders, oldest first. */
async function queueIs(...holders: readonly string[]): Promise<void> {
  const isIt = () =>
    holders.join() ===
    cluster
      .snapshot()
      .queue.map(({ node }) => node)
      .join();
  if (isIt()) return;
  await new Promise<void>((resolve) => {
    const stop = cluster.onChange(() => {
      if (!isIt()) return;
      stop();
      resolve();
    });
  });
}

test("the first node leads and has created the wallet, the others queue in order", async () => {
  await queueIs("lnd-1", "lnd-2", "lnd-3");
  const { leader, nodes, queue } = cluster.snapshot();
  assert.equal(leader, "lnd-1");
  assert.deepEqual(
    nodes.map(({ state }) => state),
    ["SERVER_ACTIVE", "WAITING_TO_START", "WAITING_TO_START"],
  );
  for (const { leaseRemainingMs } of queue) {
    assert.ok(leaseRemainingMs !== null && leaseRemainingMs > 0 && leaseRemainingMs <= 4000);
  }
  assert.equal(kindsOf("lnd-1").includes("walletCreated"), true);
});

test("a killed leader's lease runs out and the next one takes over; started again, it queues last", async () => {
  await queueIs("lnd-1", "lnd-2", "lnd-3");
  await cluster.node("lnd-1").kill();
  assert.equal(cluster.snapshot().leader, null);
  await cluster.node("lnd-1").start();
  await queueIs("lnd-1", "lnd-2", "lnd-3", "lnd-1");
  await happened((event) => event.kind === "leaseExpired" && event.node === "lnd-1");
  const failover = await happened((event) => event.kind === "failover");
  assert.ok(failover.kind === "failover");
  assert.deepEqual([failover.from, failover.to], ["lnd-1", "lnd-2"]);
  await queueIs("lnd-2", "lnd-3", "lnd-1");
});

test("a stopped leader resigns; a stopped follower's key stays until its lease has run out", async () => {
  await queueIs("lnd-1", "lnd-2", "lnd-3");
  assert.deepEqual(await cluster.node("lnd-1").stop(), { code: 0 });
  await queueIs("lnd-2", "lnd-3");
  assert.equal((await cluster.node("lnd-3").stop()).code, 1);
  await queueIs("lnd-2", "lnd-3");
  await happened((event) => event.kind === "leaseExpired" && event.node === "lnd-3");
  await queueIs("lnd-2");
  assert.equal(kindsOf("lnd-1").includes("leaseExpired"), false);
});

test("what makes no sense is refused: a second kill, a second start, an unknown node", async () => {
  await cluster.node("lnd-2").kill();
  await assert.rejects(cluster.node("lnd-2").kill(), /cannot kill lnd-2: it is killed/);
  await assert.rejects(cluster.node("lnd-1").start(), /lnd-1 is running already/);
  assert.throws(
    () => cluster.node("lnd-9"),
    /there is no node lnd-9; there are lnd-1, lnd-2, lnd-3/,
  );
});

test("a contender from elsewhere stands in the queue under its own name", async () => {
  const client = createEtcd3Client({
    endpoints: cluster.etcdEndpoints,
    clock: createRealClock(),
  });
  const lease = await client.grant(60);
  const key = Buffer.from(`cluster-leader/${lease.id.toString(16)}`);
  const put = { key, value: Buffer.from("a Go program"), lease: lease.id };
  await client.txn({ compare: [], success: [{ kind: "put", request: put }], failure: [] });
  await queueIs("lnd-1", "lnd-2", "lnd-3", "a Go program");
  client.close();
});

test("a waiting node's key that somebody else deletes is told of as a violation", async () => {
  await queueIs("lnd-1", "lnd-2", "lnd-3");
  const [, waiting] = cluster.snapshot().queue;
  const client = createEtcd3Client({
    endpoints: cluster.etcdEndpoints,
    clock: createRealClock(),
  });
  await client.deleteRange({ key: Buffer.from(`cluster-leader/${waiting?.lease}`) });
  const told = await happened((event) => event.kind === "violation");
  assert.ok(told.kind === "violation" && told.invariant === "ownKeyOnly");
  client.close();
});
