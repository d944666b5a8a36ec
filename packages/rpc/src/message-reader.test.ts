import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { frameMessage, MessageReader } from "./message-reader.ts";

const readerOf = (bytes: Uint8Array, encoding = "", maxBytes = 100) => {
  const reader = new MessageReader({ maxBytes, encoding });
  reader.push(Buffer.from(bytes));
  return reader;
};
const refusal = (code: string, message: string) => ({ code, message });

test("messages come out as they were sent, however their bytes are cut", () => {
  const messages = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 });
  const cuts = fc.array(fc.nat({ max: 300 }), { maxLength: 12 });
  fc.assert(
    fc.property(messages, cuts, (sent, places) => {
      const bytes = Buffer.concat(sent.map((message) => frameMessage(message, false)));
      const reader = new MessageReader({ maxBytes: 100, encoding: "" });
      const read: Buffer[] = [];
      let from = 0;
      for (const to of [...places.toSorted((a, b) => a - b), bytes.length]) {
        reader.push(bytes.subarray(from, to));
        from = Math.max(from, Math.min(to, bytes.length));
        while (reader.isReady) read.push(reader.next() as Buffer);
        assert.equal(reader.next(), undefined);
      }
      assert.deepEqual(
        read.map((message) => message.toString("hex")),
        sent.map((message) => Buffer.from(message).toString("hex")),
      );
      assert.equal(reader.heldBytes, 0);
    }),
  );
});

test("a message that is too large is refused by its length, before it has come", () => {
  const text = "grpc: received message larger than max (4294967295 vs. 100)";
  const reader = readerOf(Buffer.from("00ffffffff", "hex"));
  assert.equal(reader.isReady, true);
  assert.throws(() => reader.next(), refusal("RESOURCE_EXHAUSTED", text));
});

test("gzip is taken where the call names it, and bounded by what comes out", () => {
  const message = Buffer.from("etcd etcd etcd etcd");
  const framed = frameMessage(gzipSync(message), true);
  assert.deepEqual(readerOf(framed, "gzip").next(), message);
  for (const encoding of ["", "identity"]) {
    const text = "grpc: compressed flag set with identity or empty encoding";
    assert.throws(() => readerOf(framed, encoding).next(), refusal("INTERNAL", text));
  }
  assert.deepEqual(
    readerOf(frameMessage(gzipSync(Buffer.alloc(100)), true), "gzip").next()?.length,
    100,
  );
  const bomb = frameMessage(gzipSync(Buffer.alloc(101)), true);
  const text = "grpc: received message after decompression larger than max 100";
  assert.throws(() => readerOf(bomb, "gzip").next(), refusal("RESOURCE_EXHAUSTED", text));
});

test("what is no gzip is refused in the words of Go's reader", () => {
  const whole = gzipSync(Buffer.from("etcd"));
  const damaged = Buffer.from(whole);
  damaged.writeUInt8((damaged.at(-5) ?? 0) ^ 1, damaged.length - 5);
  for (const [bytes, text] of [
    [Buffer.alloc(0), "grpc: failed to decompress the message: EOF"],
    [whole.subarray(0, 9), "grpc: failed to decompress the message: unexpected EOF"],
    [Buffer.alloc(20), "grpc: failed to decompress the message: gzip: invalid header"],
    [whole.subarray(0, 15), "grpc: failed to read decompressed data: unexpected EOF"],
    [damaged, "grpc: failed to read decompressed data: gzip: invalid checksum"],
  ] as const) {
    const reader = readerOf(frameMessage(bytes, true), "gzip");
    assert.throws(() => reader.next(), refusal("INTERNAL", text));
  }
});

test("a flag that is neither 0 nor 1 is refused", () => {
  const framed = frameMessage(Buffer.from("k"), false);
  framed[0] = 2;
  const text = "grpc: received unexpected payload format 2";
  assert.throws(() => readerOf(framed).next(), refusal("INTERNAL", text));
});
