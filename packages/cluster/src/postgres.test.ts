import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { awaitEvent } from "./await-event.ts";
import { startCluster } from "./cluster.ts";
import type { Cluster } from "./running-cluster.ts";
import type { PostgresOptions } from "./start-database.ts";
import type { TimelineEvent } from "./timeline.ts";

let folder: string;
let cluster: Cluster | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leaderlab-cluster-"));
  cluster = undefined;
});
afterEach(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true });
});

async function start(postgres: PostgresOptions): Promise<Cluster> {
  const [clock, random] = [createRealClock(), createSystemRandom()];
  cluster = await startCluster({ clock, random, folder, nodes: 2, sessionTtlSeconds: 4, postgres });
  return cluster;
}

const serves = (name: string) => (event: TimelineEvent) =>
  event.kind === "state" && event.node === name && event.state === "SERVER_ACTIVE";

test("with Postgres for the state and etcd for the election the next node opens the same wallet", async () => {
  const lab = await start({});
  await awaitEvent(lab.timeline, serves("lnd-1"));
  assert.match(lab.snapshot().postgres ?? "", /^postgres:\/\/postgres@127\.0\.0\.1:\d+\//);
  await lab.node("lnd-1").kill();
  await awaitEvent(lab.timeline, serves("lnd-2"));
  const created = lab.timeline.events.filter(({ kind }) => kind === "walletCreated");
  assert.equal(created.length, 1);
});

test("without an election every node serves at once on one database", async () => {
  const lab = await start({ hasElection: false });
  await Promise.all([
    awaitEvent(lab.timeline, serves("lnd-1")),
    awaitEvent(lab.timeline, serves("lnd-2")),
  ]);
  const { nodes, queue } = lab.snapshot();
  assert.deepEqual(
    nodes.map(({ state, isLeader }) => [state, isLeader]),
    [
      ["SERVER_ACTIVE", false],
      ["SERVER_ACTIVE", false],
    ],
  );
  assert.deepEqual(queue, []);
});
