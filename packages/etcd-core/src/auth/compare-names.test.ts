import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareNames } from "./compare-names.ts";

test("names are in the order of their bytes in UTF-8", () => {
  const name = fc.string({ unit: "grapheme-composite", maxLength: 4 });
  fc.assert(
    fc.property(name, name, (a, b) => {
      const order = Buffer.compare(Buffer.from(a), Buffer.from(b));
      assert.equal(Math.sign(compareNames(a, b)), order);
    }),
  );
  assert.ok(compareNames("\uffee", "\u{1f511}") < 0);
});
