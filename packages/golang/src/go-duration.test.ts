import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatGoDuration, parseGoDuration, toMs } from "./go-duration.ts";
import { GoValueError } from "./go-quote.ts";

test("a duration is read and printed as Go does", () => {
  const observed = {
    "1h30m": "1h30m0s",
    "90s": "1m30s",
    "10080h": "10080h0m0s",
    "1.5s": "1.5s",
    ".5ms": "500µs",
    "-1m": "-1m0s",
    "1us": "1µs",
    "0": "0s",
    "9223372036854775807ns": "2562047h47m16.854775807s",
  };
  for (const [text, printed] of Object.entries(observed)) {
    assert.equal(formatGoDuration(parseGoDuration(text)), printed);
  }
});

test("what is no duration is refused in Go's words", () => {
  const observed = {
    "5": 'time: missing unit in duration "5"',
    abc: 'time: invalid duration "abc"',
    "": 'time: invalid duration ""',
    "5x": 'time: unknown unit "x" in duration "5x"',
    "9223372036854775808ns": 'time: invalid duration "9223372036854775808ns"',
    "1µ": 'time: unknown unit "\\xc2\\xb5" in duration "1\\xc2\\xb5"',
  };
  for (const [text, message] of Object.entries(observed)) {
    assert.throws(() => parseGoDuration(text), new GoValueError(message));
  }
});

test("a duration that is printed and read again is the same", () => {
  const least = -(2n ** 63n);
  fc.assert(
    fc.property(fc.bigInt({ min: least, max: -least - 1n }), (nanoseconds) => {
      assert.equal(parseGoDuration(formatGoDuration(nanoseconds)), nanoseconds);
    }),
  );
  assert.equal(toMs(parseGoDuration("1h")), 3_600_000);
});
