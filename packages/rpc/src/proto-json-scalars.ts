/** A JSON value that is neither object nor list: of a string its text, of all else how it was written. */
export interface JsonScalar {
  readonly kind: "string" | "number" | "literal";
  readonly text: string;
}

/** The value of a field of this type; undefined when it is none. */
export function readScalar({ kind, text }: JsonScalar, type: string): unknown {
  if (kind === "literal") {
    return type === "bool" && text !== "null" ? text === "true" : undefined;
  }
  if (type === "string") return kind === "string" ? text : undefined;
  if (type === "bytes") return kind === "string" ? readBase64(text) : undefined;
  if (type === "double" || type === "float") return readFloat(kind, text);
  const bounds = integerBounds[type];
  if (bounds === undefined) return undefined;
  const integer = integerOf(text, ...bounds);
  if (integer === undefined) return undefined;
  return type.endsWith("64") ? integer.toString() : Number(integer);
}

const signed32 = [-(2n ** 31n), 2n ** 31n - 1n] as const;
const signed64 = [-(2n ** 63n), 2n ** 63n - 1n] as const;
const integerBounds: { readonly [type: string]: readonly [bigint, bigint] } = {
  int32: signed32,
  sint32: signed32,
  sfixed32: signed32,
  uint32: [0n, 2n ** 32n - 1n],
  fixed32: [0n, 2n ** 32n - 1n],
  int64: signed64,
  sint64: signed64,
  sfixed64: signed64,
  uint64: [0n, 2n ** 64n - 1n],
  fixed64: [0n, 2n ** 64n - 1n],
};

/** A JSON number as an integer: `1e2` and `10.0` are integers too. Undefined for anything else or out of bounds. */
function integerOf(text: string, least: bigint, most: bigint): bigint | undefined {
  const parts = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts;
  const digits = `${whole}${fraction}`;
  const point = whole.length + Number(exponent);
  const padded = point > digits.length ? digits.padEnd(point, "0") : digits;
  const [integer, rest] =
    point <= 0 ? ["0", digits] : [padded.slice(0, point), padded.slice(point)];
  if (/[1-9]/.test(rest)) return undefined;
  const value = BigInt(`${sign}${integer}`);
  return value >= least && value <= most ? value : undefined;
}

function readFloat(kind: "string" | "number", text: string): number | undefined {
  if (kind === "number") return Number(text);
  if (/^(NaN|-?Infinity)$/.test(text)) return Number(text);
  return text !== "" && text.trim() === text ? numberOrNone(text) : undefined;
}

function numberOrNone(text: string): number | undefined {
  const number = Number(text);
  return Number.isNaN(number) ? undefined : number;
}

/** Go's decoder passes over line ends, but they count when it is asked whether there is padding. */
function readBase64(text: string): Buffer | undefined {
  const digits = /[-_]/.test(text) ? "[A-Za-z0-9_-]" : "[A-Za-z0-9+/]";
  const rest = text.length % 4 === 0 ? `(?:${digits}{2}==|${digits}{3}=)?` : `${digits}{0,3}`;
  const bare = text.replace(/[\r\n]/g, "");
  if (!new RegExp(`^(?:${digits}{4})*${rest}$`).test(bare)) return undefined;
  return bare.length % 4 === 1 ? undefined : Buffer.from(bare, "base64");
}
