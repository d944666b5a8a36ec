import assert from "node:assert/strict";
import { test } from "node:test";
import { createEtcd } from "../create-etcd.ts";
import { RecordingOutbox } from "../model/recording-outbox.ts";
import type { WatchResponse } from "../responses.ts";
import type { WatchStream } from "./watch-stream.ts";

const one = (key: string) => ({ key, rangeEnd: "" });
const everything = { key: "\0", rangeEnd: "\0" };
const put = (key: string, value = "") => ({ kind: "put", request: { key, value } }) as const;

function open(capacity?: number) {
  const etcd = createEtcd();
  const outbox = new RecordingOutbox(capacity);
  return { etcd, outbox, stream: etcd.openWatchStream(outbox) };
}

test("all changes of a transaction come in one message, in the order of the operations", () => {
  const { etcd, outbox, stream } = open();
  etcd.put({ key: "x", value: "" });
  stream.create(everything);
  const del = { kind: "deleteRange", request: one("x") } as const;
  etcd.txn({ compare: [], success: [put("b"), del, put("a")], failure: [] });
  const [message, ...rest] = outbox.eventResponses(0n);
  assert.deepEqual(rest, []);
  assert.equal(message?.revision, 3);
  assert.deepEqual(
    message?.events.map(({ type, kv }) => `${type} ${kv.key}`),
    ["put b", "delete x", "put a"],
  );
});

test("a watcher is told of its own keys only", () => {
  const { etcd, outbox, stream } = open();
  stream.create({ key: "b", rangeEnd: "d" });
  stream.create(one("c"));
  etcd.txn({ compare: [], success: ["a", "b", "c", "d"].map((key) => put(key)), failure: [] });
  assert.deepEqual(
    outbox.events(0n).map(({ kv }) => kv.key),
    ["b", "c"],
  );
  assert.deepEqual(
    outbox.events(1n).map(({ kv }) => kv.key),
    ["c"],
  );
});

test("a replay of more than 1000 revisions comes in several messages", () => {
  const { etcd, outbox, stream } = open();
  for (let index = 0; index < 2500; index++) etcd.put({ key: "a", value: "" });
  stream.create({ ...one("a"), startRevision: 1 });
  const sizes = outbox.eventResponses(0n).map(({ events }) => events.length);
  assert.deepEqual(sizes, [1000, 1000, 500]);
  assert.ok(outbox.eventResponses(0n).every(({ revision }) => revision === 2501));
});

test("a full consumer gets no more events, and catches up from history when it resumes", () => {
  const { etcd, outbox, stream } = open(3);
  stream.create(one("a"));
  for (let index = 0; index < 100; index++) etcd.put({ key: "a", value: String(index) });
  assert.equal(outbox.events(0n).length, 2);
  assert.equal(etcd.counts.unsyncedWatchers, 1);
  assert.equal(etcd.nextDeadline(), undefined, "nothing is to be done until it resumes");
  outbox.empty();
  stream.resume();
  assert.equal(etcd.counts.unsyncedWatchers, 0);
  const messages = outbox.eventResponses(0n).map(({ events }) => events.length);
  assert.deepEqual(messages, [1, 1, 98], "what was missed comes in one message");
});

test("a full consumer does not hold back watchers of other streams", () => {
  const { etcd, stream } = open(1);
  stream.create(one("a"));
  const outbox = new RecordingOutbox();
  etcd.openWatchStream(outbox).create(one("a"));
  etcd.put({ key: "a", value: "" });
  assert.equal(outbox.events(0n).length, 1);
});

test("a full consumer's requests are answered, but for progress", () => {
  const { etcd, outbox, stream } = open(1);
  stream.create(one("a"));
  stream.requestProgress();
  stream.create(one("b"));
  stream.cancel(1n);
  etcd.put({ key: "a", value: "" });
  stream.cancel(0n);
  const told = outbox.take().map(({ created, canceled }) => created ?? canceled);
  assert.deepEqual(told, [true, true, true, true]);
  assert.equal(etcd.counts.unsyncedWatchers, 0);
});

test("a watcher that was behind too long learns that its history is gone", () => {
  const { etcd, outbox, stream } = open(1);
  stream.create(one("a"));
  etcd.put({ key: "a", value: "missed" });
  etcd.put({ key: "a", value: "newest" });
  etcd.compact(3);
  outbox.take();
  stream.resume();
  const [end] = outbox.take();
  assert.deepEqual([end?.canceled, end?.compactRevision, end?.revision], [true, 3, 0]);
  assert.equal(etcd.counts.unsyncedWatchers, 0);
});

test("a previous record that is compacted is not told, even before its memory is freed", () => {
  const { etcd, outbox, stream } = open();
  for (let index = 0; index < 20_000; index++) etcd.put({ key: "filler", value: "" });
  for (const value of ["old", "compacted", "new"]) etcd.put({ key: "a", value });
  const revision = etcd.revision - 1;
  etcd.compact(revision);
  assert.ok(etcd.counts.records > 3, "not all is freed yet");
  stream.create({ ...one("a"), startRevision: revision, prevKv: true });
  const told = outbox.events(0n).map(({ kv, prevKv }) => [kv.value, prevKv?.value]);
  assert.deepEqual(told, [
    ["compacted", undefined],
    ["new", "compacted"],
  ]);
});

/** Four watchers of "b" from a past of 60,000 changes, more than one call may look at for all. */
function openFarBehind() {
  const { etcd } = open();
  for (let index = 0; index < 60_000; index++) etcd.put({ key: "a", value: "" });
  etcd.put({ key: "b", value: "" });
  const outbox = new RecordingOutbox(1);
  const stream = etcd.openWatchStream(outbox);
  for (let id = 0; id < 4; id++) stream.create({ ...one("b"), startRevision: 1 });
  assert.equal(etcd.counts.unsyncedWatchers, 4, "the consumer is full");
  return { etcd, outbox, stream };
}

test("catching up many watchers is bounded in one call and goes on with the next", () => {
  const { etcd, outbox, stream } = openFarBehind();
  outbox.capacity = Infinity;
  stream.resume();
  assert.equal(etcd.counts.unsyncedWatchers, 2, "one call has caught up two");
  assert.equal(etcd.nextDeadline(), 0, "there is something to do at once");
  etcd.advance(0);
  assert.equal(etcd.counts.unsyncedWatchers, 0);
  assert.equal(etcd.nextDeadline(), undefined);
  for (const id of [0n, 1n, 2n, 3n]) assert.equal(outbox.events(id).length, 1);
});

test("a watcher that is canceled before its turn to catch up is told nothing", () => {
  const { etcd, outbox, stream } = openFarBehind();
  outbox.capacity = Infinity;
  stream.resume();
  for (const id of [0n, 1n, 2n, 3n]) stream.cancel(id);
  etcd.advance(0);
  assert.equal(etcd.nextDeadline(), undefined);
  const told = [0n, 1n, 2n, 3n].map((id) => outbox.events(id).length);
  assert.deepEqual(told, [1, 1, 0, 0]);
});

test("a watcher that is canceled while the consumer is full is told nothing when it resumes", () => {
  const { etcd, outbox, stream } = open(1);
  stream.create(one("a"));
  etcd.put({ key: "a", value: "" });
  stream.cancel(0n);
  stream.resume();
  assert.deepEqual(outbox.events(0n), []);
  assert.deepEqual([etcd.counts.unsyncedWatchers, etcd.counts.watchers], [0, 0]);
});

test("every watcher is told of a change by the same event object", () => {
  const { etcd, outbox, stream } = open();
  stream.create(one("a"));
  stream.create(everything);
  etcd.put({ key: "a", value: "" });
  assert.equal(outbox.events(0n)[0], outbox.events(1n)[0]);
});

test("an outbox may read from the store that pushes to it, and must not change it", () => {
  const etcd = createEtcd();
  const refusals: unknown[] = [];
  const attempt = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      refusals.push(error);
    }
  };
  let stream: WatchStream | undefined;
  const push = (response: WatchResponse) => {
    if (response.created) return true;
    assert.equal(etcd.range(one("a")).count, 1);
    attempt(() => etcd.put({ key: "b", value: "" }));
    attempt(() => etcd.advance(1));
    attempt(() => stream?.resume());
    return true;
  };
  stream = etcd.openWatchStream({ push });
  stream.create(one("a"));
  etcd.put({ key: "a", value: "" });
  assert.equal(refusals.length, 3);
  assert.equal(etcd.range(one("b")).count, 0);
  etcd.put({ key: "b", value: "" });
  assert.equal(etcd.revision, 3, "the store goes on");
});
