import { GoValueError, isGoPrintable } from "./go-quote.ts";
import { goTexts } from "./go-texts.ts";

/** The bytes that hexadecimal digits write, in either case. Throws GoValueError. Mirrors: Go hex.DecodeString. */
export function parseGoHex(text: string): Buffer {
  const wrong = Buffer.from(text).find((byte) => !/[0-9a-fA-F]/.test(String.fromCharCode(byte)));
  if (wrong !== undefined) throw new GoValueError(goTexts.invalidHexByte(describeByte(wrong)));
  if (text.length % 2 !== 0) throw new GoValueError(goTexts.oddHexLength);
  return Buffer.from(text, "hex");
}

/** A byte as Go's `%#U` prints it: `U+007A 'z'`, and without the character when it cannot be printed. */
function describeByte(byte: number): string {
  const code = `U+${byte.toString(16).toUpperCase().padStart(4, "0")}`;
  const character = String.fromCharCode(byte);
  return isGoPrintable(character) ? `${code} '${character}'` : code;
}
