import assert from "node:assert/strict";
import { test } from "node:test";
import { createEtcd } from "../create-etcd.ts";

test("a downgrade that is enabled takes effect within four seconds, and cancelling undoes it", () => {
  const etcd = createEtcd({ nowMs: 1000 });
  const { clusterVersion } = etcd;
  etcd.advance(3000);
  clusterVersion.enableDowngrade("3.5");
  assert.deepEqual([clusterVersion.version, clusterVersion.downgradeTarget], ["3.6.0", "3.5.0"]);
  assert.equal(etcd.nextDeadline(), 5000);
  etcd.advance(4999);
  assert.equal(clusterVersion.version, "3.6.0");
  etcd.advance(5000);
  assert.equal(clusterVersion.version, "3.5.0");
  assert.equal(etcd.nextDeadline(), undefined);
  assert.throws(() => clusterVersion.validateDowngrade("3.5"), {
    reason: "downgradeTargetInvalid",
  });
  assert.throws(() => clusterVersion.validateDowngrade("3.4"), { reason: "downgradeInProgress" });
  clusterVersion.cancelDowngrade();
  assert.deepEqual([clusterVersion.version, clusterVersion.downgradeTarget], ["3.5.0", undefined]);
  etcd.advance(9000);
  assert.equal(clusterVersion.version, "3.6.0");
  assert.equal(etcd.proposals, 4, "two requests, and two changes of the version");
});

test("a downgrade that is cancelled at once changes no version", () => {
  const etcd = createEtcd();
  etcd.clusterVersion.enableDowngrade("3.5");
  etcd.clusterVersion.cancelDowngrade();
  etcd.clusterVersion.cancelDowngrade();
  assert.equal(etcd.nextDeadline(), undefined);
  assert.equal(etcd.proposals, 2);
});
