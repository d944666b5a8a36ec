import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGoHex } from "./go-hex.ts";

test("what is not hexadecimal is told by its first wrong byte", () => {
  assert.deepEqual(parseGoHex("00fF"), Buffer.of(0, 0xff));
  const refusals = {
    "0g": "encoding/hex: invalid byte: U+0067 'g'",
    "0\n": "encoding/hex: invalid byte: U+000A",
    "0": "encoding/hex: odd length hex string",
  };
  for (const [text, message] of Object.entries(refusals)) {
    assert.throws(() => parseGoHex(text), { name: "GoValueError", message });
  }
});
