import { wordlist } from "@scure/bip39/wordlists/english.js";
import { LndError } from "../errors.ts";

/** How many words write a seed. */
export const seedWords = 24;

const bitsPerWord = 11n;
const indexOfWord = new Map(wordlist.map((word, index) => [word, index]));

/** 33 bytes as 24 words of 11 bits each. Mirrors: lnd aezeed cipherTextToMnemonic, with BIP39's English words. */
export function toWords(bytes: Buffer): readonly string[] {
  let number = BigInt(`0x${bytes.toString("hex")}`);
  const words: string[] = [];
  for (let place = 0; place < seedWords; place++) {
    words.unshift(wordlist[Number(number & 0x7ffn)] ?? "");
    number >>= bitsPerWord;
  }
  return words;
}

/**
 * The 33 bytes that 24 words write. A missing word counts as an empty one, and more than 24 are not looked at. Throws
 * LndError for the first word that is not in the list.
 */
export function fromWords(words: readonly string[]): Buffer {
  let number = 0n;
  for (let place = 0; place < seedWords; place++) {
    const word = words[place] ?? "";
    const index = indexOfWord.get(word);
    if (index === undefined) throw new LndError("unknownSeedWord", word, place);
    number = (number << bitsPerWord) | BigInt(index);
  }
  return Buffer.from(number.toString(16).padStart(66, "0"), "hex");
}
