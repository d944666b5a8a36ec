import assert from "node:assert/strict";
import { test } from "node:test";
import { createEtcd } from "../create-etcd.ts";
import type { EtcdOptions } from "../etcd.ts";
import { RecordingOutbox } from "../model/recording-outbox.ts";

const one = (key: string) => ({ key, rangeEnd: "" });
const everything = { key: "\0", rangeEnd: "\0" };

function open(options: EtcdOptions = {}, capacity?: number) {
  const etcd = createEtcd(options);
  const outbox = new RecordingOutbox(capacity);
  return { etcd, outbox, stream: etcd.openWatchStream(outbox) };
}

const created = (watchId: bigint, revision = 1) => ({
  revision,
  watchId,
  created: true,
  events: [],
});
const refused = (cancelReason: string, revision = 1) => ({
  ...created(-1n, revision),
  canceled: true,
  cancelReason,
});

test("watchers are numbered from 0, and ids that a client chose are stepped over", () => {
  const { outbox, stream } = open();
  for (const watchId of [0n, 2n, 0n, 0n, 77n, -5n]) stream.create({ ...one("a"), watchId });
  assert.deepEqual(
    outbox.take(),
    [0n, 2n, 1n, 3n, 77n, -5n].map((id) => created(id)),
  );
});

test("the id of a canceled watcher is not given out again, but a client may choose it", () => {
  const { outbox, stream } = open();
  stream.create(one("a"));
  stream.cancel(0n);
  stream.create(one("a"));
  stream.create({ ...one("a"), watchId: 5n });
  stream.cancel(5n);
  stream.create({ ...one("a"), watchId: 5n });
  assert.deepEqual(outbox.take(), [
    created(0n),
    { revision: 1, watchId: 0n, canceled: true, events: [] },
    created(1n),
    created(5n),
    { revision: 1, watchId: 5n, canceled: true, events: [] },
    created(5n),
  ]);
});

test("a watcher that cannot be is answered as created and canceled; the stream lives on", () => {
  const { etcd, outbox, stream } = open();
  etcd.put({ key: "a", value: "" });
  stream.create({ ...one("a"), watchId: 3n });
  stream.create({ ...one("a"), watchId: 3n });
  stream.create({ key: "b", rangeEnd: "a" });
  stream.create({ ...one("a"), startRevision: -1 });
  stream.create({ key: "b", rangeEnd: "a", startRevision: -1, watchId: 3n });
  const compacted = "etcdserver: mvcc: required revision has been compacted";
  assert.deepEqual(outbox.take(), [
    created(3n, 2),
    refused("mvcc: duplicate watch ID provided on the WatchStream", 2),
    refused("mvcc: watcher range is empty", 2),
    refused(compacted, 2),
    refused(compacted, 2),
  ]);
  assert.equal(etcd.counts.watchers, 1);
});

test("a watcher of the empty key watches the smallest key", () => {
  const { etcd, outbox, stream } = open();
  stream.create({ key: "", rangeEnd: "" });
  stream.create({ key: "", rangeEnd: "\0" });
  etcd.put({ key: "a", value: "" });
  etcd.put({ key: "\0", value: "" });
  assert.deepEqual(
    outbox.events(0n).map(({ kv }) => kv.key),
    ["\0"],
  );
  assert.deepEqual(
    outbox.events(1n).map(({ kv }) => kv.key),
    ["a", "\0"],
  );
});

test("canceling what is not there is not answered", () => {
  const { outbox, stream } = open();
  stream.cancel(0n);
  assert.deepEqual(outbox.take(), []);
});

test("a canceled watcher is told nothing more", () => {
  const { etcd, outbox, stream } = open();
  stream.create(one("a"));
  stream.create(everything);
  etcd.put({ key: "a", value: "1" });
  stream.cancel(0n);
  etcd.put({ key: "a", value: "2" });
  assert.equal(outbox.events(0n).length, 1);
  assert.equal(outbox.events(1n).length, 2);
});

test("a watcher of the past is told of it right after its creation, in one message", () => {
  const { etcd, outbox, stream } = open();
  etcd.put({ key: "a", value: "1" });
  etcd.put({ key: "b", value: "2" });
  etcd.deleteRange(one("a"));
  stream.create({ ...everything, startRevision: 3 });
  const [answer, replay, ...rest] = outbox.take();
  assert.deepEqual(answer, created(0n, 4));
  assert.deepEqual(rest, []);
  assert.deepEqual([replay?.revision, replay?.watchId], [4, 0n]);
  assert.deepEqual(
    replay?.events.map(({ type, kv }) => [type, kv.key, kv.modRevision]),
    [
      ["put", "b", 3],
      ["delete", "a", 4],
    ],
  );
});

test("a watcher of a revision to come is told nothing before it", () => {
  const { etcd, outbox, stream } = open();
  stream.create({ ...one("a"), startRevision: 4 });
  for (const value of ["2", "3", "4", "5"]) etcd.put({ key: "a", value });
  assert.deepEqual(
    outbox.events(0n).map(({ kv }) => kv.value),
    ["4", "5"],
  );
});

test("filters hold events back, and a message without any left is not sent", () => {
  const { etcd, outbox, stream } = open();
  stream.create({ ...one("a"), withoutPuts: true });
  stream.create({ ...one("a"), withoutDeletes: true });
  etcd.put({ key: "a", value: "" });
  etcd.deleteRange(one("a"));
  stream.create({ ...one("a"), withoutDeletes: true, withoutPuts: true, startRevision: 1 });
  assert.deepEqual(
    outbox.eventResponses(0n).map(({ revision }) => revision),
    [3],
  );
  assert.deepEqual(
    outbox.eventResponses(1n).map(({ revision }) => revision),
    [2],
  );
  assert.deepEqual(outbox.eventResponses(2n), []);
});

test("a watcher whose history is gone is canceled with the compacted revision and header 0", () => {
  const { etcd, outbox, stream } = open();
  for (const value of ["2", "3", "4"]) etcd.put({ key: "a", value });
  etcd.compact(3);
  stream.create({ ...one("a"), startRevision: 2 });
  stream.create({ ...one("a"), startRevision: 3 });
  const [first, end, second, replay] = outbox.take();
  assert.deepEqual(first, created(0n, 4));
  assert.deepEqual(end, {
    revision: 0,
    watchId: 0n,
    canceled: true,
    compactRevision: 3,
    events: [],
  });
  assert.deepEqual(second, created(1n, 4));
  assert.equal(replay?.events.length, 2);
});

test("a compacted watcher keeps its id and holds progress back until it is canceled", () => {
  const { etcd, outbox, stream } = open();
  etcd.put({ key: "a", value: "" });
  etcd.put({ key: "a", value: "" });
  etcd.compact(3);
  stream.create({ ...one("a"), startRevision: 2, watchId: 7n });
  stream.create(one("a"));
  outbox.take();
  stream.create({ ...one("a"), watchId: 7n });
  stream.requestProgress();
  stream.cancel(7n);
  stream.requestProgress();
  assert.deepEqual(outbox.take(), [
    refused("mvcc: duplicate watch ID provided on the WatchStream", 3),
    { revision: 3, watchId: 7n, canceled: true, events: [] },
    { revision: 3, watchId: -1n, events: [] },
  ]);
});

test("progress is answered when there are watchers and none waits for a revision to come", () => {
  const { etcd, outbox, stream } = open();
  stream.requestProgress();
  stream.create({ ...one("a"), startRevision: 2 });
  stream.requestProgress();
  etcd.put({ key: "b", value: "" });
  stream.requestProgress();
  assert.deepEqual(outbox.take(), [created(0n), { revision: 2, watchId: -1n, events: [] }]);
});

test("progress is told at each interval to those who asked, unless events came meanwhile", () => {
  const { etcd, outbox, stream } = open({ watchProgressIntervalMs: 1000 });
  stream.create({ ...one("a"), progressNotify: true });
  stream.create({ ...one("b"), progressNotify: true });
  stream.create(one("a"));
  stream.create({ ...one("a"), progressNotify: true, startRevision: 99 });
  outbox.take();
  assert.equal(etcd.nextDeadline(), 1000);
  etcd.advance(999);
  assert.deepEqual(outbox.take(), []);
  etcd.advance(1000);
  const progress = (watchId: bigint, revision: number) => ({ revision, watchId, events: [] });
  assert.deepEqual(outbox.take(), [progress(0n, 1), progress(1n, 1)]);
  etcd.put({ key: "a", value: "" });
  outbox.take();
  etcd.advance(2000);
  assert.deepEqual(outbox.take(), [progress(1n, 2)]);
  etcd.advance(3000);
  assert.deepEqual(outbox.take(), [progress(0n, 2), progress(1n, 2)]);
});

test("progress is told at whole intervals after the opening of the stream", () => {
  const etcd = createEtcd({ watchProgressIntervalMs: 1000 });
  etcd.advance(300);
  const outbox = new RecordingOutbox();
  const stream = etcd.openWatchStream(outbox);
  etcd.advance(1900);
  stream.create({ ...one("a"), progressNotify: true });
  assert.equal(etcd.nextDeadline(), 2300);
  etcd.advance(4444);
  assert.equal(outbox.responses.length, 2);
  assert.equal(etcd.nextDeadline(), 5300);
  stream.cancel(0n);
  assert.equal(etcd.nextDeadline(), undefined);
});

test("a large message comes in parts to a watcher that takes them, whole to others", () => {
  const { etcd, outbox, stream } = open({ maxWatchResponseBytes: 500 });
  stream.create({ ...everything, fragment: true });
  stream.create(everything);
  const put = (key: string) => ({ kind: "put", request: { key, value: "x".repeat(200) } }) as const;
  etcd.txn({ compare: [], success: ["a", "b", "c", "d"].map(put), failure: [] });
  const parts = outbox.eventResponses(0n);
  assert.deepEqual(
    parts.map(({ fragment, events }) => [fragment, events.length]),
    [
      [true, 2],
      [undefined, 2],
    ],
  );
  assert.deepEqual(
    outbox.eventResponses(1n).map(({ events }) => events.length),
    [4],
  );
});

test("a closed stream says nothing and takes nothing", () => {
  const { etcd, outbox, stream } = open({ watchProgressIntervalMs: 1000 });
  stream.create({ ...one("a"), progressNotify: true });
  outbox.take();
  stream.close();
  stream.close();
  etcd.put({ key: "a", value: "" });
  stream.create(one("a"));
  stream.cancel(0n);
  stream.requestProgress();
  stream.resume();
  etcd.advance(5000);
  assert.deepEqual(outbox.take(), []);
  const { watchStreams, watchers, unsyncedWatchers } = etcd.counts;
  assert.deepEqual([watchStreams, watchers, unsyncedWatchers], [0, 0, 0]);
  assert.equal(etcd.nextDeadline(), undefined);
});
