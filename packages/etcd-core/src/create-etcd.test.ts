import assert from "node:assert/strict";
import { test } from "node:test";
import { createEtcd } from "./create-etcd.ts";
import { RecordingOutbox } from "./model/recording-outbox.ts";
import type { TxnRequest } from "./requests.ts";

const one = (key: string) => ({ key, rangeEnd: "" });
const everything = { key: "\0", rangeEnd: "\0" };
const emptyTxn: TxnRequest = { compare: [], success: [], failure: [] };

test("a fresh store is at revision 1 with nothing in it and nothing to do", () => {
  const etcd = createEtcd();
  assert.deepEqual([etcd.revision, etcd.compactRevision, etcd.proposals], [1, -1, 0]);
  assert.equal(etcd.nextDeadline(), undefined);
  assert.ok(Object.values(etcd.counts).every((count) => count === 0));
  assert.deepEqual(etcd.range(everything), { revision: 1, kvs: [], more: false, count: 0 });
});

test("a lease that runs out deletes its keys in order, in one revision, as watchers see", () => {
  const etcd = createEtcd();
  const outbox = new RecordingOutbox();
  etcd.openWatchStream(outbox).create({ ...everything, prevKv: true });
  etcd.leaseGrant(7n, 5);
  for (const key of ["b", "a", "c"]) etcd.put({ key, value: key, lease: 7n });
  etcd.put({ key: "c", value: "stays" });
  assert.equal(etcd.nextDeadline(), 5000);
  etcd.advance(4999);
  assert.equal(etcd.revision, 5);
  etcd.advance(5000);
  assert.equal(etcd.revision, 6);
  const message = outbox.eventResponses(0n).at(-1);
  assert.deepEqual(
    message?.events.map(({ type, kv, prevKv }) => [type, kv.key, kv.modRevision, prevKv?.value]),
    [
      ["delete", "a", 6, "a"],
      ["delete", "b", 6, "b"],
    ],
  );
  assert.deepEqual(etcd.leases(), []);
  assert.equal(etcd.range(everything).count, 1);
});

test("leases that run out together go in the order of their grant, a revision each", () => {
  const etcd = createEtcd();
  for (const id of [3n, 1n, 2n]) {
    etcd.leaseGrant(id, 5);
    etcd.put({ key: String(id), value: "", lease: id });
  }
  const outbox = new RecordingOutbox();
  etcd.openWatchStream(outbox).create(everything);
  etcd.advance(60_000);
  assert.deepEqual(
    outbox.events(0n).map(({ kv }) => [kv.key, kv.modRevision]),
    [
      ["3", 5],
      ["1", 6],
      ["2", 7],
    ],
  );
});

test("a lease that is kept alive in time does not run out", () => {
  const etcd = createEtcd();
  etcd.leaseGrant(7n, 5);
  etcd.put({ key: "a", value: "", lease: 7n });
  for (let nowMs = 0; nowMs <= 60_000; nowMs += 4000) {
    etcd.advance(nowMs);
    assert.equal(etcd.leaseKeepAlive(7n), 5);
  }
  assert.equal(etcd.leaseRemainingMs(7n), 5000);
  assert.equal(etcd.range(one("a")).count, 1);
  assert.equal(etcd.proposals, 2, "keeping alive does not go through the log");
});

test("a lease whose time is over cannot be kept alive; its keys are gone with the answer", () => {
  const etcd = createEtcd();
  // More leases than one call ends, of which the last is still there after it.
  for (let id = 1n; id <= 501n; id++) etcd.leaseGrant(id, 5);
  etcd.put({ key: "a", value: "", lease: 501n });
  etcd.advance(5000);
  assert.deepEqual(etcd.leases(), [501n]);
  assert.equal(etcd.nextDeadline(), 5000, "the rest is due at once");
  assert.equal(etcd.leaseKeepAlive(501n), 0);
  assert.equal(etcd.range(one("a")).count, 0);
  assert.deepEqual(etcd.leases(), []);
});

test("revoking a lease without keys leaves the revision as it is", () => {
  const etcd = createEtcd();
  etcd.leaseGrant(7n, 5);
  etcd.leaseRevoke(7n);
  assert.equal(etcd.revision, 1);
  assert.throws(() => etcd.leaseRevoke(7n), { reason: "leaseNotFound" });
});

test("a lease begins at the moment that the store was last told", () => {
  const etcd = createEtcd({ nowMs: 1_000_000 });
  etcd.leaseGrant(1n, 5);
  etcd.advance(1_004_000);
  etcd.leaseGrant(2n, 5);
  assert.deepEqual([etcd.leaseRemainingMs(1n), etcd.leaseRemainingMs(2n)], [1000, 5000]);
  assert.throws(() => etcd.advance(1_003_999), /time went back/);
});

test("the caller's chance chooses lease ids, and there is a fixed sequence without it", () => {
  assert.equal(createEtcd({ nextLeaseId: () => 42n }).leaseGrant(0n, 5).id, 42n);
  const id = createEtcd().leaseGrant(0n, 5).id;
  assert.equal(createEtcd().leaseGrant(0n, 5).id, id);
});

test("every request that goes through the log is counted, also one that is refused there", () => {
  const etcd = createEtcd();
  const count = (act: () => unknown): number => {
    const before = etcd.proposals;
    try {
      act();
    } catch {
      // Whether it was counted is the question, not whether it was refused.
    }
    return etcd.proposals - before;
  };
  const range = { kind: "range", request: one("a") } as const;
  assert.equal(
    count(() => etcd.put({ key: "a", value: "" })),
    1,
  );
  assert.equal(
    count(() => etcd.put({ key: "a", value: "", lease: 9n })),
    1,
    "refused there",
  );
  assert.equal(
    count(() => etcd.put({ key: "", value: "" })),
    0,
    "malformed",
  );
  assert.equal(
    count(() => etcd.deleteRange(one("x"))),
    1,
  );
  assert.equal(
    count(() => etcd.range(everything)),
    0,
  );
  assert.equal(
    count(() => etcd.txn({ ...emptyTxn, success: [range] })),
    0,
  );
  const nested = { kind: "txn", request: emptyTxn } as const;
  assert.equal(
    count(() => etcd.txn({ ...emptyTxn, failure: [nested] })),
    1,
  );
  assert.equal(
    count(() => etcd.leaseGrant(1n, 5)),
    1,
  );
  assert.equal(
    count(() => etcd.leaseGrant(1n, 5)),
    1,
    "refused there",
  );
  assert.equal(
    count(() => etcd.leaseKeepAlive(1n)),
    0,
  );
  assert.equal(
    count(() => etcd.compact(2)),
    1,
  );
  assert.equal(
    count(() => etcd.compact(2)),
    1,
    "refused there",
  );
  assert.equal(
    count(() => etcd.advance(60_000)),
    1,
    "the lease ran out",
  );
});

test("compaction answers with the present revision and frees memory over several calls", () => {
  const etcd = createEtcd();
  for (let index = 0; index < 35_000; index++) etcd.put({ key: "a", value: "x" });
  assert.deepEqual(etcd.compact(35_000), { revision: 35_001 });
  assert.throws(() => etcd.range({ ...one("a"), revision: 34_999 }), { reason: "compacted" });
  let calls = 0;
  for (; etcd.nextDeadline() !== undefined; calls++) etcd.advance(0);
  assert.equal(calls, 17);
  const { records, revisions, recordBytes } = etcd.counts;
  assert.deepEqual([records, revisions, recordBytes], [2, 2, 4]);
});

test("the limit on operations can be raised, as lnd needs it", () => {
  const put = (_: unknown, index: number) =>
    ({ kind: "put", request: { key: String(index), value: "" } }) as const;
  const request = { ...emptyTxn, success: Array.from({ length: 16_384 }, put) };
  assert.throws(() => createEtcd().txn(request), { reason: "tooManyOps" });
  const etcd = createEtcd({ maxTxnOps: 16_384 });
  assert.equal(etcd.txn(request).responses.length, 16_384);
  assert.deepEqual([etcd.revision, etcd.counts.keys], [2, 16_384]);
});
