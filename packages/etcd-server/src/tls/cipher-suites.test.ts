import assert from "node:assert/strict";
import { test } from "node:test";
import { openSslCiphers } from "./cipher-suites.ts";

const tls13 = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";

test("suites keep their order, and those of TLS 1.3 are always there", () => {
  const suites = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA"];
  assert.equal(openSslCiphers(suites), `ECDHE-RSA-AES256-GCM-SHA384:AES128-SHA:${tls13}`);
  assert.equal(openSslCiphers(["TLS_AES_128_GCM_SHA256"]), tls13);
  assert.equal(openSslCiphers([]), undefined);
});

test("a suite that Go does not know is refused in etcd's words", () => {
  const message = 'unexpected TLS cipher suite "AES128-SHA"';
  assert.throws(() => openSslCiphers(["AES128-SHA"]), { message });
});
