import assert from "node:assert/strict";
import { test } from "node:test";
import { verdictOf } from "./case-verdict.ts";
import type { PlainValue } from "./plain-message.ts";

const tried = (came: PlainValue, problem?: string) => ({
  transcript: { happenings: [{ step: "Put", came }], ...(problem !== undefined && { problem }) },
});

test("what comes to the same on both is equal, and what is not so on purpose is told with its reason", () => {
  assert.deepEqual(verdictOf(tried({ revision: 2 }), tried({ revision: 2 })), { kind: "equal" });
  const reason = "older ones do not know it";
  assert.deepEqual(verdictOf(tried({}), { skipped: reason }), { kind: "byDesign", reason });
});

test("a field in which the two differ fails, though the case says nothing of it", () => {
  const verdict = verdictOf(tried({ revision: 2 }), tried({ revision: 3 }));
  assert.ok(verdict.kind === "failing");
  assert.match(verdict.words, /ours: \{"revision":2\}\n\s+real: \{"revision":3\}/);
  const older = verdictOf(tried({ revision: 2 }), tried({ revision: 3 }), false);
  assert.equal(older.kind, "equal", "an older etcd is held to what the case says alone");
});

test("a case that does not hold fails, on either", () => {
  for (const [ours, real] of [
    [tried({}, "refused"), tried({})],
    [tried({}), tried({}, "refused")],
  ] as const) {
    assert.equal(verdictOf(ours, real).kind, "failing");
  }
  assert.equal(verdictOf(tried({}, "refused")).kind, "failing");
});
