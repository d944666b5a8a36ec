import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { createEtcd, type Etcd } from "@leaderlab/etcd-core";
import { type AutoCompaction, startAutoCompactor } from "./auto-compactor.ts";
import type { Store } from "./store.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A store with a compactor on a clock that the test moves. */
function lab(how: AutoCompaction) {
  const clock = createVirtualClock();
  const core: Etcd = createEtcd({ nowMs: clock.now(), nextLeaseId: () => 1n });
  const said: string[] = [];
  const store: Pick<Store, "core" | "applyAsServer"> = {
    core,
    applyAsServer: (work) => work(core),
  };
  const log = (_level: string, message: string) => said.push(message);
  const compactor = startAutoCompactor(how, { store, clock, log });
  return { clock, core, said, compactor };
}

/** Puts `count` times, one revision each. */
function write(core: Etcd, count: number): void {
  for (let index = 0; index < count; index++) {
    core.put({ key: "k", value: "", lease: 0n });
  }
}

test("with a period of an hour the first compaction comes after an hour, at the revision of the start", async () => {
  const { clock, core } = lab({ mode: "periodic", periodMs: hourMs });
  write(core, 10);
  await clock.advance(hourMs - 1);
  assert.equal(core.compactRevision, -1);
  await clock.advance(1);
  assert.equal(core.compactRevision, 1);
  // Ten looks an hour: what was there after the first of them goes an hour after that.
  await clock.advance(hourMs);
  assert.equal(core.compactRevision, 11);
});

test("with a period of five hours history of five hours is kept, and compacted each hour", async () => {
  const { clock, core } = lab({ mode: "periodic", periodMs: 5 * hourMs });
  const compacted: number[] = [];
  for (let hour = 1; hour <= 8; hour++) {
    write(core, 1);
    await clock.advance(hourMs);
    compacted.push(core.compactRevision);
  }
  assert.deepEqual(compacted, [-1, -1, -1, -1, 1, 2, 3, 4]);
});

test("with a period of ten minutes it compacts every ten minutes", async () => {
  const { clock, core } = lab({ mode: "periodic", periodMs: 10 * minuteMs });
  const compacted: number[] = [];
  for (let round = 1; round <= 4; round++) {
    write(core, 1);
    await clock.advance(10 * minuteMs);
    compacted.push(core.compactRevision);
  }
  assert.deepEqual(compacted, [1, 2, 3, 4]);
});

test("nothing is compacted twice, and not what a client has compacted already", async () => {
  const { clock, core, said } = lab({ mode: "periodic", periodMs: 10 * minuteMs });
  write(core, 5);
  await clock.advance(20 * minuteMs);
  const before = said.length;
  await clock.advance(60 * minuteMs);
  assert.equal(said.length, before);
  write(core, 5);
  core.compact(core.revision);
  await clock.advance(20 * minuteMs);
  assert.equal(core.compactRevision, 11);
  assert.ok(said.every((message) => !message.startsWith("failed")));
});

test("by revisions the last ones are kept, and it is looked at every five minutes", async () => {
  const { clock, core, said } = lab({ mode: "revision", revisions: 10 });
  write(core, 99);
  await clock.advance(5 * minuteMs - 1);
  assert.equal(core.compactRevision, -1);
  await clock.advance(1);
  assert.equal(core.compactRevision, 90);
  await clock.advance(5 * minuteMs);
  assert.deepEqual(said, [
    "starting auto revision compaction",
    "completed auto revision compaction",
  ]);
});

test("fewer revisions than are to be kept are left alone, and a stopped compactor does nothing", async () => {
  const { clock, core, compactor } = lab({ mode: "revision", revisions: 10 });
  write(core, 5);
  await clock.advance(5 * minuteMs);
  assert.equal(core.compactRevision, -1);
  compactor.stop();
  write(core, 50);
  await clock.advance(hourMs);
  assert.equal(core.compactRevision, -1);
});
