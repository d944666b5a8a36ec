import assert from "node:assert/strict";
import { test } from "node:test";
import { electionQueue } from "./election-queue.ts";
import { clusterOf } from "./testing/lab-fixture.ts";

const key = (node: string, lease: string) => ({ node, lease, leaseRemainingMs: 1000 });
const leader = { isLeader: true, state: "SERVER_ACTIVE" } as const;
const killed = { status: "killed", state: null } as const;

test("keys stand in etcd's order, and the first one leads", () => {
  const queue = [key("lnd-2", "b"), key("lnd-1", "a"), key("lnd-3", "c")];
  const snapshot = {
    ...clusterOf({ lease: "a" }, { lease: "b", ...leader }, { lease: "c" }),
    queue,
  };
  assert.deepEqual(
    electionQueue(snapshot).map(({ node, leads }) => [node, leads]),
    [
      ["lnd-2", true],
      ["lnd-1", false],
      ["lnd-3", false],
    ],
  );
});

test("a killed leader's key stays first, led by nobody, until etcd deletes it", () => {
  const queue = [key("lnd-2", "b"), key("lnd-1", "a")];
  const cluster = clusterOf({ lease: "a" }, { lease: "b", ...killed });
  assert.deepEqual(electionQueue({ ...cluster, queue })[0], {
    lease: "b",
    node: "lnd-2",
    isAlive: false,
    leads: false,
  });
  assert.equal(electionQueue({ ...cluster, queue: queue.slice(1) })[0]?.leads, true);
});

test("a node that was killed and started anew has two keys for a while", () => {
  const queue = [key("lnd-1", "a"), key("lnd-2", "b"), key("lnd-1", "d")];
  const snapshot = { ...clusterOf({ lease: "d" }, { lease: "b" }), queue };
  assert.deepEqual(
    electionQueue(snapshot).map(({ node, isAlive }) => [node, isAlive]),
    [
      ["lnd-1", false],
      ["lnd-2", true],
      ["lnd-1", true],
    ],
  );
});

test("a contender from elsewhere stands in the queue like any other", () => {
  const queue = [key("a Go program", "e"), key("lnd-1", "a")];
  const [first] = electionQueue({ ...clusterOf({ lease: "a" }), queue });
  assert.deepEqual(first, { lease: "e", node: "a Go program", isAlive: true, leads: true });
});
