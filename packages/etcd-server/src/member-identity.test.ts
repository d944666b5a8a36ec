import assert from "node:assert/strict";
import { test } from "node:test";
import { memberIdentity } from "./member-identity.ts";

test("etcd's default flags give etcd's well-known ids", () => {
  const { memberId, clusterId } = memberIdentity(["http://localhost:2380"], "etcd-cluster");
  assert.equal(memberId.toString(16), "8e9e05c52164694d");
  assert.equal(clusterId.toString(16), "cdf818194e3a8c32");
});
