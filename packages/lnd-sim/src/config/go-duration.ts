import { flagTexts } from "../errors/flag-texts.ts";
import { GoValueError } from "./go-quote.ts";

const unitNanoseconds: { readonly [unit: string]: bigint } = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const limit = 2n ** 63n;
/** Digits of a fraction beyond these cannot change a nanosecond of an hour. */
const mostFractionDigits = 18;

/**
 * A duration in nanoseconds, written as Go writes them: `1h30m`, `500ms`, `-1.5s`, `0`. Throws GoValueError with
 * Go's text. Mirrors: Go time.ParseDuration.
 */
export function parseGoDuration(text: string): bigint {
  const sign = /^[+-]/.test(text) ? text.charAt(0) : "";
  let rest = text.slice(sign.length);
  if (rest === "0") return 0n;
  if (rest === "") throw new GoValueError(flagTexts.invalidDuration(quote(text)));
  let total = 0n;
  while (rest !== "") {
    const { nanoseconds, length } = parsePart(rest, text);
    total += nanoseconds;
    if (total > limit) throw new GoValueError(flagTexts.invalidDuration(quote(text)));
    rest = rest.slice(length);
  }
  if (sign === "-") return -total;
  if (total === limit) throw new GoValueError(flagTexts.invalidDuration(quote(text)));
  return total;
}

/** One number with its unit, at the start of `rest`. */
function parsePart(rest: string, text: string): { nanoseconds: bigint; length: number } {
  const [, whole = "", point = "", fraction = ""] = /^([0-9]*)(\.?)([0-9]*)/.exec(rest) ?? [];
  if ((whole === "" && fraction === "") || BigInt(whole) > limit) {
    throw new GoValueError(flagTexts.invalidDuration(quote(text)));
  }
  const numberLength = whole.length + point.length + fraction.length;
  const [unit = ""] = /^[^.0-9]*/.exec(rest.slice(numberLength)) ?? [];
  if (unit === "") throw new GoValueError(flagTexts.missingUnit(quote(text)));
  const scale = Object.hasOwn(unitNanoseconds, unit) ? unitNanoseconds[unit] : undefined;
  if (scale === undefined) {
    throw new GoValueError(flagTexts.unknownUnit(quote(unit), quote(text)));
  }
  const digits = fraction.slice(0, mostFractionDigits);
  const part = (BigInt(digits === "" ? 0 : digits) * scale) / 10n ** BigInt(digits.length);
  const nanoseconds = BigInt(whole === "" ? 0 : whole) * scale + part;
  return { nanoseconds, length: numberLength + unit.length };
}

/** As Go's package time quotes: what is not plain ASCII becomes its bytes. */
function quote(text: string): string {
  const quoted = Array.from(Buffer.from(text), (byte) => {
    if (byte < 0x20 || byte >= 0x80) return `\\x${byte.toString(16).padStart(2, "0")}`;
    return String.fromCharCode(byte).replace(/["\\]/, "\\$&");
  });
  return `"${quoted.join("")}"`;
}

/** A duration as Go prints it: `1m0s`, `500ms`, `168h0m0s`, `0s`. Mirrors: Go time.Duration.String. */
export function formatGoDuration(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? "-" : "";
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (size === 0n) return "0s";
  if (size < 1_000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${decimal(size, 1_000n)}µs`;
  if (size < 1_000_000_000n) return `${sign}${decimal(size, 1_000_000n)}ms`;
  const minutes = size / 60_000_000_000n;
  const seconds = `${decimal(size % 60_000_000_000n, 1_000_000_000n)}s`;
  if (minutes === 0n) return `${sign}${seconds}`;
  if (minutes < 60n) return `${sign}${minutes}m${seconds}`;
  return `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

function decimal(value: bigint, unit: bigint): string {
  const fraction = (value % unit).toString().padStart(unit.toString().length - 1, "0");
  const shown = fraction.replace(/0+$/, "");
  return shown === "" ? `${value / unit}` : `${value / unit}.${shown}`;
}

/** A duration in milliseconds; what is finer than a millisecond stays as a fraction. */
export function toMs(nanoseconds: bigint): number {
  return Number(nanoseconds) / 1e6;
}
