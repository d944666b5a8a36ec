import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { addCaveat, parseMacaroon, serialiseMacaroon } from "@leaderlab/lnd-sim/macaroon";
import { createCertificate } from "@leaderlab/rpc/certificate";
import { temporaryFolder } from "../testing/simulated-node.ts";
import { readMacaroon } from "./bound-macaroon.ts";
import { connectionOptions } from "./connection-options.ts";
import { globalFlags } from "./global-flags.ts";
import { parseFlags } from "./parse-flags.ts";

const folder = temporaryFolder();
const dir = folder.path;
const clock = createVirtualClock(Date.UTC(2026, 0, 1));
const macaroon = Buffer.concat([
  Buffer.from("0201036c6e640202696400000620", "hex"),
  Buffer.alloc(32),
]);
const { cert } = await createCertificate({
  curve: "P-256",
  hash: "SHA-256",
  name: [["CN", "node"]],
  dnsNames: ["localhost"],
  ipAddresses: [],
  notBefore: 0,
  notAfter: 1e12,
  keyUsage: ["digitalSignature"],
  extendedKeyUsage: ["serverAuth"],
  serialNumber: createSeededRandom(4).nextBytes(16),
});
const networkFolder = `${dir}/data/chain/bitcoin/regtest`;
mkdirSync(networkFolder, { recursive: true });
writeFileSync(`${dir}/tls.cert`, cert);
writeFileSync(`${networkFolder}/admin.macaroon`, macaroon);
writeFileSync(`${dir}/text`, "no certificate, no macaroon");
after(() => folder[Symbol.dispose]());

const options = (argv: readonly string[], needsMacaroon = true) =>
  connectionOptions(parseFlags(globalFlags({}), argv, {}).flags, {
    variables: {},
    clock,
    ...(needsMacaroon && { readMacaroon }),
  });
const constrained = (conditions: readonly string[]) =>
  serialiseMacaroon(conditions.reduce(addCaveat, parseMacaroon(macaroon))).toString("hex");
const here = [`--lnddir=${dir}`, "--network=regtest"];

test("a node's folder says which certificate and which macaroon", () => {
  const { server, tls, metadata } = options([...here, "--rpcserver=127.0.0.1:1"]);
  assert.deepEqual(server, { kind: "tcp", host: "127.0.0.1", port: 1, shown: "127.0.0.1:1" });
  assert.equal(tls?.ca?.toString(), cert);
  const bound = constrained(["time-before 2026-01-01T00:01:00.000Z"]);
  assert.deepEqual(metadata, { macaroon: bound });
});

test("a verb that needs no macaroon, and --no-macaroons, send none and look for none", () => {
  assert.deepEqual(options([`--lnddir=${dir}`], false).metadata, {});
  assert.deepEqual(options([`--lnddir=${dir}`, "--no-macaroons"]).metadata, {});
});

test("a macaroon gets the limits that are asked for", () => {
  const { metadata } = options([...here, "--macaroontimeout=1", "--macaroonip=::1"]);
  const conditions = ["time-before 2026-01-01T00:00:01.000Z", "ipaddr ::1"];
  assert.equal(metadata["macaroon"], constrained(conditions));
  const farthest = options([...here, "--macaroontimeout=9223372036854775807"]);
  assert.match(Buffer.from(farthest.metadata["macaroon"] ?? "", "hex").toString(), /9999-12-31/);
});

test("--lnddir beats --tlscertpath, which counts only without it; an empty one means the system's", () => {
  assert.throws(() => options([`--tlscertpath=${dir}/nope`, "-n=regtest", "--lnddir=~/.lnd"]), {
    message: `could not load global options: could not load TLS cert file: open ${dir}/nope: no such file or directory`,
  });
  assert.equal(options([...here, "--tlscertpath=/nope"]).tls?.ca?.toString(), cert);
  assert.deepEqual(options(["--tlscertpath="], false).tls, {});
  assert.equal(options(["--insecure"], false).tls, undefined);
});

test("what the options name and is not there is told in lncli's words, in its order", () => {
  const start = "could not load global options: ";
  const refusals = [
    [["--profile=x"], `${start}leaderlab does not simulate lncli's --profile`],
    [["--socksproxy=x:1"], `${start}leaderlab does not simulate lncli's --socksproxy`],
    [[...here, "--network=Main"], `${start}unknown network: main`],
    [
      ["--lnddir=/no"],
      `${start}could not load TLS cert file: open /no/tls.cert: no such file or directory`,
    ],
    [[...here, "--metadata=a"], `${start}invalid format for metadata flag; expected "key:value"`],
    [
      [`--lnddir=${dir}`],
      `${start}unable to read macaroon path (check the network setting!): open ${dir}/data/chain/bitcoin/mainnet/` +
        "admin.macaroon: no such file or directory",
    ],
    [
      [...here, `--macaroonpath=${dir}/text`],
      `${start}unable to decode macaroon: cannot determine data format of binary-encoded macaroon`,
    ],
    [
      [`--tlscertpath=${dir}/text`, "--no-macaroons"],
      "could not create cert pool: credentials: failed to append certificate",
    ],
    [[...here, "--macfromjar=x"], "macaroon with name 'x' not found in profile"],
    [[...here, "--macaroonip=x"], "incorrect macaroon IP-lock address"],
  ] as const;
  for (const [argv, message] of refusals) {
    assert.throws(() => options(argv), { name: "LncliError", message });
  }
  assert.doesNotThrow(() => options([...here, "--macfromjar=admin.macaroon"]));
});

test("a file that holds no macaroon is refused in the words of Go's library", () => {
  const refusals = [
    [Buffer.alloc(0), "empty macaroon data"],
    [Buffer.from("#!/bin/sh"), "cannot determine data format of binary-encoded macaroon"],
    [Buffer.from([2]), "unmarshal v2: section extends past end of buffer"],
    [macaroon.subarray(0, -1), "unmarshal v2: field data extends past end of buffer"],
    [Buffer.from("0201036c6e"), "unmarshal v1: packet size too big"],
    [Buffer.from("0"), "unmarshal v1: packet too short"],
  ] as const;
  for (const [bytes, reason] of refusals) {
    writeFileSync(`${dir}/bent`, bytes);
    assert.throws(() => options([...here, `--macaroonpath=${dir}/bent`]), {
      name: "LncliError",
      message: `could not load global options: unable to decode macaroon: ${reason}`,
    });
  }
});
