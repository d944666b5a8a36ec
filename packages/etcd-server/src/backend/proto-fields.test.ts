import assert from "node:assert/strict";
import { test } from "node:test";
import { allBytesIn, bytesIn, decodeFields, encodeFields, numberIn } from "./proto-fields.ts";

test("fields are written and read in their order, numbers as 64 bits", () => {
  const message = encodeFields([
    [1, -1n],
    [2, Buffer.from("a")],
    [2, Buffer.from("b")],
    [3, 300n],
  ]);
  assert.equal(message.toString("hex"), "08ffffffffffffffffff0112016112016218ac02");
  const fields = decodeFields(message);
  assert.equal(numberIn(fields, 1), 2n ** 64n - 1n);
  assert.equal(numberIn(fields, 3), 300n);
  assert.equal(numberIn(fields, 9), 0n);
  assert.deepEqual(
    allBytesIn(fields, 2).map((bytes) => Buffer.from(bytes).toString()),
    ["a", "b"],
  );
  assert.equal(Buffer.from(bytesIn(fields, 2)).toString(), "b");
  assert.equal(bytesIn(fields, 9).length, 0);
});

test("a message that is cut off is refused", () => {
  for (const hex of ["08", "0aff", "0a0161ff", "0a056162", "0d00000000"]) {
    assert.throws(() => decodeFields(Buffer.from(hex, "hex")), /a message /);
  }
});
