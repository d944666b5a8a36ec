import assert from "node:assert/strict";
import { test } from "node:test";
import { Election } from "./election.ts";
import { observeLeader } from "./observe-leader.ts";
import { createLab, type Lab } from "./testing/lab.ts";
import { text } from "./testing/naive-etcd.ts";

/** Observes in the background and notes value and revision. */
function observe(lab: Lab, client = lab.etcd.connect("observer")) {
  const stop = new AbortController();
  const told: [string, number][] = [];
  const ended = (async () => {
    const options = { client, clock: lab.clock, name: "race", signal: stop.signal };
    for await (const { kv, revision } of observeLeader(options)) {
      told.push([text(kv.value), revision]);
    }
  })();
  return { client, told, ended, stop };
}

async function elect(lab: Lab, name: string) {
  const election = new Election(await lab.join(name), "race");
  await election.campaign(name);
  return election;
}

test("an observer is told of the present leader, its new values and its successors", async () => {
  const lab = createLab();
  const first = await elect(lab, "a");
  const { told } = observe(lab);
  await lab.settle();
  const second = elect(lab, "b");
  await lab.settle();
  await first.proclaim("a2");
  await first.resign();
  await second;
  await lab.settle();
  assert.deepEqual(told, [
    ["a", 2],
    ["a2", 4],
    ["b", 5],
  ]);
});

test("an observer of an election without a leader waits for the first one", async () => {
  const lab = createLab();
  const { told } = observe(lab);
  await lab.clock.advance(10_000);
  assert.deepEqual(told, []);
  const leader = await elect(lab, "a");
  await leader.resign();
  await elect(lab, "b");
  await lab.settle();
  assert.deepEqual(told, [
    ["a", 2],
    ["b", 4],
  ]);
});

test("what happens while etcd is away is told afterwards, in order", async () => {
  const lab = createLab();
  const leader = await elect(lab, "a");
  const { client, told } = observe(lab);
  await lab.settle();
  client.setLink("refused");
  await leader.proclaim("a2");
  await leader.proclaim("a3");
  await lab.clock.advance(3000);
  client.setLink("up");
  await lab.clock.advance(500);
  assert.deepEqual(
    told.map(([value]) => value),
    ["a", "a2", "a3"],
  );
});

test("an observer goes on after a compaction with the latest value, and tells nothing twice", async () => {
  const lab = createLab();
  const leader = await elect(lab, "a");
  const { client, told } = observe(lab);
  await lab.settle();
  client.setLink("refused");
  await leader.proclaim("a2");
  await leader.proclaim("a3");
  lab.etcd.compact();
  client.setLink("up");
  await lab.clock.advance(500);
  await leader.proclaim("a4");
  await lab.settle();
  assert.deepEqual(
    told.map(([value]) => value),
    ["a", "a3", "a4"],
  );
});

test("observing ends quietly when it is aborted, also while etcd is away", async () => {
  const lab = createLab();
  await elect(lab, "a");
  const near = observe(lab);
  const far = observe(lab, lab.etcd.connect("far"));
  await lab.settle();
  far.client.setLink("refused");
  await lab.clock.advance(1000);
  near.stop.abort();
  far.stop.abort();
  await Promise.all([near.ended, far.ended]);
});

test("an election observes itself without its session's lease being looked at", async () => {
  const lab = createLab();
  const election = await elect(lab, "a");
  const stop = new AbortController();
  const news = await election.observe(stop.signal).next();
  assert.equal(text(news.value?.kv.value), "a");
  stop.abort();
});
