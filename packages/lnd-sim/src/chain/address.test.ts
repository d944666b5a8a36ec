import assert from "node:assert/strict";
import { test } from "node:test";
import { createNodeKeys } from "../node-keys.ts";
import { deriveAccountKey } from "../seed/node-key.ts";
import { decipherSeed } from "../seed.ts";
import { addressOf, readAddress, writeAddress } from "./address.ts";
import { networkParams } from "./network-params.ts";

const words =
  "abstract joke essay rely weekend bar ivory picnic speak matrix arrange hospital worry rapid inject razor search stage buddy mention forward sniff system prevent";
const regtest = networkParams("regtest");

test("a seed's first addresses are those that a real lnd gave for the same seed", async () => {
  const { entropy } = await decipherSeed(words.split(" "));
  const first = (purpose: number, index: number) => {
    const { publicKey } = deriveAccountKey(entropy, { purpose, coinType: 0, account: 0 })
      .deriveChild(0)
      .deriveChild(index);
    assert.ok(publicKey !== null);
    return publicKey;
  };
  assert.equal(
    addressOf(first(84, 0), "witness", regtest),
    "bcrt1qe2g93tdmhnmt72sj354hj4nxfh8qxw8kxw9e63",
  );
  assert.equal(
    addressOf(first(84, 1), "witness", regtest),
    "bcrt1q63vgjzpvz8l6aj0yn8u9kadm280d3exy6a4006",
  );
  assert.equal(addressOf(first(49, 0), "nested", regtest), "2N6pqcUiAZg47QBMVsFW7bTfDirnSwAiusj");
  assert.equal(
    addressOf(first(86, 0), "taproot", regtest),
    "bcrt1pw3g7syuqtjsz9yq0pt4djzak492hg6urceaek347amtm6alvjghsyt8jqa",
  );
});

test("a seed's keys of lnd's own families are those that a real lnd derived from it", async () => {
  const keys = createNodeKeys((await decipherSeed(words.split(" "))).entropy, 1);
  const derived = [
    [0, 0, "Ajl28jlJLMkwzl0DlGAOLx6/C50gygor4vgkY/hTr9Pk"],
    [5, 7, "Ah8VWvWRvraWKKgC14MfDBNr3n0Kn+RVp/tnQ9HX10VA"],
    [300, 0, "AoY5KT2kfF11iyE8oBMwcSGVGQ8cAOdxXkhn2Ez5EHi7"],
  ] as const;
  for (const [family, index, base64] of derived) {
    assert.equal(keys.ofFamily(family, index).toString("base64"), base64);
  }
  assert.deepEqual(keys.ofFamily(6, 0), keys.identity);
});

test("an address that was read is written the same, and one of another network is known as such", () => {
  for (const text of [
    "bcrt1qaucxmyqsaqyczywxly7zjgm39v5ksfdwd757ph",
    "bcrt1py97rmylmawyxpzzvxxnl95urx53h8sa4h3er5melrvjrmgmv3j6skka4p0",
    "2N1LGaGg836mqSQqiuUBLfcyGBhyZbremDX",
    "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn",
  ]) {
    const read = readAddress(text, regtest);
    assert.ok(read.kind === "script" && read.isForNetwork, text);
    assert.equal(writeAddress(read.address, regtest), text);
  }
  const mainnet = readAddress("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", regtest);
  assert.ok(mainnet.kind === "script" && !mainnet.isForNetwork);
});

test("what is no address is refused in the words of lnd's library", () => {
  const refusals = [
    ["nope", "decoded address is of unknown format"],
    ["xxxxxxxx", "checksum mismatch"],
    ["1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "unknown address type"],
    ["bcrt1q", "invalid bech32 string length 6"],
    ["Bcrt1qaucxmyqsaqyczywxly7zjgm39v5ksfdwd757ph", "string not all lowercase or all uppercase"],
    ["bcrt1qaucxmyqsaqyczywxly7zjgm39v5ksfdwb757ph", "invalid character not part of charset: 98"],
    [
      "bcrt1qaucxmyqsaqyczywxly7zjgm39v5ksfdwd757pq",
      "invalid checksum (expected (bech32=d757ph, bech32m=d757phczyjy4), got d757pq)",
    ],
    [`05${"94".repeat(32)}`, "invalid public key: unsupported format: 5"],
    [`02${"ff".repeat(32)}`, "invalid public key: x >= field prime"],
    [
      `02${"00".repeat(32)}`,
      `invalid public key: x coordinate ${"00".repeat(32)} is not on the secp256k1 curve`,
    ],
  ] as const;
  for (const [text, message] of refusals) {
    assert.throws(() => readAddress(text, regtest), { code: "UNKNOWN", message });
  }
});
