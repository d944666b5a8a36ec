import { GoValueError, parseGoHex, parseGoInteger } from "@leaderlab/golang";
import { LncliError } from "./lncli-texts.ts";

/** Puts a reason into the words of the verb that gives it. */
export type Refusal = (reason: string) => string;

const asItIs: Refusal = (reason) => reason;

/** An argument of hexadecimal digits. Throws LncliError. */
export function hexOf(text: string, refusal: Refusal = asItIs): Buffer {
  return read(() => parseGoHex(text), refusal);
}

/** An argument that is a whole number, in decimal digits. Throws LncliError. */
export function integerOf(text: string, refusal: Refusal = asItIs): bigint {
  return read(() => parseGoInteger(text, { isSigned: true, bits: 64, anyBase: false }), refusal);
}

/** As `integerOf`, without a sign. */
export function unsignedOf(text: string, refusal: Refusal = asItIs): bigint {
  return read(() => parseGoInteger(text, { isSigned: false, bits: 64, anyBase: false }), refusal);
}

function read<T>(reading: () => T, refusal: Refusal): T {
  try {
    return reading();
  } catch (error) {
    if (!(error instanceof GoValueError)) throw error;
    throw new LncliError(refusal(error.message));
  }
}
