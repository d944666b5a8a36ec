import assert from "node:assert/strict";
import { test } from "node:test";
import { LndError, lndErrors, macaroonReasons, startupTexts } from "./errors.ts";

test("a refusal carries its row's code, text and name", () => {
  const locked = new LndError("walletLocked");
  assert.equal(locked.message, "wallet locked, unlock it to enable full RPC access");
  assert.equal(locked.code, "UNKNOWN");
  assert.equal(locked.reason, "walletLocked");
  assert.equal(new LndError("expectedOneMacaroon", 2).message, "expected 1 macaroon, got 2");
});

test("only what this simulation leaves out is unimplemented", () => {
  const codes = Object.entries(lndErrors).filter(([, row]) => row.code === "UNIMPLEMENTED");
  assert.deepEqual(
    codes.map(([name]) => name),
    ["notSimulated"],
  );
});

test("no two rows say the same", () => {
  const about = ["a", "b"] as never[];
  const texts = Object.values(lndErrors).map((row) =>
    (row.text as (...about: never[]) => string)(...about),
  );
  const codes = Object.values(lndErrors).map(({ code }) => code);
  const rows = texts.map((text, index) => `${codes[index]} ${text}`);
  assert.equal(new Set(rows).size, rows.length);
});

test("a macaroon's reasons and the last words before an exit are lnd's", () => {
  const truncated = new LndError("unmarshalV2", macaroonReasons.sectionTooLong);
  assert.equal(truncated.message, "unmarshal v2: section extends past end of buffer");
  assert.equal(
    startupTexts.databases(startupTexts.graphDatabase(startupTexts.etcdFetch("context canceled"))),
    "unable to open databases: unable to open graph DB: unable to create new channeldb: " +
      "etcd error: stm.fetch() failed - context canceled",
  );
  assert.equal(
    startupTexts.walletListeners(startupTexts.shuttingDown),
    "error creating wallet config: unable to set up wallet password listeners: shutting down",
  );
  assert.equal(
    startupTexts.grpcPort(
      "listen tcp4 127.0.0.1:10009: bind: address already in use",
      "127.0.0.1:10009",
    ),
    "unable to listen on grpc endpoint: listen tcp4 127.0.0.1:10009: bind: address already in " +
      "use " +
      "endpoint=127.0.0.1:10009",
  );
});
