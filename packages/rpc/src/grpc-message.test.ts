import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { encodeGrpcMessage } from "./grpc-message.ts";

test("printable ASCII stands as it is, a percent sign and everything else as bytes", () => {
  assert.equal(encodeGrpcMessage('etcdserver: "k" ~'), 'etcdserver: "k" ~');
  assert.equal(encodeGrpcMessage("100% \n é 🦊"), "100%25 %0A %C3%A9 %F0%9F%A6%8A");
});

test("every text comes back from its encoding, which is a header that HTTP/2 takes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-composite" }), (text) => {
      const encoded = encodeGrpcMessage(text);
      assert.match(encoded, /^[ -~]*$/);
      assert.equal(decodeURIComponent(encoded), text);
    }),
  );
});
