import { GoValueError, parseGoHex } from "@leaderlab/golang";
import { LndError } from "../errors.ts";

/** Bytes out of hexadecimal digits. Throws LndError in Go's words. */
export function readHex(hex: string): Buffer {
  try {
    return parseGoHex(hex);
  } catch (error) {
    throw error instanceof GoValueError ? new LndError("refusedValue", error.message) : error;
  }
}
