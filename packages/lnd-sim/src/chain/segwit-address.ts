import { LndError } from "../errors.ts";
import { checksumText, toBytes, toValues } from "../payment-request/bech32-words.ts";
import type { FallbackAddress } from "../payment-request/payment-request.ts";

/** What an address begins with, on any of the networks. */
const prefixes = ["bc", "tb", "bcrt", "sb"];
const [leastLength, mostLength, checksumLength] = [8, 90, 6];

/** A segwit address, and the prefix that says its network. */
export interface SegwitAddress extends FallbackAddress {
  readonly prefix: string;
}

/** Whether a text begins as a segwit address does. Mirrors: btcd chaincfg.IsBech32SegwitPrefix. */
export function looksLikeSegwit(text: string): boolean {
  const one = text.lastIndexOf("1");
  return one > 1 && prefixes.includes(text.slice(0, one).toLowerCase());
}

/** Reads a segwit address. Throws LndError. Mirrors: btcutil DecodeAddress, decodeSegWitAddress, bech32.DecodeGeneric. */
export function readSegwitAddress(text: string): SegwitAddress {
  const { prefix, words, kind } = readBech32(text);
  const [version, ...rest] = words;
  if (version === undefined) throw invalid("no witness version");
  if (version > 16) throw invalid(`invalid witness version: ${version}`);
  const program = toBytes(rest);
  const { length } = program;
  if (length < 2 || length > 40) throw invalid("invalid data length");
  if (version === 0 && length !== 20 && length !== 32) {
    throw invalid(`invalid data length for witness version 0: ${length}`);
  }
  const wanted = version === 0 ? "bech32" : "bech32m";
  if (version <= 1 && kind !== wanted) {
    throw invalid(
      `invalid checksum expected ${wanted} encoding for address with witness version ${version}`,
    );
  }
  if (version > 1) throw invalid(`unsupported witness version: ${version}`);
  if (length !== 20 && length !== 32) {
    throw invalid(`unsupported witness program length: ${length}`);
  }
  return { version, program, prefix };
}

function readBech32(text: string) {
  if (text.length < leastLength || text.length > mostLength) {
    throw invalid(`invalid bech32 string length ${text.length}`);
  }
  const strange = /[^\x21-\x7e]/.exec(text);
  if (strange !== null) throw invalid(`invalid character in string: '${strange[0]}'`);
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) {
    throw invalid("string not all lowercase or all uppercase");
  }
  const one = lower.lastIndexOf("1");
  if (one + 1 + checksumLength > lower.length) throw invalid(`invalid separator index ${one}`);
  const prefix = lower.slice(0, one);
  const values = toValues(lower.slice(one + 1));
  const wrong = values.indexOf(-1);
  if (wrong >= 0) {
    throw invalid(`invalid character not part of charset: ${lower.charCodeAt(one + 1 + wrong)}`);
  }
  const words = values.slice(0, -checksumLength);
  const given = lower.slice(-checksumLength);
  const [plain, later] = [
    checksumText(prefix, words, "bech32"),
    checksumText(prefix, words, "bech32m"),
  ];
  if (given === plain) return { prefix, words, kind: "bech32" } as const;
  if (given === later) return { prefix, words, kind: "bech32m" } as const;
  // The library writes the second checksum behind the first one, where it should write it alone.
  throw invalid(
    `invalid checksum (expected (bech32=${plain}, bech32m=${plain}${later}), got ${given})`,
  );
}

function invalid(reason: string): LndError {
  return new LndError("refusedValue", reason);
}
