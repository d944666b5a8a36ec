import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { jwtKeys } from "./jwt-keys.ts";
import { JwtTokens } from "./jwt-tokens.ts";

const pairs = {
  RSA: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  EC256: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  EC384: generateKeyPairSync("ec", { namedCurve: "P-384" }),
  EC521: generateKeyPairSync("ec", { namedCurve: "P-521" }),
  Ed: generateKeyPairSync("ed25519"),
} as const;
type Pair = keyof typeof pairs;

const pem = (key: KeyObject, type: "pkcs8" | "spki" | "pkcs1" | "sec1"): Buffer =>
  Buffer.from(key.export({ format: "pem", type: type as "pkcs8" }) as string);
const privatePem = (pair: Pair) => pem(pairs[pair].privateKey, "pkcs8");
const publicPem = (pair: Pair) => pem(pairs[pair].publicKey, "spki");
const secret = Buffer.from("abc");

const keysOf: Readonly<Record<string, Pair | undefined>> = {
  ...{ HS256: undefined, HS384: undefined, HS512: undefined },
  ...{ RS256: "RSA", RS384: "RSA", RS512: "RSA", PS256: "RSA", PS384: "RSA", PS512: "RSA" },
  ...{ ES256: "EC256", ES384: "EC384", ES512: "EC521", EdDSA: "Ed" },
};

const login = { userName: "alice", authRevision: 5, raftIndex: 8 };

for (const [method, pair] of Object.entries(keysOf)) {
  test(`a token of ${method} says who was given it and when, and what it is`, async () => {
    const clock = createVirtualClock();
    const keys = jwtKeys(method, pair === undefined ? secret : privatePem(pair), undefined);
    const tokens = new JwtTokens({ method, keys, ttlMs: 60_000, unixNow: () => clock.unixNow() });
    const token = await tokens.assign(login);
    const [header, claims] = token
      .split(".")
      .map((part) => Buffer.from(part, "base64url").toString());
    assert.equal(header, `{"alg":"${method}","typ":"JWT"}`);
    const exp = Math.floor(clock.unixNow() / 1000) + 60;
    assert.equal(claims, `{"exp":${exp},"revision":5,"username":"alice"}`);
    const bearer = await tokens.read(token);
    assert.deepEqual(bearer(9), { userName: "alice", authRevision: 5 });
    await clock.advance(60_000);
    assert.equal(bearer(9), undefined, "it ends while a stream goes on");
    assert.equal((await tokens.read(token))(9), undefined);
  });
}

test("with the public key alone tokens are known and cannot be made", async () => {
  const clock = createVirtualClock();
  const options = { method: "ES256", ttlMs: 60_000, unixNow: () => clock.unixNow() };
  const makes = new JwtTokens({
    ...options,
    keys: jwtKeys("ES256", privatePem("EC256"), publicPem("EC256")),
  });
  const knows = new JwtTokens({
    ...options,
    keys: jwtKeys("ES256", undefined, publicPem("EC256")),
  });
  const bearer = await knows.read(await makes.assign(login));
  assert.equal(bearer(9)?.userName, "alice");
  await assert.rejects(knows.assign(login), { reason: "keyVerifiesOnly" });
});

test("a key of another curve makes no token, in golang-jwt's words", async () => {
  const keys = jwtKeys("ES256", privatePem("EC384"), undefined);
  const tokens = new JwtTokens({ method: "ES256", keys, ttlMs: 1000, unixNow: () => 0 });
  await assert.rejects(tokens.assign(login), { code: "UNKNOWN", message: "key is invalid" });
});

const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
const short = generateKeyPairSync("rsa", { modulusLength: 1024 });
const noPem = "invalid key: Key must be a PEM encoded PKCS1 or PKCS8 key";
const refused: readonly (readonly [string, Buffer | undefined, Buffer | undefined, string])[] = [
  ["RS256", undefined, undefined, "auth: missing key data"],
  ["RS256", Buffer.alloc(0), undefined, "auth: missing key data"],
  ["HS256", undefined, publicPem("RSA"), "auth: missing key data"],
  ["RS256", Buffer.from("garbage"), undefined, noPem],
  ["EdDSA", undefined, Buffer.from("garbage"), noPem],
  ["RS256", privatePem("EC256"), undefined, "key is not a valid RSA private key"],
  ["ES256", privatePem("Ed"), undefined, "key is not a valid ECDSA private key"],
  ["EdDSA", privatePem("RSA"), undefined, "key is not a valid Ed25519 private key"],
  ["RS256", undefined, publicPem("Ed"), "key is not a valid RSA public key"],
  ["ES256", undefined, publicPem("RSA"), "key is not a valid ECDSA public key"],
  ["EdDSA", undefined, publicPem("EC256"), "key is not a valid Ed25519 public key"],
  [
    "ES256",
    pem(pairs.RSA.privateKey, "pkcs1"),
    undefined,
    "x509: failed to parse private key (use ParsePKCS1PrivateKey instead for this key format)",
  ],
  [
    "RS256",
    pem(pairs.EC256.privateKey, "sec1"),
    undefined,
    "x509: failed to parse private key (use ParseECPrivateKey instead for this key format)",
  ],
  [
    "RS256",
    privatePem("RSA"),
    pem(other.publicKey, "spki"),
    "auth: public and private keys don't match",
  ],
  [
    "RS256",
    pem(short.privateKey, "pkcs8"),
    undefined,
    "leaderlab does not simulate --auth-token with an RSA key of less than 2048 bits",
  ],
];

test("keys that do not fit are refused in etcd's words", () => {
  for (const [method, privateBytes, publicBytes, message] of refused) {
    assert.throws(() => jwtKeys(method, privateBytes, publicBytes), { message, exitCode: 1 });
  }
});

test("keys are taken in every form that Go takes", () => {
  jwtKeys("RS256", pem(pairs.RSA.privateKey, "pkcs1"), pem(pairs.RSA.publicKey, "pkcs1"));
  jwtKeys("ES256", pem(pairs.EC256.privateKey, "sec1"), publicPem("EC256"));
  const label = (text: Buffer) => Buffer.from(text.toString().replaceAll("PRIVATE KEY", "X"));
  jwtKeys("EdDSA", label(privatePem("Ed")), publicPem("Ed"));
});
