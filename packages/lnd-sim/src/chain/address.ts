import { createHash } from "node:crypto";
import { schnorr, secp256k1 } from "@noble/curves/secp256k1.js";
import { ripemd160 } from "@noble/hashes/legacy.js";
import { base58, bech32, bech32m, createBase58check } from "@scure/base";
import { LndError } from "../errors.ts";
import { readHex } from "../invoices/read-hex.ts";
import { parsePublicKey } from "../payment-request/parse-public-key.ts";
import type { FallbackAddress } from "../payment-request/payment-request.ts";
import type { NetworkParams } from "./network-params.ts";
import { looksLikeSegwit, readSegwitAddress } from "./segwit-address.ts";

/** The three kinds of addresses that lnd makes. */
export type AddressKind = "nested" | "witness" | "taproot";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
const hash160 = (bytes: Uint8Array) => Buffer.from(ripemd160(sha256(bytes)));
const base58check = createBase58check(sha256);

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
      return base58check.encode(Buffer.from([network.publicKeyHashVersion, ...program]));
    case 18:
      return base58check.encode(Buffer.from([network.scriptHashVersion, ...program]));
    default:
      return "";
  }
}

/** An address that was read; of a public key, which is one too in an old way, no script comes. */
export type ReadAddress =
  | { readonly kind: "script"; readonly address: FallbackAddress; readonly isForNetwork: boolean }
  | { readonly kind: "publicKey" };

/** Reads an address. Throws LndError with what is wrong with it. Mirrors: btcutil DecodeAddress. */
export function readAddress(text: string, network: NetworkParams): ReadAddress {
  if (looksLikeSegwit(text)) {
    const { prefix, ...address } = readSegwitAddress(text);
    return { kind: "script", address, isForNetwork: prefix === network.segwitPrefix };
  }
  if (text.length === 66 || text.length === 130) {
    parsePublicKey(readHex(text));
    return { kind: "publicKey" };
  }
  return { kind: "script", address: readBase58(text, network), isForNetwork: true };
}

function readBase58(text: string, network: NetworkParams): FallbackAddress {
  const bytes = decodeBase58(text);
  const sum = sha256(sha256(bytes.subarray(0, -4))).subarray(0, 4);
  if (!bytes.subarray(-4).equals(sum)) throw new LndError("refusedValue", "checksum mismatch");
  const [version, program] = [bytes[0], bytes.subarray(1, -4)];
  if (program.length !== 20) {
    throw new LndError("refusedValue", "decoded address is of unknown size");
  }
  if (version === network.publicKeyHashVersion) return { version: 17, program };
  if (version === network.scriptHashVersion) return { version: 18, program };
  throw new LndError("refusedValue", "unknown address type");
}

function decodeBase58(text: string): Buffer {
  let bytes: Uint8Array = new Uint8Array();
  // A text that is no base58 at all counts as one that is too short.
  if (/^[1-9A-HJ-NP-Za-km-z]*$/.test(text)) bytes = base58.decode(text);
  if (bytes.length < 5) {
    throw new LndError("refusedValue", "decoded address is of unknown format");
  }
  return Buffer.from(bytes);
}
