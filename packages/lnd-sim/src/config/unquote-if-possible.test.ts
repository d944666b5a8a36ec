import assert from "node:assert/strict";
import { test } from "node:test";
import { GoValueError } from "@leaderlab/golang";
import { unquoteIfPossible } from "./unquote-if-possible.ts";

test("a value in half a pair of quotes is refused, one without quotes is left alone", () => {
  assert.equal(unquoteIfPossible("a\\n"), "a\\n");
  assert.equal(unquoteIfPossible('"a\\n"'), "a\n");
  for (const text of ['"', '"a', '"a"b"', '"\\q"', '"\n"', '"\\ud800"', '"\\777"']) {
    assert.throws(() => unquoteIfPossible(text), new GoValueError("invalid syntax"));
  }
});
