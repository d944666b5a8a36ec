import { flagTexts } from "../errors/flag-texts.ts";

/** A value that Go's conversions refuse; the message is Go's. */
export class GoValueError extends Error {
  override readonly name = "GoValueError";
}

const escapeOf: { readonly [character: string]: string } = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  '"': '\\"',
  "\\": "\\\\",
};

/** A text in double quotes, with what cannot be printed escaped. Mirrors: Go strconv.Quote, `%q`. */
export function goQuote(text: string): string {
  return `"${Array.from(text, escapeRune).join("")}"`;
}

function escapeRune(rune: string): string {
  const escaped = escapeOf[rune];
  if (escaped !== undefined) return escaped;
  if (rune === " " || /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(rune)) return rune;
  const code = rune.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

const characterOf: { readonly [letter: string]: string } = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  '"': '"',
  "\\": "\\",
};

const escapePattern =
  /\\(?:([abfnrtv"\\])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/gy;

/**
 * A value as it was meant: one that begins with a double quote is unquoted, any other stays as it is. Throws
 * GoValueError. Mirrors: go-flags unquoteIfPossible, with Go's strconv.Unquote.
 *
 * Deviates: an escaped byte above 0x7f becomes the character of that number, because values are texts here.
 */
export function unquoteIfPossible(text: string): string {
  if (!text.startsWith('"')) return text;
  if (text.length < 2 || !text.endsWith('"')) throw new GoValueError(flagTexts.invalidQuotes);
  let unquoted = "";
  const end = text.length - 1;
  for (let at = 1; at < end; ) {
    const character = text.charAt(at);
    if (character === '"' || character === "\n") throw new GoValueError(flagTexts.invalidQuotes);
    if (character !== "\\") {
      unquoted += character;
      at += 1;
      continue;
    }
    escapePattern.lastIndex = at;
    const match = escapePattern.exec(text);
    if (match === null || escapePattern.lastIndex > end)
      throw new GoValueError(flagTexts.invalidQuotes);
    unquoted += characterOfEscape(match);
    at = escapePattern.lastIndex;
  }
  return unquoted;
}

function characterOfEscape(match: RegExpExecArray): string {
  const [, letter, byte, short, long, octal] = match;
  if (letter !== undefined) return characterOf[letter] ?? letter;
  const hex = byte ?? short ?? long;
  const code = hex === undefined ? Number.parseInt(octal ?? "0", 8) : Number.parseInt(hex, 16);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const isByte = byte !== undefined || octal !== undefined;
  if (code > 0x10ffff || (isSurrogate && !isByte) || (isByte && code > 0xff)) {
    throw new GoValueError(flagTexts.invalidQuotes);
  }
  return String.fromCodePoint(code);
}

/** A text without white space at its ends. Mirrors: Go strings.TrimSpace, which leaves a byte order mark alone. */
export function goTrimSpace(text: string): string {
  return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
}
