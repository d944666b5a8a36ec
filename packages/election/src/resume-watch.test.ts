import assert from "node:assert/strict";
import { test } from "node:test";
import { prefixEnd, toBytes } from "./bytes.ts";
import { resumeWatch } from "./resume-watch.ts";
import { createLab, type Lab } from "./testing/lab.ts";

const key = toBytes("k/");
const range = { key, rangeEnd: prefixEnd(key) };

/** Watches in the background and notes the revision of each change. */
function follow(lab: Lab, startRevision: number) {
  const client = lab.etcd.connect("watcher");
  const stop = new AbortController();
  const changes: number[] = [];
  const options = { client, clock: lab.clock, range, startRevision, signal: stop.signal };
  const ended = (async () => {
    for await (const result of resumeWatch(options)) {
      changes.push(...result.events.map((event) => event.kv.modRevision));
    }
  })();
  ended.catch(() => {});
  return { client, stop, changes, ended };
}

function put(lab: Lab, name: string): void {
  const request = { key: toBytes(name), value: toBytes("v") };
  lab.etcd.txn({ compare: [], success: [{ kind: "put", request }], failure: [] });
}

test("changes during an outage are told after it, each once and in order", async () => {
  const lab = createLab();
  const watch = follow(lab, 2);
  await lab.settle();
  put(lab, "k/a");
  await lab.settle();
  watch.client.setLink("refused");
  for (const name of ["k/b", "other", "k/a"]) put(lab, name);
  await lab.clock.advance(2000);
  watch.client.setLink("up");
  await lab.clock.advance(500);
  put(lab, "k/c");
  await lab.settle();
  assert.deepEqual(watch.changes, [2, 3, 5, 6]);
});

test("a watch from now on misses nothing that happens while it is broken for the first time", async () => {
  const lab = createLab();
  put(lab, "k/before");
  const watch = follow(lab, 0);
  await lab.settle();
  watch.client.setLink("refused");
  put(lab, "k/during");
  await lab.clock.advance(1000);
  watch.client.setLink("up");
  await lab.clock.advance(500);
  assert.deepEqual(watch.changes, [3]);
});

test("a revision that has been compacted during an outage is an error, not a gap", async () => {
  const lab = createLab();
  const watch = follow(lab, 2);
  await lab.settle();
  watch.client.setLink("refused");
  put(lab, "k/a");
  lab.etcd.compact();
  watch.client.setLink("up");
  await lab.clock.advance(500);
  await assert.rejects(watch.ended, {
    code: "OUT_OF_RANGE",
    message: "etcdserver: mvcc: required revision has been compacted",
  });
});

test("an abort ends the watch with its reason, also between two attempts", async () => {
  const lab = createLab();
  const watch = follow(lab, 2);
  await lab.settle();
  watch.client.setLink("refused");
  await lab.clock.advance(10_000);
  watch.stop.abort(new Error("stopped"));
  await assert.rejects(watch.ended, /stopped/);
  assert.equal(lab.clock.pending, 0);
});
