import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock, type VirtualClock } from "@leaderlab/clock";
import { LeaderTracker, type LeaderTrackerOptions } from "./leader-tracker.ts";
import { FakeElection, FakeNode, sourceOf } from "./testing/fake-cluster.ts";

const second = 1000;

/** A node that has won the election starts up, which takes a while. */
async function elect(node: FakeNode, clock: VirtualClock): Promise<void> {
  node.become("LOCKED", "UNLOCKED", "RPC_ACTIVE");
  await clock.advance(100);
  node.become("SERVER_ACTIVE");
  await clock.advance(0);
}

const leaderOf = (tracker: LeaderTracker) => tracker.leader?.name;

/** Three nodes of which the first serves, a tracker that has heard of all of them, and who led since then. */
async function track(
  options: Partial<LeaderTrackerOptions> & { readonly etcd?: FakeElection } = {},
) {
  const clock = createVirtualClock();
  const nodes = ["lnd-1", "lnd-2", "lnd-3"].map((name) => new FakeNode(name, clock));
  const [one, two, three] = nodes as [FakeNode, FakeNode, FakeNode];
  one.state = "SERVER_ACTIVE";
  const { etcd, ...rest } = options;
  const tracker = new LeaderTracker({
    backends: nodes.map(({ backend }) => backend),
    source: sourceOf(nodes),
    clock,
    ...(etcd && { election: { client: etcd.client, prefix: etcd.prefix } }),
    ...rest,
  });
  const turns: string[] = [];
  tracker.onTurn(({ to }) => turns.push(to?.name ?? "nobody"));
  tracker.start();
  await clock.advance(second);
  return { clock, tracker, turns, nodes, one, two, three };
}

test("whoever is SERVER_ACTIVE leads, and nobody does once its process has ended", async () => {
  const { clock, tracker, turns, one, two } = await track();
  assert.equal(leaderOf(tracker), "lnd-1");
  one.restart();
  await clock.advance(0);
  assert.equal(leaderOf(tracker), undefined);
  await elect(two, clock);
  assert.deepEqual(turns, ["lnd-1", "nobody", "lnd-2"]);
  await tracker.stop();
});

test("a state before SERVER_ACTIVE leads by the contract leader, and not by the contract serving", async () => {
  for (const contract of ["leader", "serving"] as const) {
    const { clock, tracker, one, two } = await track({ contract });
    one.restart();
    two.become("LOCKED");
    await clock.advance(second);
    assert.equal(leaderOf(tracker), contract === "leader" ? "lnd-2" : undefined, contract);
    await tracker.stop();
  }
});

test("of two that serve the one that turned last leads, whatever becomes of it", async () => {
  const { clock, tracker, one, two } = await track();
  await elect(two, clock);
  assert.equal(leaderOf(tracker), "lnd-2");
  assert.match(tracker.leadership.why, /lnd-2 is SERVER_ACTIVE and turned last; so is lnd-1/);
  two.restart();
  await clock.advance(10 * second);
  assert.equal(leaderOf(tracker), undefined, "lnd-1 was deposed by lnd-2's election");
  assert.match(tracker.leadership.why, /lnd-1 is SERVER_ACTIVE, but lnd-2 was elected later/);
  one.restart();
  await clock.advance(3 * second);
  await elect(one, clock);
  await clock.advance(second);
  assert.equal(leaderOf(tracker), "lnd-1", "it was elected anew");
  await tracker.stop();
});

test("a leader that hangs is noticed within interval and timeout, and takes nothing back when it goes on", async () => {
  const { clock, tracker, one, two } = await track();
  one.hang();
  await clock.advance(3 * second);
  assert.equal(leaderOf(tracker), undefined);
  await elect(two, clock);
  await clock.advance(20 * second);
  assert.equal(leaderOf(tracker), "lnd-2");
  one.goOn();
  await clock.advance(5 * second);
  assert.equal(leaderOf(tracker), "lnd-2");
  two.hang();
  await clock.advance(10 * second);
  assert.equal(leaderOf(tracker), undefined, "the old leader is the same process as before");
  assert.ok(one.connections <= 2 && two.connections <= 2, "tries are given up");
  await tracker.stop();
});

test("a leader that hung for a while without a successor leads again at once when it goes on", async () => {
  const { clock, tracker, turns, one } = await track();
  one.hang();
  await clock.advance(30 * second);
  one.goOn();
  await clock.advance(0);
  assert.deepEqual(turns, ["lnd-1", "nobody", "lnd-1"]);
  await tracker.stop();
});

test("a leader that was out of sight leads again when it is back, and takes nothing from a successor", async () => {
  const { clock, tracker, one, two } = await track();
  one.cut();
  await clock.advance(second);
  one.mend();
  await clock.advance(3 * second);
  assert.equal(leaderOf(tracker), "lnd-1");
  one.cut();
  await elect(two, clock);
  await clock.advance(second);
  one.mend();
  await clock.advance(5 * second);
  assert.equal(leaderOf(tracker), "lnd-2");
  await tracker.stop();
});

test("at the start nobody leads before all are heard of, and of two that serve neither does", async () => {
  const clock = createVirtualClock();
  const nodes = ["lnd-1", "lnd-2"].map((name) => new FakeNode(name, clock)) as [FakeNode, FakeNode];
  for (const node of nodes) node.state = "SERVER_ACTIVE";
  nodes[1].hang();
  const backends = nodes.map(({ backend }) => backend);
  const tracker = new LeaderTracker({ backends, source: sourceOf(nodes), clock });
  tracker.start();
  await clock.advance(second);
  assert.match(tracker.leadership.why, /not heard from lnd-2 yet/);
  nodes[1].goOn();
  await clock.advance(second);
  assert.equal(leaderOf(tracker), undefined);
  assert.match(tracker.leadership.why, /nothing tells who was elected later/);
  await tracker.stop();
});

test("while etcd answers its word counts alone: the holder of the oldest key with a lease", async () => {
  const etcd = new FakeElection();
  const first = etcd.join("lnd-1");
  const { clock, tracker, turns, two } = await track({ etcd });
  assert.equal(leaderOf(tracker), "lnd-1");
  etcd.join("lnd-2");
  etcd.leave(first);
  await clock.advance(0);
  assert.equal(leaderOf(tracker), undefined, "lnd-1 still says SERVER_ACTIVE");
  assert.match(tracker.leadership.why, /lnd-2 is elected and still WAITING_TO_START/);
  await elect(two, clock);
  assert.deepEqual(turns, ["lnd-1", "nobody", "lnd-2"]);
  await tracker.stop();
});

test("a key without a lease leads nobody, and a leader that is no backend leaves nobody to lead", async () => {
  const etcd = new FakeElection();
  etcd.join("stray", 0n);
  const first = etcd.join("lnd-1");
  const { clock, tracker } = await track({ etcd });
  assert.equal(leaderOf(tracker), "lnd-1");
  etcd.join("lnd-9");
  etcd.leave(first);
  await clock.advance(0);
  assert.match(tracker.leadership.why, /lnd-9 is elected, and is none of the backends/);
  await tracker.stop();
});

test("with etcd away the newest election that was seen still holds against an older leader", async () => {
  const etcd = new FakeElection();
  const first = etcd.join("lnd-1");
  const { clock, tracker, two, three } = await track({ etcd });
  etcd.join("lnd-2");
  etcd.leave(first);
  await elect(two, clock);
  await clock.advance(second);
  etcd.goAway();
  await clock.advance(second);
  assert.equal(leaderOf(tracker), "lnd-2");
  two.hang();
  await clock.advance(10 * second);
  assert.equal(leaderOf(tracker), undefined, "lnd-1 serves, and lost the election");
  await elect(three, clock);
  await clock.advance(second);
  assert.equal(leaderOf(tracker), "lnd-3", "it turned after all that is known");
  await tracker.stop();
});

test("an etcd that swallows requests is taken for away in bounded time", async () => {
  const etcd = new FakeElection();
  etcd.join("lnd-1");
  const { clock, tracker } = await track({ etcd });
  etcd.isSilent = true;
  await clock.advance(4 * second);
  assert.equal(tracker.election?.isLive, false);
  assert.equal(leaderOf(tracker), "lnd-1", "nothing speaks against it");
  etcd.isSilent = false;
  await clock.advance(5 * second);
  assert.equal(tracker.election?.isLive, true);
  await tracker.stop();
});

test("a confirmation is an answer of the leader's own process, asked after it was wanted", async () => {
  const { clock, tracker, one } = await track();
  const leader = tracker.leader;
  assert.ok(leader);
  const before = one.asked;
  const many = await Promise.all(Array.from({ length: 50 }, () => tracker.confirm(leader)));
  assert.ok(many.every((answer) => answer));
  assert.ok(one.asked - before <= 2, "one question under way, and one that waits");
  one.hang();
  const unanswered = tracker.confirm(leader);
  await clock.advance(3 * second);
  assert.equal(await unanswered, false);
  assert.equal(await tracker.confirm(leader), false);
  await tracker.stop();
});
