import { GoValueError, goTimeQuote } from "./go-quote.ts";
import { goTexts } from "./go-texts.ts";

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

/**
 * A duration in nanoseconds, written as Go writes them: `1h30m`, `500ms`, `-1.5s`, `0`. Throws GoValueError with
 * Go's text. Mirrors: Go time.ParseDuration.
 */
export function parseGoDuration(text: string): bigint {
  const sign = /^[+-]/.test(text) ? text.charAt(0) : "";
  let rest = text.slice(sign.length);
  if (rest === "0") return 0n;
  if (rest === "") throw invalid(text);
  let total = 0n;
  while (rest !== "") {
    const { nanoseconds, length } = parsePart(rest, text);
    total += nanoseconds;
    if (total > limit) throw invalid(text);
    rest = rest.slice(length);
  }
  if (sign === "-") return -total;
  if (total === limit) throw invalid(text);
  return total;
}

/** One number with its unit, at the start of `rest`. */
function parsePart(rest: string, text: string): { nanoseconds: bigint; length: number } {
  const [, whole = "", point = "", fraction = ""] = /^([0-9]*)(\.?)([0-9]*)/.exec(rest) ?? [];
  if ((whole === "" && fraction === "") || BigInt(whole) > limit) {
    throw invalid(text);
  }
  const numberLength = whole.length + point.length + fraction.length;
  const [unit = ""] = /^[^.0-9]*/.exec(rest.slice(numberLength)) ?? [];
  if (unit === "") throw new GoValueError(goTexts.missingUnit(goTimeQuote(text)));
  const scale = Object.hasOwn(unitNanoseconds, unit) ? unitNanoseconds[unit] : undefined;
  if (scale === undefined) {
    throw new GoValueError(goTexts.unknownUnit(goTimeQuote(unit), goTimeQuote(text)));
  }
  const nanoseconds = BigInt(whole) * scale + fractionOf(fraction, scale);
  return { nanoseconds, length: numberLength + unit.length };
}

function invalid(text: string): GoValueError {
  return new GoValueError(goTexts.invalidDuration(goTimeQuote(text)));
}

/** So many digits of a fraction as fit into 63 bits, times the unit in floating point: Go rounds here, and so do we. */
function fractionOf(digits: string, scale: bigint): bigint {
  let value = 0n;
  let count = 0;
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit);
    if (value > (limit - 1n) / 10n || next > limit) break;
    value = next;
    count += 1;
  }
  return BigInt(Math.trunc(Number(value) * (Number(scale) / 10 ** count)));
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
