import { GoValueError } from "./go-quote.ts";
import { goTexts } from "./go-texts.ts";

/** The two alphabets of base64: they differ in the last two digits. */
export type GoBase64Alphabet = "standard" | "url";

const alphabets = {
  standard: /[A-Za-z0-9+/]/,
  url: /[A-Za-z0-9_-]/,
} as const;

/**
 * Bytes out of padded base64. Line ends are passed over. Throws GoValueError with the place of the first byte that
 * does not fit. Mirrors: Go base64.StdEncoding, URLEncoding DecodeString.
 */
export function parseGoBase64(text: string, alphabet: GoBase64Alphabet = "standard"): Buffer {
  const bytes = Buffer.from(text).toString("latin1");
  const refuse = (at: number) => new GoValueError(goTexts.base64(at));
  let digits = "";
  for (const [at, byte] of [...bytes].entries()) {
    if (alphabets[alphabet].test(byte)) digits += byte;
    else if (byte === "=") {
      const wrong = wrongPadding(bytes, at + 1, digits.length % 4);
      if (wrong !== undefined) throw refuse(wrong);
      return Buffer.from(digits, "base64url");
    } else if (!/[\r\n]/.test(byte)) throw refuse(at);
  }
  const rest = digits.length % 4;
  if (rest !== 0) throw refuse(bytes.length - rest);
  return Buffer.from(digits, "base64url");
}

/** Where the padding is wrong; `from` is behind its first character, after `used` digits of the last four. */
function wrongPadding(bytes: string, from: number, used: number): number | undefined {
  if (used < 2) return from - 1;
  const skipLineEnds = (start: number) => {
    let at = start;
    while (/[\r\n]/.test(bytes[at] ?? "")) at += 1;
    return at;
  };
  let end = from;
  if (used === 2) {
    end = skipLineEnds(end);
    if (end === bytes.length) return end;
    if (bytes[end] !== "=") return end - 1;
    end += 1;
  }
  end = skipLineEnds(end);
  return end < bytes.length ? end : undefined;
}
