import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { WatchEvent, WatchResponse } from "../responses.ts";
import { splitIntoFragments } from "./fragments.ts";
import { responseWireBytes } from "./wire-size.ts";

function responseOf(valueLengths: number[]): WatchResponse {
  const events = valueLengths.map(
    (length, index): WatchEvent => ({
      type: "put",
      kv: {
        key: String(index),
        value: "x".repeat(length),
        createRevision: 2,
        modRevision: 2,
        version: 1,
        lease: 0n,
      },
    }),
  );
  return { revision: 2, watchId: 1n, events };
}

test("a response below the limit stays whole, and so does one of a single event", () => {
  const small = responseOf([10, 10]);
  assert.deepEqual(splitIntoFragments(small, 1000), [small]);
  const single = responseOf([5000]);
  assert.deepEqual(splitIntoFragments(single, 1000), [single]);
});

test("the parts hold all events in order, are marked but for the last, and stay small", () => {
  const lengths = fc.array(fc.nat(400), { minLength: 2, maxLength: 40, size: "max" });
  fc.assert(
    fc.property(lengths, fc.integer({ min: 200, max: 3000 }), (valueLengths, maxBytes) => {
      const response = responseOf(valueLengths);
      const parts = splitIntoFragments(response, maxBytes);
      assert.deepEqual(
        parts.flatMap((part) => part.events),
        response.events,
      );
      const marks = parts.map((part) => part.fragment ?? false);
      assert.deepEqual(
        marks,
        parts.map((_, index) => index < parts.length - 1),
      );
      for (const part of parts) {
        assert.ok(part.events.length > 0);
        assert.ok(part.events.length === 1 || responseWireBytes(part) < maxBytes);
      }
      const whole = responseWireBytes(response) < maxBytes;
      assert.equal(parts.length === 1, whole, "no more parts than needed");
    }),
  );
});
