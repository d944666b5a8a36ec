/** Why the system refused, in Go's words. */
const reasons: { readonly [code: string]: string } = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EISDIR: "is a directory",
  ENOTDIR: "not a directory",
  ENAMETOOLONG: "file name too long",
  ELOOP: "too many levels of symbolic links",
  EROFS: "read-only file system",
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection reset by peer",
  EHOSTUNREACH: "no route to host",
  ENETUNREACH: "network is unreachable",
  ETIMEDOUT: "connection timed out",
};

/** Why the system refused, as Go words it; an error that is none of the system's keeps its own words. */
export function goReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return reasons[(error as NodeJS.ErrnoException).code ?? ""] ?? error.message;
}

/** Why a file could not be used, as Go words it: `open /x/tls.cert: no such file or directory`. */
export function goFileError(path: string, error: unknown): string {
  const isFolder = (error as NodeJS.ErrnoException).code === "EISDIR";
  return `${isFolder ? "read" : "open"} ${path}: ${goReason(error)}`;
}

/** A text in double quotes, as Go's `%q` writes it; what cannot be printed is escaped. */
export function goQuote(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u00a0\u00ad\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code === 0x7f) return "\\x7f";
    return `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

/** A number that is none, in the words of Go's strconv. */
export class GoNumberError extends Error {
  override readonly name = "GoNumberError";
  readonly reason: "invalid syntax" | "value out of range";

  constructor(call: string, text: string, reason: GoNumberError["reason"]) {
    super(`strconv.${call}: parsing ${goQuote(text)}: ${reason}`);
    this.reason = reason;
  }
}

/** What a number may be: signed (ParseInt) or not (ParseUint), how wide, and whether `0x1F` and `1_000` are taken. */
export interface GoNumberKind {
  readonly isSigned: boolean;
  readonly bits: 32 | 64;
  /** Base 0 of Go: a prefix gives the base. False: decimal digits only. */
  readonly anyBase: boolean;
}

/** A whole number as Go's strconv reads it. Throws GoNumberError. */
export function parseGoInteger(text: string, { isSigned, bits, anyBase }: GoNumberKind): bigint {
  const call = isSigned ? "ParseInt" : "ParseUint";
  const [, sign = "", digits = ""] = (isSigned ? /^([+-]?)(.*)$/ : /^()(.*)$/).exec(text) ?? [];
  const magnitude = anyBase ? anyBaseDigits(digits) : decimalDigits(digits);
  if (magnitude === undefined) throw new GoNumberError(call, text, "invalid syntax");
  const value = sign === "-" ? -magnitude : magnitude;
  const limit = 1n << BigInt(isSigned ? bits - 1 : bits);
  if (value >= limit || value < (isSigned ? -limit : 0n)) {
    throw new GoNumberError(call, text, "value out of range");
  }
  return value;
}

function decimalDigits(digits: string): bigint | undefined {
  return /^[0-9]+$/.test(digits) ? BigInt(digits) : undefined;
}

/** Underscores may stand between digits and behind a prefix; a leading 0 alone means octal. */
function anyBaseDigits(digits: string): bigint | undefined {
  if (/__|_$|^_/.test(digits)) return undefined;
  const plain = digits.replaceAll("_", "").toLowerCase();
  if (/^0(x[0-9a-f]+|b[01]+|o[0-7]+)$/.test(plain)) return BigInt(plain);
  if (/^0[0-7]+$/.test(plain)) return BigInt(`0o${plain.slice(1)}`);
  return /^(0|[1-9][0-9]*)$/.test(plain) ? BigInt(plain) : undefined;
}

/** What Go's encoding/hex has against a text; undefined when it is hexadecimal digits, two for each byte. */
export function goHexProblem(text: string): string | undefined {
  const wrong = Buffer.from(text).find((byte) => !/[0-9a-fA-F]/.test(String.fromCharCode(byte)));
  if (wrong !== undefined) {
    const code = `U+${wrong.toString(16).toUpperCase().padStart(4, "0")}`;
    const isPrinted = wrong >= 0x20 && wrong !== 0x7f && (wrong < 0x80 || wrong > 0xa0);
    const shown = isPrinted ? ` '${String.fromCharCode(wrong)}'` : "";
    return `encoding/hex: invalid byte: ${code}${shown}`;
  }
  return text.length % 2 === 0 ? undefined : "encoding/hex: odd length hex string";
}
