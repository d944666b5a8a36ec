import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createEtcd } from "./create-etcd.ts";
import type { Etcd } from "./etcd.ts";
import { applyOperation } from "./model/apply-operation.ts";
import { arbitraryHistory, type Operation } from "./model/arbitrary-operations.ts";
import { RecordingOutbox } from "./model/recording-outbox.ts";

const everything = { key: "\0", rangeEnd: "\0" };

function apply(etcd: Etcd, operations: readonly Operation[], time: { nowMs: number }): unknown[] {
  return operations.map((operation) => {
    const answer = applyOperation(etcd, operation, time);
    if (operation.kind === "advance") time.nowMs += operation.ms;
    return answer;
  });
}

test("a store that takes over another's state answers whatever follows as that one does", () => {
  fc.assert(
    fc.property(arbitraryHistory(), arbitraryHistory(), (before, after) => {
      const time = { nowMs: 0 };
      const original = createEtcd();
      apply(original, before, time);
      const copy = createEtcd({ nowMs: time.nowMs });
      copy.importState(original.exportState());
      assert.deepEqual(copy.exportState(), original.exportState());
      assert.deepEqual(apply(copy, after, { ...time }), apply(original, after, { ...time }));
      assert.deepEqual(copy.exportState(), original.exportState());
      // What a compaction summed up is not part of the state, on etcd neither.
      const { revision, compactRevision } = original;
      if (revision > compactRevision) {
        assert.deepEqual(copy.hashKv(revision), original.hashKv(revision));
      }
    }),
    { numRuns: 300 },
  );
});

test("a watcher of the new store is told what the old one would have told it", () => {
  const original = createEtcd();
  for (const key of ["a", "b", "a", "c"]) original.put({ key, value: key });
  original.deleteRange({ key: "b", rangeEnd: "" });
  original.compact(4);
  const copy = createEtcd();
  copy.importState(original.exportState());
  const told = [original, copy].map((etcd) => {
    const outbox = new RecordingOutbox();
    etcd.openWatchStream(outbox).create({ ...everything, startRevision: 4 });
    etcd.advance(0);
    return outbox.events(0n);
  });
  assert.equal(told[0]?.length, 3);
  assert.deepEqual(told[1], told[0]);
});

test("a lease goes on with the time it had left, with the keys that hang on it", () => {
  const original = createEtcd();
  original.leaseGrant(-7n, 10);
  original.put({ key: "a", value: "", lease: -7n });
  original.put({ key: "gone", value: "", lease: -7n });
  original.put({ key: "gone", value: "" });
  original.advance(4000);
  const copy = createEtcd({ nowMs: 1_000_000 });
  copy.importState(original.exportState());
  assert.deepEqual(copy.leaseTimeToLive(-7n, true), {
    id: -7n,
    ttlSeconds: 6,
    grantedTtlSeconds: 10,
    keys: ["a"],
  });
  assert.equal(copy.nextDeadline(), 1_006_000);
});

test("alarms, members and the version of the cluster come along", () => {
  const original = createEtcd();
  original.alarm({ action: "activate", memberId: 9n, type: "noSpace" });
  const learner = { id: 2n, name: "", peerUrls: ["http://b:1"], clientUrls: [], isLearner: true };
  original.members.add(learner);
  original.clusterVersion.enableDowngrade("3.5");
  const copy = createEtcd();
  copy.importState(original.exportState());
  assert.throws(() => copy.put({ key: "a", value: "" }), { reason: "noSpace" });
  assert.deepEqual(copy.members.get(2n), learner);
  assert.equal(copy.clusterVersion.downgradeTarget, "3.5.0");
  assert.equal(copy.nextDeadline(), 4000, "the version is still to change");
});

test("a state that no store can have is refused, and leaves the store as it was", () => {
  const etcd = createEtcd();
  etcd.put({ key: "a", value: "1" });
  etcd.put({ key: "a", value: "2" });
  const state = etcd.exportState();
  for (const [broken, message] of [
    [{ ...state, records: state.records.toReversed() }, /out of order/],
    [{ ...state, revision: 2 }, /out of order/],
    [{ ...state, revision: 0, records: [] }, /no revision: 0/],
    [{ ...state, compactRevision: 4 }, /compacted at 4, but written only up to 3/],
    [{ ...state, revision: 2_000_000 }, /no change is there from revision 3 to 2000001/],
    [{ ...state, clusterVersion: { version: "x", downgradeTarget: undefined } }, /wrong downgrade/],
  ] as const) {
    assert.throws(() => etcd.importState(broken), message);
  }
  assert.deepEqual(etcd.exportState(), state);
});

test("no state is taken over while somebody watches", () => {
  const etcd = createEtcd();
  const stream = etcd.openWatchStream(new RecordingOutbox());
  assert.throws(() => etcd.importState(createEtcd().exportState()), /a watch stream is still open/);
  stream.close();
  etcd.importState(createEtcd().exportState());
});
