import assert from "node:assert/strict";
import { test } from "node:test";
import { explainFailover, lastFailover, readLeadership } from "./leadership.ts";
import { clusterOf, eventsOf, type Happening } from "./testing/lab-fixture.ts";
import type { TimelineEvent } from "./wire.ts";

const key = (node: string, isAlive: boolean, leads = false) => ({
  lease: node,
  node,
  isAlive,
  leads,
});
const serving = { isLeader: true, state: "SERVER_ACTIVE" } as const;
const killed = { status: "killed", state: null } as const;

function at(...happened: readonly (readonly [number, Happening])[]): readonly TimelineEvent[] {
  const events = eventsOf(...happened.map(([, happening]) => happening));
  return events.map((event, index) => {
    const atMs = happened[index]?.[0] ?? 0;
    return { ...event, atMs, unixMs: atMs };
  });
}

const firstElection = at([700, { kind: "elected", node: "lnd-1", lease: "a" }]);

test("a leader leads since it was elected, and the next living key is named", () => {
  const queue = [key("lnd-1", true, true), key("lnd-3", false), key("lnd-2", true)];
  const told = readLeadership(clusterOf(serving, {}), firstElection, queue);
  assert.deepEqual(told, {
    title: "lnd-1",
    tone: "leader",
    sinceUnixMs: 700,
    explanation: "It serves. lnd-2 is next in line.",
  });
});

test("a leader that does not serve yet is on its way", () => {
  const snapshot = clusterOf({ isLeader: true, state: "LOCKED" });
  const told = readLeadership(snapshot, firstElection, []);
  assert.equal(told.tone, "starting");
  assert.match(told.explanation, /LOCKED/);
});

test("without a leader the key that holds the place is named, and who leads then", () => {
  const events = [...firstElection, ...at([5000, { kind: "killed", node: "lnd-1" }])];
  const queue = [key("lnd-1", false), key("lnd-2", true)];
  const told = readLeadership(clusterOf(killed, {}), events, queue);
  assert.equal(told.title, "No leader");
  assert.equal(told.sinceUnixMs, 5000);
  assert.match(told.explanation, /^lnd-1's key .* Then lnd-2 leads\.$/);
});

test("a leader that was stopped counts as gone when it resigned", () => {
  const events = [
    ...firstElection,
    ...at(
      [5000, { kind: "stopping", node: "lnd-1" }],
      [5010, { kind: "resigned", node: "lnd-1" }],
      [5020, { kind: "exited", node: "lnd-1", code: 0 }],
    ),
  ];
  assert.equal(readLeadership(clusterOf(killed), events, []).sinceUnixMs, 5010);
});

test("before the first election there was no leader since the beginning", () => {
  const events = at([3, { kind: "etcdStarted", endpoint: "127.0.0.1:2379" }]);
  const told = readLeadership(clusterOf({}), events, [key("lnd-1", true)]);
  assert.equal(told.sinceUnixMs, 3);
  assert.match(told.explanation, /about to lead/);
});

test("two leaders are both named", () => {
  const told = readLeadership(clusterOf(serving, serving), firstElection, []);
  assert.equal(told.title, "lnd-1 and lnd-2");
  assert.equal(told.tone, "several");
});

test("a stopping leader beside a new one is not counted", () => {
  const told = readLeadership(clusterOf({ ...serving, status: "stopping" }, serving), [], []);
  assert.equal(told.title, "lnd-2");
});

test("a failover's time is split at the election", () => {
  const events = at(
    [3572, { kind: "killed", node: "lnd-1" }],
    [5938, { kind: "elected", node: "lnd-2", lease: "b" }],
    [6260, { kind: "failover", from: "lnd-1", to: "lnd-2", durationMs: 2688 }],
  );
  const parts = lastFailover(events);
  assert.deepEqual(parts, {
    from: "lnd-1",
    to: "lnd-2",
    durationMs: 2688,
    electionMs: 2366,
    startMs: 322,
  });
  assert.equal(explainFailover(parts), "2.37 s until lnd-2 was elected, 0.32 s until it served");
});

test("without a failover there is none to take apart", () => {
  assert.equal(lastFailover(firstElection), undefined);
});
