import assert from "node:assert/strict";
import { test } from "node:test";
import type { Plain } from "../conformance/plain-message.ts";
import { type EtcdOp, etcdModel } from "../linearizability/etcd-model.ts";
import { brokenGuarantees, truthOf } from "./guarantees.ts";
import { trueHistory } from "./true-history.ts";
import type { WatchMessage, WatchRecord, WatchWish } from "./watch-record.ts";

const writes: readonly EtcdOp[] = [
  { kind: "put", key: "a", value: "1" },
  { kind: "put", key: "b", value: "2" },
  { kind: "put", key: "a", value: "3" },
  { kind: "deleteAll", prefix: "" },
  { kind: "put", key: "a", value: "4" },
];
let state = etcdModel.initial;
const truth = truthOf(
  trueHistory(
    writes.map((op) => {
      const step = etcdModel.step(state, op);
      state = step.state;
      return [op, step.output] as const;
    }),
  ),
  0,
);

const put = (key: string, value: string, create: number, mod: number, version: number): Plain => ({
  kv: { key, value, create_revision: create, mod_revision: mod, version },
});
const deletion = (key: string): Plain => ({ type: "DELETE", kv: { key, mod_revision: 5 } });
const [a2, b3, a4, a6] = [
  put("a", "1", 2, 2, 1),
  put("b", "2", 3, 3, 1),
  put("a", "3", 2, 4, 2),
  put("a", "4", 6, 6, 1),
];
const gone = [deletion("a"), deletion("b")];
const told = (...events: readonly Plain[]): WatchMessage => ({ ...message, revision: 6, events });
const message = {
  revision: 1,
  created: false,
  canceled: false,
  compactRevision: 0,
  isFragment: false,
  events: [],
} satisfies WatchMessage;
const progress = (revision: number): WatchMessage => ({ ...message, revision });
const created: WatchMessage = { ...message, created: true };

const all: WatchWish = { prefix: "", startRevision: 1, prevKv: false };
const broken = (messages: readonly WatchMessage[], wish: Partial<WatchWish> = {}) => {
  const record: WatchRecord = { wish: { ...all, ...wish }, messages: [created, ...messages] };
  return [...new Set(brokenGuarantees(record, truth).map((line) => line.replace(/:.*/, "")))];
};

test("a watcher that is told everything as it was breaks nothing", () => {
  assert.deepEqual(broken([told(a2), told(b3), told(a4), told(...gone), told(a6)]), []);
  assert.deepEqual(broken([told(a2, b3, a4, ...gone, a6), progress(6)]), []);
  assert.deepEqual(broken([told(a4), told(...gone)], { startRevision: 4 }), []);
  assert.deepEqual(broken([told(b3)], { prefix: "b", without: "DELETE" }), []);
  assert.deepEqual(broken([told(a2)], { startRevision: 0 }), [], "from its creation on");
});

test("each broken guarantee is known by its name", () => {
  assert.deepEqual(broken([told(a2), told(a4), told(b3)]), ["ordered"]);
  assert.deepEqual(broken([told(a2), told(b3), told(b3)]), ["unique", "atomic"]);
  assert.deepEqual(
    broken([told(a2), told(b3), told(a4), told(deletion("a")), told(deletion("b"))]),
    ["atomic"],
  );
  assert.deepEqual(broken([told(a2), told(a4)]), ["reliable"]);
  assert.deepEqual(broken([told(b3), told(a4)]), ["reliable"], "the first one is missing");
  assert.deepEqual(broken([told(b3), told(a4)], { startRevision: 4 }), ["resumable"]);
  assert.deepEqual(broken([told(a2), progress(3), told(b3)]), ["bookmarkable"]);
  assert.deepEqual(broken([told(a2), progress(3)]), ["bookmarkable"], "and nothing follows");
  assert.deepEqual(broken([told({ ...a2, prev_kv: { key: "a" } })]), ["prevKV"]);
  assert.deepEqual(broken([told(a2), told(b3), told(a4)], { prevKv: true }), ["prevKV"]);
  assert.deepEqual(broken([told(put("a", "1", 2, 2, 2))]), ["isCreate"]);
  assert.deepEqual(broken([told(a2, b3)], { prefix: "a" }), ["filter"]);
  assert.deepEqual(broken([told(a2)], { without: "PUT" }), ["filter"]);
});

test("fragments of one revision are one message, and a compacted record need not be told", () => {
  const [first, second] = [told(deletion("a")), told(deletion("b"))];
  const parts = [told(a2, b3, a4), { ...first, isFragment: true }, second];
  assert.deepEqual(broken(parts), []);
  const record = { wish: { ...all, startRevision: 4, prevKv: true }, messages: [told(a4)] };
  assert.deepEqual(brokenGuarantees(record, { ...truth, compacted: 4 }), []);
  assert.equal(brokenGuarantees(record, { ...truth, compacted: 3 }).length, 1);
});
