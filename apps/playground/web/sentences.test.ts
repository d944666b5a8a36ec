import assert from "node:assert/strict";
import { test } from "node:test";
import { isAbout, tellEvent, textOf } from "./sentences.ts";
import { eventsOf, type Happening } from "./testing/lab-fixture.ts";
import type { TimelineEvent } from "./wire.ts";

const eventOf = (happening: Happening) => {
  const [event] = eventsOf(happening);
  assert.ok(event);
  return event;
};
const told = (happening: Happening) => tellEvent(eventOf(happening)).parts.map(textOf).join("");

test("an election and the end of a lease are told by the node's name", () => {
  const lease = "218f88bf2653803c";
  assert.equal(told({ kind: "elected", node: "lnd-2", lease }), "lnd-2 was elected");
  assert.equal(
    told({ kind: "leaseExpired", node: "lnd-1", lease }),
    "lnd-1's lease …53803c ran out, its key is gone",
  );
});

test("a failover is told with its duration, which is set apart", () => {
  const happening: Happening = { kind: "failover", from: "lnd-1", to: "lnd-2", durationMs: 3250 };
  assert.equal(told(happening), "Failover lnd-1 → lnd-2 in 3.25 s");
  assert.deepEqual(tellEvent(eventOf(happening)).parts.at(-1), { strong: "3.25 s" });
});

test("a leader that follows itself was back", () => {
  assert.equal(
    told({ kind: "failover", from: "lnd-1", to: "lnd-1", durationMs: 5200 }),
    "lnd-1 was back in 5.20 s",
  );
});

test("an exit is told with its code, and with its reason if there is one", () => {
  assert.equal(told({ kind: "exited", node: "lnd-1", code: 0 }), "lnd-1 exited with code 0");
  const message = "leadership campaign failed: context canceled";
  assert.equal(
    told({ kind: "exited", node: "lnd-3", code: 1, message }),
    `lnd-3 exited with code 1: ${message}`,
  );
});

test("a state is told as lnd spells it, and SERVER_ACTIVE as good news", () => {
  assert.equal(told({ kind: "state", node: "lnd-1", state: "LOCKED" }), "lnd-1 is LOCKED");
  const serving = tellEvent(eventOf({ kind: "state", node: "lnd-1", state: "SERVER_ACTIVE" }));
  assert.equal(serving.tone, "good");
});

test("a kind that only a newer server knows is told by its name", () => {
  const news = { kind: "constructor", seq: 1, atMs: 0, unixMs: 0 } as unknown as TimelineEvent;
  assert.equal(tellEvent(news).parts.map(textOf).join(""), "constructor");
});

test("a failover is about both of its nodes, etcd's start about none", () => {
  const failover = eventOf({ kind: "failover", from: "lnd-1", to: "lnd-2", durationMs: 1 });
  assert.deepEqual(
    ["lnd-1", "lnd-2", "lnd-3"].map((node) => isAbout(failover, node)),
    [true, true, false],
  );
  assert.equal(isAbout(eventOf({ kind: "etcdStarted", endpoint: "lnd-1:1" }), "lnd-1"), false);
});
