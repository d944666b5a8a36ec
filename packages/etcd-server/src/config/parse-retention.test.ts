import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRetention } from "./parse-retention.ts";

const hourMs = 3_600_000;

test("a whole number is hours or revisions, a duration is a time, and none keeps all", () => {
  const kept = [
    ["periodic", "0", undefined],
    ["periodic", "0s", undefined],
    ["revision", "0", undefined],
    ["periodic", "5", { mode: "periodic", periodMs: 5 * hourMs }],
    ["periodic", "5m", { mode: "periodic", periodMs: 300_000 }],
    ["periodic", "+1", { mode: "periodic", periodMs: hourMs }],
    ["revision", "1000", { mode: "revision", revisions: 1000 }],
    // etcd reads a duration here, too, and keeps as many revisions as it has nanoseconds.
    ["revision", "1us", { mode: "revision", revisions: 1000 }],
  ] as const;
  for (const [mode, retention, expected] of kept) {
    assert.deepEqual(parseRetention({ mode, retention }), expected, `${mode} ${retention}`);
  }
});

test("what is neither is refused in etcd's words", () => {
  const message = 'error parsing CompactionRetention: time: missing unit in duration "1.5"';
  assert.throws(() => parseRetention({ mode: "periodic", retention: "1.5" }), { message });
  assert.throws(() => parseRetention({ mode: "periodic", retention: "-1h" }), /does not simulate/);
});
