import assert from "node:assert/strict";
import { once } from "node:events";
import http2 from "node:http2";
import { type AddressInfo, createServer } from "node:net";
import { test } from "node:test";
import fc from "fast-check";
import { clientPreface, frameHeadBytes, frameKinds, readFrameHead, unpadded } from "./frames.ts";
import { HeaderBlockError, readHeaderBlock } from "./header-block.ts";
import { HeaderTable } from "./header-table.ts";

/** What Node's HTTP/2, which is nghttp2, sends as the header blocks of these requests on one connection. */
async function headerBlocks(requests: readonly http2.OutgoingHttpHeaders[]): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  const blocks = () => {
    const bytes = Buffer.concat(chunks);
    const found: Buffer[] = [];
    for (let at = clientPreface.length; at + frameHeadBytes <= bytes.length; ) {
      const head = readFrameHead(bytes, at);
      const end = at + frameHeadBytes + head.payloadBytes;
      if (end > bytes.length) break;
      const payload = bytes.subarray(at + frameHeadBytes, end);
      if (head.kind === frameKinds.headers) found.push(unpadded(head, payload) ?? assert.fail());
      at = end;
    }
    return found;
  };
  const server = createServer((socket) => socket.on("data", (chunk) => chunks.push(chunk)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const session = http2.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  session.on("error", () => {});
  for (const request of requests) session.request(request).on("error", () => {});
  while (blocks().length < requests.length) await new Promise((resolve) => setImmediate(resolve));
  session.destroy();
  server.close();
  return blocks();
}

test("header blocks are read as nghttp2 writes them, packed or not, known from before or not", async () => {
  const paths = ["/etcdserverpb.KV/Range", "/etcdserverpb.Watch/Watch", "/a?b=%20~{}|^`<>\\"];
  const requests = Array.from({ length: 60 }, (_value, index) => ({
    ":method": "POST",
    ":path": paths[index % paths.length] ?? "",
    "content-type": "application/grpc",
    te: "trailers",
    token: `${index % 7}.${"~!'x".repeat(index)}`,
    authorization: `never indexed ${index}`,
  }));
  const blocks = await headerBlocks(requests);
  const table = new HeaderTable();
  for (const [index, block] of blocks.entries()) {
    const headers = Object.fromEntries(
      readHeaderBlock(block, table).map(({ name, value }) => [name, value]),
    );
    const { ":authority": _authority, ":scheme": scheme, ...rest } = headers;
    assert.deepEqual(rest, requests[index]);
    assert.equal(scheme, "http");
  }
});

test("what is no header block is refused, and never read for ever", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        readHeaderBlock(bytes, new HeaderTable());
      } catch (error) {
        assert.ok(error instanceof HeaderBlockError);
      }
    }),
    { numRuns: 2000 },
  );
});
