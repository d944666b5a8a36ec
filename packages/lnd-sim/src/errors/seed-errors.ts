import { plainError } from "./error-row.ts";

/** What lnd says of words that are no seed. Observed on v0.20.1, the first also on master. */
export const seedErrors = {
  /** A missing word is an empty one: two spaces, as lnd writes it. The index counts from 0. */
  unknownSeedWord: plainError(
    (word: string, index: number) =>
      `word ${word} isn't a part of default word list (index=${index})`,
  ),
  wrongSeedVersion: plainError("wrong seed version"),
  wrongSeedChecksum: plainError("mnemonic phrase checksum doesn't match"),
  wrongSeedPassphrase: plainError("invalid passphrase"),
} as const;
