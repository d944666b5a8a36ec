import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createEtcd } from "../create-etcd.ts";
import { applyOperation } from "./apply-operation.ts";
import { arbitraryHistory, type Operation } from "./arbitrary-operations.ts";
import { NaiveEtcd } from "./naive-etcd.ts";

function runBoth(operations: readonly Operation[]) {
  const [etcd, model, time] = [createEtcd(), new NaiveEtcd(), { nowMs: 0 }];
  for (const operation of operations) {
    const expected = applyOperation(model, operation, time);
    assert.deepEqual(applyOperation(etcd, operation, time), expected);
    if (operation.kind === "advance") time.nowMs += operation.ms;
    assert.equal(etcd.revision, model.revision);
    assert.deepEqual(etcd.leases(), model.leases());
    for (const id of model.leases()) {
      assert.deepEqual(etcd.leaseTimeToLive(id, true), model.leaseTimeToLive(id));
    }
  }
  return { etcd, model };
}

test("any sequence of operations is answered as by a store that copies itself each time", () => {
  fc.assert(
    fc.property(arbitraryHistory(), (operations) => {
      const { etcd, model } = runBoth(operations);
      assert.equal(etcd.proposals, model.proposals);
      assert.equal(etcd.compactRevision, model.compactRevision);
      assert.equal(etcd.counts.keys, model.stateAt(model.revision).size);
    }),
    { numRuns: 400 },
  );
});

test("every revision that is not compacted can be read as it was", () => {
  fc.assert(
    fc.property(arbitraryHistory(), (operations) => {
      const { etcd, model } = runBoth(operations);
      for (
        let revision = Math.max(1, etcd.compactRevision);
        revision <= etcd.revision;
        revision++
      ) {
        const { kvs } = etcd.range({ key: "\0", rangeEnd: "\0", revision });
        const state = [...model.stateAt(revision).values()];
        assert.deepEqual(
          kvs,
          state.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
        );
      }
    }),
    { numRuns: 200 },
  );
});

test("compaction leaves as many records as reads at or above it can tell apart", () => {
  fc.assert(
    fc.property(arbitraryHistory(), (operations) => {
      const { etcd, model } = runBoth(operations);
      etcd.put({ key: "last", value: "" });
      model.put({ key: "last", value: "" });
      etcd.compact(etcd.revision);
      assert.equal(etcd.counts.records, model.stateAt(model.revision).size);
      assert.equal(etcd.counts.revisions, 1);
    }),
    { numRuns: 200 },
  );
});
