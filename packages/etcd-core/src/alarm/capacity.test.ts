import assert from "node:assert/strict";
import { test } from "node:test";
import { createEtcd } from "../create-etcd.ts";

const quotaBytes = 100 * 4096;
const fill = () => {
  const etcd = createEtcd({ quotaBytes, member: { ...member, id: 42n } });
  let puts = 0;
  for (; puts < 1000 && etcd.alarms.length === 0; puts++) {
    try {
      etcd.put({ key: "k", value: "x".repeat(4096) });
    } catch {
      // Refused: the loop ends.
    }
  }
  return { etcd, puts };
};
const member = { id: 1n, name: "", peerUrls: [], clientUrls: [], isLearner: false };

test("the put that would exceed the quota is refused, and raises the alarm by itself", () => {
  const { etcd, puts } = fill();
  assert.ok(puts > 55 && puts < 65, `two records take three pages: ${puts}`);
  assert.deepEqual(etcd.alarms, [{ memberId: 42n, type: "noSpace" }]);
  assert.ok(etcd.sizeBytes < quotaBytes);
  assert.throws(() => etcd.put({ key: "", value: "" }), { reason: "emptyKey" }, "there is room");
  assert.throws(() => etcd.put({ key: "k", value: "" }), { reason: "noSpace" });
});

test("compacting, defragmenting and ending the alarm make room again", () => {
  const { etcd } = fill();
  const before = etcd.sizeBytes;
  etcd.compact(etcd.revision);
  assert.equal(etcd.sizeBytes, before, "the file does not shrink by itself");
  assert.ok(etcd.sizeInUseBytes < before / 4);
  etcd.defragment();
  assert.ok(etcd.sizeBytes < before / 4);
  assert.throws(() => etcd.put({ key: "k", value: "" }), { reason: "noSpace" });
  etcd.alarm({ action: "deactivate", memberId: 42n, type: "noSpace" });
  etcd.put({ key: "k", value: "" });
});

test("without room even a malformed put is refused for want of it", () => {
  const etcd = createEtcd({ quotaBytes: 1 });
  assert.throws(() => etcd.put({ key: "", value: "" }), { reason: "noSpace" });
  assert.throws(() => etcd.leaseGrant(1n, 10), { reason: "noSpace" });
  const put = { kind: "put", request: { key: "k", value: "" } } as const;
  const nested = { kind: "txn", request: { compare: [], success: [], failure: [put] } } as const;
  assert.throws(() => etcd.txn({ compare: [], success: [nested], failure: [] }), {
    reason: "noSpace",
  });
  assert.equal(etcd.txn({ compare: [], success: [], failure: [] }).succeeded, true);
  assert.equal(etcd.deleteRange({ key: "k", rangeEnd: "" }).deleted, 0);
});

test("a quota below zero is none", () => {
  const etcd = createEtcd({ quotaBytes: -1 });
  etcd.put({ key: "k", value: "x" });
  assert.equal(etcd.quotaBytes, -1);
});

test("leases of a corrupt store do not run out until it is declared sound", () => {
  const etcd = createEtcd();
  etcd.leaseGrant(7n, 5);
  etcd.put({ key: "k", value: "", lease: 7n });
  etcd.alarm({ action: "activate", memberId: 1n, type: "corrupt" });
  assert.equal(etcd.nextDeadline(), undefined);
  etcd.advance(60_000);
  assert.equal(etcd.counts.keys, 1);
  etcd.alarm({ action: "deactivate", memberId: 1n, type: "corrupt" });
  assert.equal(etcd.nextDeadline(), 60_000);
  etcd.advance(60_000);
  assert.equal(etcd.counts.keys, 0);
});
