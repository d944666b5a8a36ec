import assert from "node:assert/strict";
import { test } from "node:test";
import { createSeededRandom } from "@leaderlab/clock";
import { LndError } from "./errors.ts";
import { crc32c } from "./seed/crc32c.ts";
import { nodePublicKey } from "./seed/node-key.ts";
import { decipherSeed, generateSeed } from "./seed.ts";

/** Made by lnd's own package aezeed (v0.20.1) with the production parameters. */
const realSeeds = [
  {
    entropy: "973b4d62c59d6f69ce8121c6f648dff9",
    salt: "8725e0732d",
    passphrase: "",
    unixSeconds: 2043170905,
    version: 0,
    words:
      "above head about range chase neglect pear recall talk famous frequent tree model jump " +
      "blind shoot range equip siren science crazy menu barely peace",
    enciphered: "008d4001d8e26b2828859bdd8a5572f3f8e8f1c5f634b1c98725e0732d1644a50e",
  },
  {
    entropy: "96e3051150089bfa9f3564e2a94c62ed",
    salt: "4e95617440",
    passphrase: "pass ü 2ed06895",
    unixSeconds: 1334694955,
    version: 2,
    words:
      "above sign leaf model voice inherit select gospel pipe barely van jazz balcony live " +
      "immune lumber candy second pipe seed dune hood timber junior",
    enciphered: "009909fac74f56e7b0d326a54253c4bbb11d055c6c2721584e95617440dab88bc9",
  },
  {
    entropy: "223623a53236648c1b83fa24c438783d",
    salt: "64ca510819",
    passphrase: "pass ü 4424490d",
    unixSeconds: 4220451355,
    version: 0,
    words:
      "ability world entire penalty globe mention deer finger move annual gift poem ladder " +
      "object hero attack spot lobster crater pear light soap fee attend",
    enciphered: "003fb52e514635160e52b790c12d875387c7301ad073d2d064ca5108199b552074",
  },
];

const words = (realSeeds[0]?.words ?? "").split(" ");

const refusedWith = (message: string) => (error: unknown) =>
  error instanceof LndError && error.message === message && error.code === "UNKNOWN";

test("a seed gets the very words that a real lnd gives it", async () => {
  for (const real of realSeeds) {
    const seed = await generateSeed({
      entropy: Buffer.from(real.entropy, "hex"),
      random: { nextBytes: () => Buffer.from(real.salt, "hex") },
      passphrase: Buffer.from(real.passphrase),
      birthdayUnixMs: real.unixSeconds * 1000,
      version: real.version,
    });
    assert.equal(seed.words.join(" "), real.words);
    assert.equal(seed.encipheredSeed.toString("hex"), real.enciphered);
  }
});

test("the words of a real lnd give its entropy back, and the day of their making", async () => {
  for (const real of realSeeds) {
    const seed = await decipherSeed(real.words.split(" "), Buffer.from(real.passphrase));
    assert.equal(seed.entropy.toString("hex"), real.entropy);
    assert.equal(seed.version, real.version);
    const ageMs = real.unixSeconds * 1000 - seed.birthdayUnixMs;
    assert.ok(ageMs >= 0 && ageMs < 86_400_000, `${ageMs} ms`);
  }
});

test("a new seed is of lnd's current version and differs from the last one", async () => {
  const random = createSeededRandom(1);
  const birthdayUnixMs = Date.UTC(2026, 0, 1);
  const one = await generateSeed({ random, birthdayUnixMs });
  const two = await generateSeed({ random, birthdayUnixMs });
  assert.equal(one.words.length, 24);
  assert.equal(one.encipheredSeed.length, 33);
  assert.notDeepEqual(one.words, two.words);
  const { version, entropy } = await decipherSeed(one.words, Buffer.alloc(0));
  assert.equal(version, 1);
  assert.equal(entropy.length, 16);
});

test("a word that is in no list is refused with its place, counted from 0", async () => {
  await assert.rejects(
    decipherSeed(["abandon"]),
    refusedWith("word  isn't a part of default word list (index=1)"),
  );
  await assert.rejects(
    decipherSeed([...words.slice(0, 23), "zzz"]),
    refusedWith("word zzz isn't a part of default word list (index=23)"),
  );
});

test("words in another order, of another version or under another passphrase are refused", async () => {
  const [first = "", second = "", ...rest] = words;
  await assert.rejects(
    decipherSeed([first, ...rest.slice(0, 1), second, ...rest.slice(1)]),
    refusedWith("mnemonic phrase checksum doesn't match"),
  );
  await assert.rejects(decipherSeed(["zoo", ...words.slice(1)]), refusedWith("wrong seed version"));
  await assert.rejects(
    decipherSeed(words, Buffer.from("password1")),
    refusedWith("invalid passphrase"),
  );
});

test("entropy of another length than 16 bytes is refused", async () => {
  const options = { entropy: Buffer.alloc(3), random: createSeededRandom(1), birthdayUnixMs: 0 };
  await assert.rejects(
    generateSeed(options),
    refusedWith("incorrect entropy length: expected 16 bytes, instead got 3 bytes"),
  );
});

test("more than 24 words are not looked at, as in lnd", async () => {
  const seed = await decipherSeed([...words, "zzz"]);
  assert.equal(seed.entropy.toString("hex"), realSeeds[0]?.entropy);
});

test("a node has the public key that a real lnd has with the same seed", () => {
  // Observed: GetInfo of a real lnd (v0.20.1) whose wallet was made from words of this entropy.
  const observed = [
    [
      "000102030405060708090a0b0c0d0e0f",
      "02a14ebdb9129db3dee2220dd26e01da2dba312dd086e61653c4faaebca3fb31c8",
    ],
    // A leading zero byte in the master key, in the coin's and in the family's makes no difference…
    [
      "983b05cb6abca17421465b58a5a31570",
      "031776f9851383e5675b6973cde1a5e0724070f39e0028c92af9397c2d3316a531",
    ],
    [
      "771a49882b63254004cd03f4a16aaa03",
      "0399c4369c9e21c8193484d4e04556469a699c3145284028ef0f39546f1d21b85f",
    ],
    [
      "8b82954c3c5c8249153fcaaf3b02c8f0",
      "02ad837b84a655a50abf2a69c881aff3c71b5937af7b54bfb9269e60ef02c8b2e3",
    ],
    // …but in the purpose's key it does: BIP32 gives other keys for these two.
    [
      "cf4580c82c794296f98e90963ee8f394",
      "03c69bfecbbda0a0297a61ae05aebe5c2ca3470cb841db6f090e2545c0c0a559d2",
    ],
    [
      "c60f0b0b4f2e9149ea7e29c3f431416b",
      "0386925b584a67affd435fef32b282235e7dd595ca17111e0c5b2bfdb544daf279",
    ],
  ] as const;
  for (const [entropy, publicKey] of observed) {
    assert.equal(nodePublicKey(Buffer.from(entropy, "hex"), 1), publicKey);
  }
});

test("on mainnet the same seed makes another node", () => {
  const entropy = Buffer.from("cf4580c82c794296f98e90963ee8f394", "hex");
  const observed = "02ee1952d66510f9596a53478a7f6e58413912caafbbbff5fd482ceb64e351d1e6";
  assert.equal(nodePublicKey(entropy, 0), observed);
});

test("a checksum is CRC-32C", () => {
  assert.equal(crc32c(Buffer.from("123456789")), 0xe3069283);
});
