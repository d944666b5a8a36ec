import assert from "node:assert/strict";
import { once } from "node:events";
import http2 from "node:http2";
import { type AddressInfo, createServer } from "node:net";
import { test } from "node:test";
import fc from "fast-check";
import { FrameReader, headerBlockPart } from "./frame-reader.ts";
import { frameTypes } from "./frames.ts";
import { HpackDecoder, HpackError } from "./hpack-decoder.ts";
import { encodeHeaders } from "./hpack-encoder.ts";
import { decodeHuffman } from "./huffman.ts";

const maxBytes = 1024 * 1024;
const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");

/** RFC 7541, appendix C.3 and C.4: three requests on one connection, plain and in Huffman's code. */
const requests = [
  [":method", "GET", ":scheme", "http", ":path", "/", ":authority", "www.example.com"],
  [":authority", "www.example.com", "cache-control", "no-cache"],
  [":method", "GET", ":scheme", "https", ":path", "/index.html", "custom-key", "custom-value"],
];

test("the examples of RFC 7541 are read as it says, in their order", () => {
  for (const blocks of [
    [
      "828684410f7777772e6578616d706c652e636f6d",
      "828684be58086e6f2d6361636865",
      "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565",
    ],
    [
      "828684418cf1e3c2e5f23a6ba0ab90f4ff",
      "828684be5886a8eb10649cbf",
      "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf",
    ],
  ]) {
    const decoder = new HpackDecoder({ maxListBytes: maxBytes });
    for (const [at, block] of blocks.entries()) {
      const { raw } = decoder.decode(hex(block));
      for (const [place, text] of (requests[at] ?? []).entries()) {
        if (place % 2 === 0) assert.ok(raw.includes(text), text);
        else assert.equal(raw[raw.indexOf(requests[at]?.[place - 1] ?? "") + 1], text);
      }
    }
  }
});

test("what is encoded is decoded as it was, on any connection", () => {
  const name = fc.stringMatching(/^[a-z-]{1,20}$/);
  const value = fc.stringMatching(/^[ -~]{0,300}$/);
  fc.assert(
    fc.property(fc.dictionary(name, value, { maxKeys: 8 }), (headers) => {
      const { raw } = new HpackDecoder({ maxListBytes: maxBytes }).decode(encodeHeaders(headers));
      assert.deepEqual(raw, Object.entries(headers).flat());
    }),
  );
});

test("a block that comes again is read again as long as the table has not changed", () => {
  const decoder = new HpackDecoder({ maxListBytes: maxBytes });
  decoder.decode(hex("4001610162"));
  const again = decoder.decode(hex("be"));
  assert.deepEqual(again.raw, ["a", "b"]);
  assert.equal(decoder.decode(hex("be")), again);
  decoder.decode(hex("4001630164"));
  assert.deepEqual(decoder.decode(hex("be")).raw, ["c", "d"]);
  assert.deepEqual(decoder.decode(hex("bf")).raw, ["a", "b"]);
});

test("a table that is made smaller forgets what was added first", () => {
  const decoder = new HpackDecoder({ maxListBytes: maxBytes });
  decoder.decode(hex("4001610162 4001630164"));
  // 68 bytes for two entries of 34: 40 keep one.
  assert.deepEqual(decoder.decode(hex("3f09 be")).raw, ["c", "d"]);
  assert.throws(() => decoder.decode(hex("bf")), HpackError);
});

test("a table grows as far as it is let, and no further", () => {
  const grow = hex("3fe17f");
  assert.throws(() => new HpackDecoder({ maxListBytes: maxBytes }).decode(grow), HpackError);
  const wide = new HpackDecoder({ maxListBytes: maxBytes, maxTableBytes: 65_536 });
  assert.deepEqual(wide.decode(grow).raw, []);
});

test("header blocks are read as nghttp2 writes them, packed or not, known from before or not", async () => {
  const paths = ["/etcdserverpb.KV/Range", "/etcdserverpb.Watch/Watch", "/a?b=%20~{}|^`<>\\"];
  const sent = Array.from({ length: 60 }, (_value, index) => ({
    ":method": "POST",
    ":path": paths[index % paths.length] ?? "",
    "content-type": "application/grpc",
    te: "trailers",
    token: `${index % 7}.${"~!'x".repeat(index)}`,
    authorization: `never indexed ${index}`,
  }));
  const decoder = new HpackDecoder({ maxListBytes: maxBytes });
  for (const [index, block] of (await nghttp2Blocks(sent)).entries()) {
    const { raw } = decoder.decode(block);
    const headers: Record<string, string> = {};
    for (let at = 0; at < raw.length; at += 2) headers[raw[at] ?? ""] = raw[at + 1] ?? "";
    const { ":authority": _authority, ":scheme": scheme, ...rest } = headers;
    assert.deepEqual(rest, sent[index]);
    assert.equal(scheme, "http");
  }
});

/** What Node's HTTP/2, which is nghttp2, sends as the header blocks of these requests on one connection. */
async function nghttp2Blocks(sent: readonly http2.OutgoingHttpHeaders[]): Promise<Buffer[]> {
  const frames = new FrameReader();
  const blocks: Buffer[] = [];
  const server = createServer((socket) =>
    socket.on("data", (chunk) => {
      frames.push(chunk);
      for (let frame = frames.next(); frame !== undefined; frame = frames.next()) {
        if (frame.type === frameTypes.headers) blocks.push(headerBlockPart(frame));
      }
    }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const session = http2.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  session.on("error", () => {});
  for (const request of sent) session.request(request).on("error", () => {});
  while (blocks.length < sent.length) await new Promise((resolve) => setImmediate(resolve));
  session.destroy();
  server.close();
  return blocks;
}

test("headers beyond the bound are left out, and the connection's table stays in step", () => {
  const decoder = new HpackDecoder({ maxListBytes: 100 });
  const list = decoder.decode(hex("4001610162 4001630164 4001650166"));
  assert.deepEqual(list, { raw: ["a", "b", "c", "d"], isTruncated: true });
  assert.deepEqual(decoder.decode(hex("be")).raw, ["e", "f"]);
});

test("blocks that are none are refused", () => {
  for (const block of [
    "80",
    "ff",
    "be",
    "4001",
    "400561",
    "40ffffffffffff7f",
    "8240 01610162 20",
    "3fe2ff7f",
  ]) {
    assert.throws(
      () => new HpackDecoder({ maxListBytes: maxBytes }).decode(hex(block)),
      HpackError,
      block,
    );
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        new HpackDecoder({ maxListBytes: maxBytes }).decode(Buffer.from(bytes));
      } catch (error) {
        assert.ok(error instanceof HpackError);
      }
    }),
  );
});

test("Huffman's code ends in ones, in less than a byte of them", () => {
  assert.equal(decodeHuffman(hex("a8eb10649cbf")), "no-cache");
  assert.equal(decodeHuffman(hex("a8eb10649cbe")), undefined);
  assert.equal(decodeHuffman(hex("a8eb10649cbfff")), undefined);
  assert.equal(decodeHuffman(hex("fffffffc")), undefined);
  assert.equal(decodeHuffman(hex("")), "");
});
