import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { prefixEnd, toBytes } from "./bytes.ts";

const byte = fc.constantFrom(0, 1, 0x2f, 0x7f, 0xfe, 0xff);
const prefix = fc.uint8Array({ minLength: 1, maxLength: 4 }).map((bytes) => bytes);
const edgy = fc.array(byte, { minLength: 1, maxLength: 4 }).map((bytes) => Uint8Array.from(bytes));

test("a range up to the prefix's end holds the keys with that prefix and no others", () => {
  fc.assert(
    fc.property(fc.oneof(prefix, edgy), fc.oneof(prefix, edgy), (start, key) => {
      const end = prefixEnd(start);
      const open = end.length === 1 && end[0] === 0;
      const inside = Buffer.compare(start, key) <= 0 && (open || Buffer.compare(key, end) < 0);
      const starts = Buffer.from(key).subarray(0, start.length).equals(start);
      // An open range holds all later keys, too: nothing comes after 0xff that could end it.
      assert.equal(open ? inside || !starts : inside === starts, true);
      assert.equal(
        open,
        start.every((one) => one === 0xff),
      );
    }),
    { numRuns: 2000 },
  );
});

test("text becomes its UTF-8 bytes and bytes are taken as they are", () => {
  assert.deepEqual([...toBytes("é")], [0xc3, 0xa9]);
  const binary = Uint8Array.of(0xff, 0x00);
  assert.equal(toBytes(binary), binary);
});
