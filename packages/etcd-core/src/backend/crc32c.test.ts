import assert from "node:assert/strict";
import { test } from "node:test";
import { Crc32c } from "./crc32c.ts";

const crcOf = (...pieces: string[]) => {
  const crc = new Crc32c();
  for (const piece of pieces) crc.update(Uint8Array.from(piece, (char) => char.charCodeAt(0)));
  return crc.value;
};

test("the checksum is that of the published examples of CRC-32C", () => {
  assert.equal(crcOf(""), 0);
  assert.equal(crcOf("123456789"), 0xe3069283);
  assert.equal(crcOf("\0".repeat(32)), 0x8a9136aa);
  assert.equal(crcOf("\xff".repeat(32)), 0x62a8ab43);
});

test("bytes that come in pieces give the checksum of the whole", () => {
  assert.equal(crcOf("1234", "", "56789"), crcOf("123456789"));
});
