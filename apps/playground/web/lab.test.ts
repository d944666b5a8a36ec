import assert from "node:assert/strict";
import { test } from "node:test";
import { Lab } from "./lab.ts";
import { clusterOf, eventsOf, type Happening } from "./testing/lab-fixture.ts";

const snapshotAt = (seq: number, unixMs = 0) => ({ ...clusterOf({ lease: "a" }), seq, unixMs });

function liveLab(...happened: readonly Happening[]): Lab {
  const lab = new Lab();
  lab.hearConnected();
  for (const event of eventsOf(...happened)) lab.hearEvent(event);
  lab.hearSnapshot(snapshotAt(happened.length), 0);
  return lab;
}

const killed: Happening = { kind: "killed", node: "lnd-1" };

test("the views are told once per snapshot, not once per event", () => {
  const lab = new Lab();
  let told = 0;
  lab.onChange(() => {
    told += 1;
  });
  lab.hearConnected();
  for (const event of eventsOf(killed, killed, killed)) lab.hearEvent(event);
  assert.equal(told, 0);
  lab.hearSnapshot(snapshotAt(3), 0);
  assert.equal(told, 1);
  assert.equal(lab.link, "live");
});

test("a new connection tells everything anew, and nothing stands twice", () => {
  const lab = liveLab(killed, killed);
  lab.hearGone();
  assert.equal(lab.link, "gone");
  assert.equal(lab.events.length, 2);
  lab.hearConnected();
  for (const event of eventsOf(killed)) lab.hearEvent(event);
  lab.hearSnapshot(snapshotAt(1), 0);
  assert.deepEqual([lab.link, lab.events.length, lab.connection], ["live", 1, 2]);
});

test("a lease's deadline moves with each snapshot and goes when the lease is gone", () => {
  const lab = liveLab();
  assert.equal(lab.leaseDeadline("a"), 2500);
  lab.hearSnapshot(snapshotAt(0, 1000), 1000);
  assert.equal(lab.leaseDeadline("a"), 3500);
  lab.hearSnapshot({ ...clusterOf({ lease: "a", leaseRemainingMs: null }) }, 2000);
  assert.equal(lab.leaseDeadline("a"), undefined);
});

test("the lease of an earlier process is known until one session after its end", () => {
  const lab = liveLab();
  const restarted = clusterOf({ lease: "b" });
  lab.hearSnapshot({ ...restarted, unixMs: 5000 }, 5000);
  assert.equal(lab.leaseDeadline("a"), 2500);
  lab.hearSnapshot({ ...restarted, unixMs: 6000 }, 6000);
  assert.equal(lab.leaseDeadline("a"), undefined);
});

test("a server whose clock is behind is known by what its snapshots say", () => {
  const lab = liveLab(killed);
  lab.hearSnapshot({ ...clusterOf({ lease: "a" }), unixMs: 100 }, 4100);
  assert.equal(lab.labTime(9000), 5000);
});

test("between two snapshots the lab's time goes at the lab's speed, or stands still", () => {
  const lab = liveLab();
  const at = (speed: number) => ({
    ...clusterOf(),
    unixMs: 100,
    time: { mode: "scaled", speed } as const,
  });
  lab.hearSnapshot(at(10), 4000);
  assert.equal(lab.labTime(4050), 600);
  lab.hearSnapshot(at(0), 5000);
  assert.equal(lab.labTime(9000), 100);
});

test("the lease of a key from elsewhere is known too", () => {
  const lab = liveLab();
  const queue = [{ node: "a Go program", lease: "e", leaseRemainingMs: 1500 }];
  lab.hearSnapshot({ ...clusterOf({ lease: "a" }), queue, unixMs: 1000 }, 1000);
  assert.equal(lab.leaseDeadline("e"), 2500);
});

test("the oldest of more than ten thousand events are forgotten", () => {
  const lab = liveLab(...Array.from({ length: 10_003 }, () => killed));
  assert.equal(lab.events.length, 10_000);
  assert.equal(lab.events.at(-1)?.seq, 10_003);
});
