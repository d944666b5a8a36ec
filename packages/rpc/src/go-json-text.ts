/** A string in JSON that protojson does not take; `reason` is Go's, without where it is. */
export class GoJsonTextError extends Error {
  override readonly name = "GoJsonTextError";
  /** Whether the text ended where more of an escape was to come: Go then does not say where that was. */
  readonly isEof: boolean;

  constructor(reason: string, isEof = false) {
    super(reason);
    this.isEof = isEof;
  }
}

const escapes: { readonly [letter: string]: string } = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/**
 * The text of a JSON string that stands at `at` in a value of one character a byte, which encoding/json has passed: its
 * bytes must be UTF-8, and half a surrogate pair must be followed by the other half. Throws GoJsonTextError.
 *
 * Mirrors: google.golang.org/protobuf/internal/encoding/json, decode_string.go.
 */
export function goJsonText(value: string, at: number): string {
  let text = "";
  let from = at + 1;
  for (let next = from; ; ) {
    const character = value[next];
    if (character === undefined || character === '"') return text + utf8(value.slice(from, next));
    if (character !== "\\") {
      next += 1;
      continue;
    }
    text += utf8(value.slice(from, next));
    const letter = value[next + 1] ?? "";
    if (letter === "u") {
      const escaped = codePoint(value, next);
      text += escaped.text;
      next = escaped.end;
    } else {
      text += escapes[letter] ?? "";
      next += 2;
    }
    from = next;
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function utf8(bytes: string): string {
  try {
    return decoder.decode(Buffer.from(bytes, "latin1"));
  } catch {
    throw new GoJsonTextError("invalid UTF-8 in string");
  }
}

const escapeLength = 6;

function codePoint(value: string, at: number): { text: string; end: number } {
  const code = Number.parseInt(value.slice(at + 2, at + escapeLength), 16);
  const end = at + escapeLength;
  if (code < 0xd800 || code > 0xdfff) return { text: String.fromCharCode(code), end };
  const following = value.slice(end, end + escapeLength);
  if (following.length < escapeLength) throw new GoJsonTextError("unexpected EOF", true);
  const [, digits] = /^\\u([0-9a-fA-F]{4})$/.exec(following) ?? [];
  const low = Number.parseInt(digits ?? "0", 16);
  if (code > 0xdbff || low < 0xdc00 || low > 0xdfff) {
    throw new GoJsonTextError(`invalid escape code ${JSON.stringify(following)} in string`);
  }
  return { text: String.fromCharCode(code, low), end: end + escapeLength };
}
