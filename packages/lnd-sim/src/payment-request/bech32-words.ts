import { LndError } from "../errors.ts";

/** The 32 digits of bech32, by their value. */
const charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const checksumWords = 6;

/** A text of bech32: a prefix that is readable, and words of five bits. */
export interface Bech32 {
  readonly prefix: string;
  /** Each from 0 to 31, without the checksum. */
  readonly words: readonly number[];
}

/** Writes prefix, words and checksum; a text of any length. */
export function encodeBech32({ prefix, words }: Bech32): string {
  return `${prefix}1${toChars([...words, ...checksumOf(prefix, words)])}`;
}

/**
 * Reads a text of bech32 of any length, in lower or in upper case. Throws LndError. Mirrors: lnd zpay32 decodeBech32,
 * whose order of checks this is.
 */
export function decodeBech32(text: string): Bech32 {
  const bytes = Buffer.from(text).toString("latin1");
  if (bytes.length < 8) throw new LndError("bech32Length", bytes.length);
  const strange = /[^\x21-\x7e]/.exec(bytes);
  if (strange !== null) throw new LndError("bech32Character", strange[0]);
  const lower = bytes.toLowerCase();
  if (bytes !== lower && bytes !== bytes.toUpperCase()) throw new LndError("bech32MixedCase");
  const one = lower.lastIndexOf("1");
  if (one < 1 || one + 1 + checksumWords > lower.length) throw new LndError("bech32Separator", one);
  const prefix = lower.slice(0, one);
  const all = [...lower.slice(one + 1)].map((character) => {
    const value = charset.indexOf(character);
    if (value < 0) throw new LndError("bech32Charset", character.charCodeAt(0));
    return value;
  });
  const words = all.slice(0, -checksumWords);
  const [expected, given] = [toChars(checksumOf(prefix, words)), lower.slice(-checksumWords)];
  if (expected !== given) throw new LndError("bech32Checksum", expected, given);
  return { prefix, words };
}

function toChars(words: readonly number[]): string {
  return words.map((word) => charset[word]).join("");
}

/** The constants that tell the two kinds of checksums apart. */
export const bech32Constants = { bech32: 1, bech32m: 0x2bc830a3 } as const;

/** The six characters that check a prefix and words. */
export function checksumText(
  prefix: string,
  words: readonly number[],
  kind: keyof typeof bech32Constants,
): string {
  return toChars(checksumOf(prefix, words, bech32Constants[kind]));
}

/** The values of characters; -1 for one that is no digit of bech32. */
export function toValues(text: string): readonly number[] {
  return [...text].map((character) => charset.indexOf(character));
}

function checksumOf(
  prefix: string,
  words: readonly number[],
  constant: number = bech32Constants.bech32,
): readonly number[] {
  const bytes = [...Buffer.from(prefix)];
  const expanded = [...bytes.map((byte) => byte >> 5), 0, ...bytes.map((byte) => byte & 31)];
  const sum = polymod([...expanded, ...words, 0, 0, 0, 0, 0, 0]) ^ constant;
  return Array.from({ length: checksumWords }, (_value, place) => (sum >> (5 * (5 - place))) & 31);
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, part] of generator.entries()) if ((top >> bit) & 1) sum ^= part;
  }
  return sum;
}

/** Bytes as words of five bits; the last word is filled up with zeros. */
export function toWords(bytes: Uint8Array): readonly number[] {
  return regroup([...bytes], 8, 5, true);
}

/** Words as bytes. With `pad` the last bits make a byte of their own; without, they must be zeros and too few for one. */
export function toBytes(words: readonly number[], pad = false): Buffer {
  return Buffer.from(regroup(words, 5, 8, pad));
}

/** Mirrors: btcutil bech32.ConvertBits. */
function regroup(
  groups: readonly number[],
  from: number,
  to: number,
  pad: boolean,
): readonly number[] {
  const regrouped: number[] = [];
  let [value, bits] = [0, 0];
  for (const group of groups) {
    value = ((value << from) | group) & 0xfff;
    bits += from;
    while (bits >= to) {
      bits -= to;
      regrouped.push((value >> bits) & ((1 << to) - 1));
    }
  }
  const rest = (value << (to - bits)) & ((1 << to) - 1);
  if (pad && bits > 0) regrouped.push(rest);
  if (!pad && (bits >= from || (bits > 0 && rest !== 0))) throw new LndError("bech32Padding");
  return regrouped;
}

/** A number as words without leading zeros; 0 is one word. */
export function numberToWords(value: number): readonly number[] {
  if (value === 0) return [0];
  const words: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 32)) words.unshift(rest % 32);
  return words;
}

/** The number that words write. Throws LndError for more than 13. */
export function wordsToNumber(words: readonly number[]): bigint {
  if (words.length > 13) throw new LndError("bech32Number", words.length);
  return BigInt.asUintN(
    64,
    words.reduce((value, word) => (value << 5n) | BigInt(word), 0n),
  );
}
