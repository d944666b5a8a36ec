import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { constrainMacaroon } from "./constrain-macaroon.ts";

const signature = Buffer.alloc(32, 7);
/** 02, the location `lnd`, the identifier `id`, no caveats, the signature. */
const plain = Buffer.concat([Buffer.from("0201036c6e64020269640000" + "0620", "hex"), signature]);

test("a condition is put behind those that are there, and the signature hashes it", () => {
  const once = constrainMacaroon(plain, ["ipaddr ::1"]);
  const hash = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const expected = Buffer.concat([
    Buffer.from(
      `0201036c6e640202696400020a${Buffer.from("ipaddr ::1").toString("hex")}00000620`,
      "hex",
    ),
    hash(signature, "ipaddr ::1"),
  ]);
  assert.deepEqual(once, expected);
  assert.deepEqual(constrainMacaroon(plain, []), plain);
  assert.deepEqual(constrainMacaroon(once, ["b"]), constrainMacaroon(plain, ["ipaddr ::1", "b"]));
});

test("a condition of more than 127 bytes has a length of two bytes", () => {
  const long = constrainMacaroon(plain, ["x".repeat(200)]);
  assert.ok(long.includes(Buffer.concat([Buffer.from([2, 0xc8, 0x01]), Buffer.from("xxx")])));
});

test("bytes that are no macaroon are refused in the words of Go's library", () => {
  const refusals = [
    [Buffer.alloc(0), "empty macaroon data"],
    [Buffer.from("#!/bin/sh"), "cannot determine data format of binary-encoded macaroon"],
    [plain.subarray(0, -1), "unmarshal v2: section extends past end of buffer"],
    [Buffer.from([2]), "unmarshal v2: section extends past end of buffer"],
  ] as const;
  for (const [bytes, message] of refusals) {
    assert.throws(() => constrainMacaroon(bytes, []), { name: "MacaroonError", message });
  }
});
