import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { parseMacaroon, serialiseMacaroon } from "./macaroon.ts";
import { addCaveat } from "./signature.ts";

const signature = Buffer.alloc(32, 7);
/** 02, the location `lnd`, the identifier `id`, no caveats, the signature. */
const plain = Buffer.concat([Buffer.from("0201036c6e64020269640000" + "0620", "hex"), signature]);

const constrain = (bytes: Buffer, conditions: readonly string[]) =>
  serialiseMacaroon(conditions.reduce(addCaveat, parseMacaroon(bytes)));

test("a condition is put behind those that are there, and the signature hashes it", () => {
  const once = constrain(plain, ["ipaddr ::1"]);
  const hash = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const expected = Buffer.concat([
    Buffer.from(
      `0201036c6e640202696400020a${Buffer.from("ipaddr ::1").toString("hex")}00000620`,
      "hex",
    ),
    hash(signature, "ipaddr ::1"),
  ]);
  assert.deepEqual(once, expected);
  assert.deepEqual(constrain(plain, []), plain);
  assert.deepEqual(constrain(once, ["b"]), constrain(plain, ["ipaddr ::1", "b"]));
});

test("a condition of more than 127 bytes has a length of two bytes", () => {
  const long = constrain(plain, ["x".repeat(200)]);
  assert.ok(long.includes(Buffer.concat([Buffer.from([2, 0xc8, 0x01]), Buffer.from("xxx")])));
});
