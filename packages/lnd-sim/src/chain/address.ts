import { createHash } from "node:crypto";
import { schnorr, secp256k1 } from "@noble/curves/secp256k1.js";
import { ripemd160 } from "@noble/hashes/legacy.js";
import { bech32, bech32m, createBase58check } from "@scure/base";
import type { FallbackAddress } from "../payment-request/payment-request.ts";
import type { NetworkParams } from "./network-params.ts";

/** The three kinds of addresses that lnd makes. */
export type AddressKind = "nested" | "witness" | "taproot";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
const hash160 = (bytes: Uint8Array) => Buffer.from(ripemd160(sha256(bytes)));
const base58 = createBase58check(sha256);

/** The address of a compressed public key. */
export function addressOf(
  publicKey: Uint8Array,
  kind: AddressKind,
  network: NetworkParams,
): string {
  if (kind === "witness") return writeAddress({ version: 0, program: hash160(publicKey) }, network);
  if (kind === "taproot") {
    return writeAddress({ version: 1, program: taprootOutputKey(publicKey) }, network);
  }
  const script = Buffer.concat([Buffer.from([0x00, 0x14]), hash160(publicKey)]);
  return writeAddress({ version: 18, program: hash160(script) }, network);
}

/** The key that a taproot output without scripts is locked to. Mirrors: BIP 86. */
function taprootOutputKey(publicKey: Uint8Array): Buffer {
  const internal = publicKey.subarray(1);
  const tweak = schnorr.utils.taggedHash("TapTweak", internal);
  const even = secp256k1.Point.fromBytes(Buffer.concat([Buffer.from([0x02]), internal]));
  const output = even.add(
    secp256k1.Point.BASE.multiply(BigInt(`0x${Buffer.from(tweak).toString("hex")}`)),
  );
  return Buffer.from(output.toBytes(true).subarray(1));
}

/** An address as text. A program that no address can hold gives an empty text. */
export function writeAddress(address: FallbackAddress, network: NetworkParams): string {
  const { version, program } = address;
  switch (version) {
    case 0:
      return bech32.encode(network.segwitPrefix, [0, ...bech32.toWords(program)]);
    case 1:
      return bech32m.encode(network.segwitPrefix, [1, ...bech32m.toWords(program)]);
    case 17:
      return base58.encode(Buffer.from([network.publicKeyHashVersion, ...program]));
    case 18:
      return base58.encode(Buffer.from([network.scriptHashVersion, ...program]));
    default:
      return "";
  }
}

/** What became of a text that should be an address. */
export type ReadAddress =
  | { readonly outcome: "address"; readonly address: FallbackAddress }
  | { readonly outcome: "otherNetwork" }
  | { readonly outcome: "unknown" };

const segwitPrefixes = ["bc", "tb", "sb", "bcrt"];

/** Reads an address. Mirrors: btcutil DecodeAddress and IsForNet. */
export function readAddress(text: string, network: NetworkParams): ReadAddress {
  const segwit = /^([a-z]+)1[a-z0-9]+$/.exec(text.toLowerCase());
  if (segwit !== null && segwitPrefixes.includes(segwit[1] ?? "")) {
    const address = readSegwit(text);
    if (address === undefined) return { outcome: "unknown" };
    return segwit[1] === network.segwitPrefix
      ? { outcome: "address", address }
      : { outcome: "otherNetwork" };
  }
  return readBase58(text, network);
}

function readSegwit(text: string): FallbackAddress | undefined {
  for (const [version, codec] of [
    [0, bech32],
    [1, bech32m],
  ] as const) {
    const decoded = codec.decodeUnsafe(text as `${string}1${string}`);
    if (decoded === undefined || decoded.words[0] !== version) continue;
    const program = codec.fromWordsUnsafe(decoded.words.slice(1));
    const lengths = version === 0 ? [20, 32] : [32];
    if (program && lengths.includes(program.length)) {
      return { version, program: Buffer.from(program) };
    }
  }
  return undefined;
}

function readBase58(text: string, network: NetworkParams): ReadAddress {
  let bytes: Uint8Array;
  try {
    bytes = base58.decode(text);
  } catch {
    return { outcome: "unknown" };
  }
  const [version, program] = [bytes[0], Buffer.from(bytes.subarray(1))];
  if (program.length !== 20) return { outcome: "unknown" };
  if (version === network.publicKeyHashVersion) {
    return { outcome: "address", address: { version: 17, program } };
  }
  return version === network.scriptHashVersion
    ? { outcome: "address", address: { version: 18, program } }
    : { outcome: "unknown" };
}
