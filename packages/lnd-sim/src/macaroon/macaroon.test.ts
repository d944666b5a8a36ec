import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createSeededRandom } from "@leaderlab/clock";
import fc from "fast-check";
import { LndError } from "../errors.ts";
import { authorizeCall, type MacaroonCall } from "./authorize.ts";
import { bakeMacaroon } from "./bake.ts";
import { parseMacaroon, serialiseMacaroon } from "./macaroon.ts";
import { macaroonFiles } from "./macaroon-files.ts";
import { decodeMacaroonId, encodeMacaroonId } from "./macaroon-id.ts";
import { permissionsOf } from "./method-permissions.ts";
import { canonical, formatPermission, parsePermissions } from "./permission.ts";
import { verifySignature } from "./signature.ts";

/** The admin macaroon of a real lnd (master). */
const realAdmin =
  "0201036c6e64029202030a10cebd0160e7a27b6d70afd2a103a650f01201301a160a07616464726573731204" +
  "72656164120577726974651a130a04696e666f120472656164120577726974651a170a08696e766f69636573" +
  "120472656164120577726974651a210a086d616361726f6f6e120867656e6572617465120472656164120577" +
  "726974651a160a076d657373616765120472656164120577726974651a170a086f6666636861696e12047265" +
  "6164120577726974651a160a076f6e636861696e120472656164120577726974651a140a0570656572731204" +
  "72656164120577726974651a180a0c72656d6f74657369676e6572120867656e65726174651a180a06736967" +
  "6e6572120867656e657261746512047265616400000620c6f7277cdb7ee92e71f7048f14e7ae9731bbcbd3c9" +
  "6997b4bd64132f33cdaf81";

const rootKey = Buffer.from(Array.from({ length: 32 }, (_byte, index) => index + 1));
const findRootKey = (id: string) => (id === "0" ? rootKey : undefined);
const getInfo = "/lnrpc.Lightning/GetInfo";

const bake = (permissions: string, caveats: readonly string[] = []) =>
  bakeMacaroon({
    rootKey,
    permissions: parsePermissions(permissions),
    random: createSeededRandom(1),
    caveats,
  }).toString("hex");

/** Why a call is refused; empty when it passes. */
async function refusalOf(call: Partial<MacaroonCall>): Promise<string> {
  const facts = { nowUnixMs: Date.UTC(2026, 10, 23), peerIp: "127.0.0.1" };
  try {
    await authorizeCall({ path: getInfo, macaroons: [], ...facts, ...call }, findRootKey);
    return "";
  } catch (error) {
    assert.ok(error instanceof LndError);
    return error.message;
  }
}

test("a real admin macaroon is read and written again byte for byte", () => {
  const bytes = Buffer.from(realAdmin, "hex");
  const macaroon = parseMacaroon(bytes);
  assert.equal(macaroon.location, "lnd");
  assert.deepEqual(serialiseMacaroon(macaroon), bytes);
  const id = decodeMacaroonId(macaroon.id);
  assert.equal(id.rootKeyId.toString(), "0");
  assert.deepEqual(encodeMacaroonId(id), macaroon.id);
  assert.deepEqual(id.permissions, canonical(macaroonFiles.admin.permissions));
});

test("the eight files have the names, modes and sizes of a real lnd's", () => {
  const random = createSeededRandom(1);
  const files = Object.values(macaroonFiles).map(({ name, permissions, mode }) => [
    name,
    mode.toString(8),
    bakeMacaroon({ rootKey, permissions, random }).length,
  ]);
  assert.deepEqual(files, [
    ["invoice.macaroon", "644", 132],
    ["readonly.macaroon", "644", 217],
    ["admin.macaroon", "640", 319],
    ["signer.macaroon", "644", 92],
    ["walletkit.macaroon", "644", 114],
    ["chainnotifier.macaroon", "644", 83],
    ["invoices.macaroon", "644", 91],
    ["router.macaroon", "644", 91],
  ]);
});

test("a macaroon that was bent is refused with the words of a real lnd, one that holds passes", async () => {
  const recorded = readFileSync(new URL("./recorded-macaroons.tsv", import.meta.url), "utf8");
  const rows = recorded.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  assert.ok(rows.length > 60);
  for (const row of rows) {
    const [name, hex = "", answer] = row.split("\t");
    assert.equal(await refusalOf({ macaroons: [hex] }), answer, name);
  }
});

test("a call brings exactly one macaroon, in hexadecimal digits", async () => {
  const hex = bake("info:read");
  assert.equal(await refusalOf({ macaroons: [] }), "expected 1 macaroon, got 0");
  assert.equal(await refusalOf({ macaroons: [hex, hex] }), "expected 1 macaroon, got 2");
  assert.equal(await refusalOf({ macaroons: ["zz"] }), "encoding/hex: invalid byte: U+007A 'z'");
  assert.equal(await refusalOf({ macaroons: ["0\n"] }), "encoding/hex: invalid byte: U+000A");
  assert.equal(await refusalOf({ macaroons: [hex.toUpperCase()] }), "");
});

test("a macaroon of another root key is refused", async () => {
  const mismatch = "verification failed: signature mismatch after caveat verification";
  assert.equal(await refusalOf({ macaroons: [realAdmin] }), mismatch);
});

test("a macaroon permits what it was baked for and nothing else", async () => {
  const readonly = macaroonFiles.readonly.permissions.map(formatPermission).join(" ");
  const stop = "/lnrpc.Lightning/StopDaemon";
  assert.equal(await refusalOf({ macaroons: [bake(readonly)] }), "");
  assert.equal(await refusalOf({ macaroons: [bake(readonly)], path: stop }), "permission denied");
  assert.equal(await refusalOf({ macaroons: [bake("info:write")], path: stop }), "");
  assert.equal(await refusalOf({ macaroons: [bake(`uri:${stop}`)], path: stop }), "");
});

test("a method that needs two permissions is not had for one", async () => {
  const path = "/lnrpc.Lightning/OpenChannelSync";
  const needed = permissionsOf(path)?.map(formatPermission);
  assert.deepEqual(needed, ["onchain:write", "offchain:write"]);
  assert.equal(await refusalOf({ macaroons: [bake("onchain:write")], path }), "permission denied");
  assert.equal(await refusalOf({ macaroons: [bake("onchain:write offchain:write")], path }), "");
});

test("a method that lnd does not have is refused whatever the macaroon", async () => {
  const path = "/lnrpc.Lightning/Nope";
  const macaroons = [bake(`uri:${path}`)];
  const refusal = `${path}: unknown permissions required for method`;
  assert.equal(await refusalOf({ macaroons, path }), refusal);
});

test("a caveat can be added by anybody and taken off by nobody", () => {
  const bytes = Buffer.from(bake("info:read", ["ipaddr 10.0.0.1"]), "hex");
  const macaroon = parseMacaroon(bytes);
  assert.deepEqual(verifySignature(macaroon, rootKey), ["ipaddr 10.0.0.1"]);
  const freed = { ...macaroon, caveats: [] };
  assert.throws(() => verifySignature(freed, rootKey), /signature mismatch/);
});

test("a time-before caveat holds until its moment, in any time zone", async () => {
  const macaroons = [bake("info:read", ["time-before 2026-01-01T01:00:00.5+01:00"])];
  const moment = Date.UTC(2026, 0, 1) + 500;
  assert.equal(await refusalOf({ macaroons, nowUnixMs: moment - 1 }), "");
  assert.match(await refusalOf({ macaroons, nowUnixMs: moment }), /macaroon has expired$/);
});

test("an address caveat takes the caller's address however it is written", async () => {
  const macaroons = [bake("info:read", ["ipaddr ::ffff:10.0.0.1", "iprange 10.0.0.0/8"])];
  assert.equal(await refusalOf({ macaroons, peerIp: "10.0.0.1" }), "");
  assert.match(await refusalOf({ macaroons, peerIp: "10.0.0.2" }), /different IP address$/);
});

test("whatever bytes a macaroon is made of, it is read as it was written", () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
  const plain = { noNullPrototype: true };
  const caveat = fc.oneof(
    fc.record({ id: bytes }, plain).map((one) => ({
      ...one,
      verificationId: Buffer.alloc(0),
      location: "",
    })),
    fc.record({ id: bytes, verificationId: bytes, location: fc.string() }, plain),
  );
  const macaroon = fc.record(
    {
      location: fc.string(),
      id: bytes,
      caveats: fc.array(
        caveat.filter((one) => one.verificationId.length > 0 || one.location === ""),
        { maxLength: 4 },
      ),
      signature: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => Buffer.from(array)),
    },
    plain,
  );
  fc.assert(
    fc.property(macaroon, (written) => {
      assert.deepEqual(parseMacaroon(serialiseMacaroon(written)), written);
    }),
  );
});

test("no bytes make a reader fail in any other way than by refusing them", () => {
  const start = Buffer.from(realAdmin, "hex");
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat({ max: 319 }), (noise, length) => {
      for (const bytes of [
        Buffer.from(noise),
        Buffer.concat([Buffer.from([2]), noise]),
        Buffer.concat([start.subarray(0, length), noise]),
      ]) {
        try {
          decodeMacaroonId(parseMacaroon(bytes).id);
        } catch (error) {
          assert.ok(error instanceof LndError, String(error));
        }
      }
    }),
  );
});
