import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodeAmount, encodeAmount } from "./amount.ts";
import { decodePaymentRequest } from "./decode-payment-request.ts";
import { encodePaymentRequest } from "./encode-payment-request.ts";
import type { PaymentRequest } from "./payment-request.ts";
import { signDigest } from "./public-key.ts";

const regtest = { name: "regtest", prefix: "bcrt" };
/** Requests that a real lnd made, of the recording and of 0.21.1. */
const recorded = {
  tea: "lnbcrt10u1p4sgtd9pp5wgddrmlausu05edz0zvwrtmc7qhhdk4gzz7gjsnph9k4j5hc566sdq9w3jkzcqzzsxqyz5vqsp5twpq55m0vdwt4kv9u6c6u9d0sc7pllax8kdcfuyasu2gkqz39ndq9qxpqysgq30cf38fuqqm9sdr4wrl8hflyey3p0lrjk6twju0fvz3vvv2e6lgjlsyzt99sx5ywvup3khj5dqwjuv8qy8ze8n3ktvg0jqku4xkwwvqpmyztpt",
  hop: "lnbcrt50n1p4swhu5pp58lxjsdgr7yldzmurj3ptndz9fjlylkkpr4a55jr9vxrnapvsldfqdqqcqzzsxqyz5vqrzjqw2zjlyh7tqyrhtstcp9zsy8ad670lyz23l4zltj7hruzetk74ju7qqqqqqqqqps8yqqqqqpqqqqqqsq9qsp5dx7lmucjkskf9dktxn0fpzkw2fan0h7vtwv7fs4tmlgp8qxjtuxs9qxpqysgqwgkk7mvdhz8rlmcwsvet334hw2g7dzt4h5q22uqnqqksk4fjrrs4dzepct97fx05pm5jp8hxgf5s2zxylrqre358h59dt4l44uz82dgqcctrjx",
  fallback:
    "lnbcrt50n1p4swhu5pp55y6u0vwyw46f6xa6krxh2hq9uq5ysaee0fm0tlg46j243mt3733qdqqcqzzsxqyz5vqfppqaucxmyqsaqyczywxly7zjgm39v5ksfdwsp58ysk3jttprekrlep9cknd7hxj5y36y6t7vl79e7y58qfxgxcy2dq9qxpqysgqm8mzq20ay8ncc2rzx8aq5yw0v0tnpuzr8ue4vra3slwmgh0mwsm4w2tl0mqf8rrnum7e5dtfp3wdxvfalf9swhnpuxmf9caksa70zvgpja2u25",
} as const;

test("a recorded request is read: amount, description, payee", () => {
  const tea = decodePaymentRequest(recorded.tea, regtest);
  assert.equal(tea.amountMsat, 1_000_000n);
  assert.equal(tea.description, "tea");
  assert.equal(tea.timestampUnix, 1_795_435_941);
  assert.equal(
    tea.destination.toString("hex"),
    "0394297c97f2c041dd705e02514087eb75e7fc82547f517d72f5c7c16576f565cf",
  );
  assert.deepEqual(tea.features, [8, 14, 17, 25]);
  const [[hop] = []] = decodePaymentRequest(recorded.hop, regtest).routeHints;
  assert.equal(hop?.channelId, 12_345n);
  assert.equal(decodePaymentRequest(recorded.fallback, regtest).fallback?.version, 0);
});

test("a recorded request, read and written again, has the same text up to its signature", () => {
  const signatureAndChecksum = 110;
  for (const text of Object.values(recorded)) {
    const { destination: _payee, ...request } = decodePaymentRequest(text, regtest);
    const again = encodePaymentRequest(request, () => ({
      signature: Buffer.alloc(64),
      recoveryId: 0,
    }));
    assert.equal(again.slice(0, -signatureAndChecksum), text.slice(0, -signatureAndChecksum));
  }
});

test("whoever signs a request is its payee, whatever it says", () => {
  const key = Buffer.alloc(32, 7);
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => Buffer.from(array));
  fc.assert(
    fc.property(
      bytes,
      fc.bigInt({ min: 1n, max: 2n ** 53n }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.integer({ min: 1, max: 31_536_000 }),
      (paymentHash, amountMsat, description, expirySeconds) => {
        const request: PaymentRequest = {
          networkPrefix: "bcrt",
          amountMsat,
          timestampUnix: 1_795_000_000,
          paymentHash,
          paymentAddr: paymentHash,
          description,
          expirySeconds,
          minFinalCltvDelta: 80,
          routeHints: [],
          features: [8, 14, 17, 25],
        };
        const text = encodePaymentRequest(request, (digest) => signDigest(key, digest));
        const { destination, ...decoded } = decodePaymentRequest(text, regtest);
        assert.deepEqual(decoded, request);
        assert.equal(
          destination.toString("hex"),
          "02989c0b76cb563971fdc9bef31ec06c3560f3249d6ee9e5d83c57625596e05f6f",
        );
      },
    ),
    { numRuns: 25 },
  );
});

test("an amount is written in the shortest of its units", () => {
  const written = [
    [1_000_000n, "10u"],
    [1500n, "15n"],
    [1n, "10p"],
    [123_456_789_012n, "1234567890120p"],
    [100_000_000_000n, "1"],
    [50_000_000_000n, "500m"],
  ] as const;
  for (const [msat, text] of written) {
    assert.equal(encodeAmount(msat), text);
    assert.equal(decodeAmount(text), msat);
  }
});

test("what is no request is refused in lnd's words", () => {
  const refusals = [
    ["", "invalid bech32 string length 0"],
    ["lnbcrt1bad", "invalid index of 1"],
    ["Lnbcrt10u1p", "string not all lowercase or all uppercase"],
    [`${recorded.tea.slice(0, -1)}a`, "checksum failed. Expected myztpt, got myztpa."],
    ["bcrt1qaucxmyqsaqyczywxly7zjgm39v5ksfdwd757ph", 'prefix should be "ln"'],
  ] as const;
  for (const [text, message] of refusals) {
    assert.throws(() => decodePaymentRequest(text, regtest), { code: "UNKNOWN", message });
  }
  assert.throws(() => decodePaymentRequest(recorded.tea, { name: "testnet", prefix: "tb" }), {
    message: "invoice not for current active network 'testnet'",
  });
  for (const [text, message] of [
    ["5x", "unknown multiplier x"],
    ["p", "number must be non-empty"],
    ["9p", "minimum amount is 10p"],
    ["11p", "amount 11 pBTC not expressible in msat"],
    ["1-m", 'strconv.ParseUint: parsing "1-": invalid syntax'],
  ] as const) {
    assert.throws(() => decodeAmount(text), { message });
  }
});
