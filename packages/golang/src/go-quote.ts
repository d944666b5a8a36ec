import { goTexts } from "./go-texts.ts";

/** A text that Go does not take for the value that it is to be; the message is Go's. */
export class GoValueError extends Error {
  override readonly name: string = "GoValueError";
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
  if (isGoPrintable(rune)) return rune;
  const code = rune.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

/**
 * Whether Go shows a character as itself: letters, marks, numbers, punctuation, symbols and the ASCII space. Mirrors:
 * Go strconv.IsPrint. Deviates: characters that are younger than this Node or than that Go differ.
 */
export function isGoPrintable(rune: string): boolean {
  return rune === " " || /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(rune);
}

/** A text in double quotes, with each byte escaped that is not plain ASCII. Mirrors: Go's package time, in its errors. */
export function goTimeQuote(text: string): string {
  const quoted = Array.from(Buffer.from(text), (byte) => {
    if (byte < 0x20 || byte >= 0x80) return `\\x${byte.toString(16).padStart(2, "0")}`;
    return String.fromCharCode(byte).replace(/["\\]/, "\\$&");
  });
  return `"${quoted.join("")}"`;
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
 * What a text in double quotes stands for. Throws GoValueError. Mirrors: Go strconv.Unquote.
 *
 * Deviates: an escaped byte above 0x7f becomes the character of that number, because values are texts here; texts in
 * single quotes and backquotes are refused.
 */
export function goUnquote(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) throw invalid();
  let unquoted = "";
  const end = text.length - 1;
  for (let at = 1; at < end; ) {
    const character = text.charAt(at);
    if (character === '"' || character === "\n") throw invalid();
    if (character !== "\\") {
      unquoted += character;
      at += 1;
      continue;
    }
    escapePattern.lastIndex = at;
    const match = escapePattern.exec(text);
    if (match === null || escapePattern.lastIndex > end) throw invalid();
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
  if (code > 0x10ffff || (isSurrogate && !isByte) || (isByte && code > 0xff)) throw invalid();
  return String.fromCodePoint(code);
}

function invalid(): GoValueError {
  return new GoValueError(goTexts.invalidSyntax);
}

/** A text without white space at its ends. Mirrors: Go strings.TrimSpace, which leaves a byte order mark alone. */
export function goTrimSpace(text: string): string {
  return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
}
