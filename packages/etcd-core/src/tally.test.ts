import assert from "node:assert/strict";
import { test } from "node:test";
import { createEtcd } from "./create-etcd.ts";
import type { Etcd } from "./etcd.ts";
import type { EtcdTotals } from "./tally.ts";

/** What the work adds to the totals; what stays is left out. */
function added(etcd: Etcd, work: () => void): Partial<EtcdTotals> {
  const before = { ...etcd.totals };
  work();
  const changed = Object.entries(etcd.totals)
    .map(([name, count]) => [name, count - before[name as keyof EtcdTotals]] as const)
    .filter(([, difference]) => difference !== 0);
  return Object.fromEntries(changed);
}

const a = { key: "a", rangeEnd: "" };
const put = { key: "a", value: "vv" };
const exists = { ...a, target: "version", result: "greater", operand: 0 } as const;

test("a put that looks at what was there counts as a read, too, and so as a transaction", () => {
  const etcd = createEtcd();
  assert.deepEqual(
    added(etcd, () => etcd.put(put)),
    { puts: 1, putBytes: 3 },
  );
  for (const looking of [
    { ...put, prevKv: true },
    { ...put, value: "", ignoreValue: true },
  ]) {
    const expected = { ranges: 1, puts: 1, putBytes: 3, txns: 1 };
    assert.deepEqual(
      added(etcd, () => etcd.put(looking)),
      expected,
    );
  }
});

test("the compares of a transaction that writes are a group of their own", () => {
  const etcd = createEtcd();
  etcd.put(put);
  const write = {
    compare: [exists, exists],
    success: [
      { kind: "put", request: put },
      { kind: "range", request: a },
    ],
    failure: [],
  } as const;
  assert.deepEqual(
    added(etcd, () => etcd.txn(write)),
    { ranges: 3, puts: 1, putBytes: 3, txns: 2 },
  );
  const read = { ...write, compare: [exists], success: [{ kind: "range", request: a }] } as const;
  assert.deepEqual(
    added(etcd, () => etcd.txn(read)),
    { ranges: 2, txns: 1 },
  );
});

test("a deletion counts once, and each key of a lease that ends", () => {
  const etcd = createEtcd();
  assert.deepEqual(
    added(etcd, () => etcd.deleteRange(a)),
    { deletes: 1 },
  );
  etcd.leaseGrant(7n, 10);
  etcd.put({ ...put, lease: 7n });
  etcd.put({ ...put, key: "b", lease: 7n });
  assert.deepEqual(
    added(etcd, () => etcd.leaseKeepAlive(7n)),
    { leasesRenewed: 1 },
  );
  assert.deepEqual(
    added(etcd, () => etcd.advance(10_000)),
    { deletes: 2, txns: 1, leasesRevoked: 1, leasesExpired: 1 },
  );
});

test("a refused read counts; a put on a lease that is not there does not", () => {
  const etcd = createEtcd();
  const refused = (work: () => unknown) => added(etcd, () => assert.throws(work));
  assert.deepEqual(
    refused(() => etcd.range({ ...a, revision: 9 })),
    { ranges: 1 },
  );
  assert.deepEqual(
    refused(() => etcd.put({ ...put, lease: 9n })),
    {},
  );
});

test("a compaction reads once and tells how many records it freed", () => {
  const etcd = createEtcd();
  for (let write = 0; write < 4; write++) etcd.put(put);
  assert.deepEqual(
    added(etcd, () => etcd.compact(4)),
    { ranges: 1, compactedRecords: 2 },
  );
});

test("the meter does every operation that goes through the log, and reads", () => {
  const seen: string[] = [];
  const etcd = createEtcd({
    meter(operation, work) {
      seen.push(operation);
      return work();
    },
  });
  etcd.leaseGrant(7n, 10);
  etcd.put(put);
  etcd.range(a);
  etcd.deleteRange(a);
  etcd.txn({ compare: [], success: [{ kind: "put", request: put }], failure: [] });
  etcd.txn({ compare: [], success: [{ kind: "range", request: a }], failure: [] });
  etcd.compact(2);
  etcd.advance(10_000);
  const names = ["LeaseGrant", "Put", "Range", "DeleteRange", "Txn", "Compaction", "LeaseRevoke"];
  assert.deepEqual(seen, names);
});
