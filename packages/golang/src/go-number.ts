import { GoValueError, goQuote } from "./go-quote.ts";
import { goTexts } from "./go-texts.ts";

/** Why a text is no number or no truth value of its type. Mirrors: Go strconv.ErrSyntax, strconv.ErrRange. */
export type GoNumberReason = typeof goTexts.invalidSyntax | typeof goTexts.outOfRange;

/** A text that Go's strconv does not take. Mirrors: Go strconv.NumError. */
export class GoNumberError extends GoValueError {
  override readonly name = "GoNumberError";
  readonly reason: GoNumberReason;

  /** `call` is strconv's function: `ParseInt`. */
  constructor(call: string, text: string, reason: GoNumberReason) {
    super(goTexts.number(call, goQuote(text), reason));
    this.reason = reason;
  }
}

/** What an integer may be. */
export interface GoIntegerKind {
  readonly bits: 8 | 16 | 32 | 64;
  /** Read by ParseInt, with a sign or without; else by ParseUint, which takes no sign. */
  readonly isSigned: boolean;
  /** Go's base 0: `0x1F`, `0o17`, `017`, `0b11` and `1_000` are taken, too. Else decimal digits only. */
  readonly anyBase: boolean;
}

/**
 * An integer as Go's strconv reads it; whoever wants a number narrows it. Throws GoNumberError. Mirrors: Go
 * strconv.ParseInt, ParseUint.
 */
export function parseGoInteger(text: string, { bits, isSigned, anyBase }: GoIntegerKind): bigint {
  const refuse = (reason: GoNumberError["reason"]) =>
    new GoNumberError(isSigned ? "ParseInt" : "ParseUint", text, reason);
  const sign = isSigned && /^[+-]/.test(text) ? text.charAt(0) : "";
  const unsigned = text.slice(sign.length);
  if (unsigned === "") throw refuse(goTexts.invalidSyntax);
  const { base, digits } = anyBase ? splitPrefix(unsigned) : { base: 10, digits: unsigned };
  let size = 0n;
  // From the left: digits that are too many count before a character that is wrong.
  for (const character of digits) {
    if (anyBase && character === "_") continue;
    const digit = Number.parseInt(character, 36);
    if (Number.isNaN(digit) || digit >= base) throw refuse(goTexts.invalidSyntax);
    size = size * BigInt(base) + BigInt(digit);
    if (size >= 1n << BigInt(bits)) throw refuse(goTexts.outOfRange);
  }
  // An underscore may stand between digits and behind a prefix.
  if (/^_|__|_$/.test(unsigned)) throw refuse(goTexts.invalidSyntax);
  const value = sign === "-" ? -size : size;
  const limit = 1n << BigInt(isSigned ? bits - 1 : bits);
  if (value >= limit || value < -limit) throw refuse(goTexts.outOfRange);
  return value;
}

/** The digits behind what says their base; a leading 0 alone says octal. */
function splitPrefix(unsigned: string): { readonly base: number; readonly digits: string } {
  const [, letter] = /^0([xob])./is.exec(unsigned) ?? [];
  if (letter !== undefined) {
    const base = { x: 16, o: 8, b: 2 }[letter.toLowerCase()] ?? 10;
    return { base, digits: unsigned.slice(2) };
  }
  return unsigned.startsWith("0")
    ? { base: 8, digits: unsigned.slice(1) }
    : { base: 10, digits: unsigned };
}

/**
 * A floating-point number of 64 bits as Go's strconv reads it. Throws GoNumberError. Mirrors: Go strconv.ParseFloat.
 *
 * Deviates: Go's hexadecimal floats (`0x1p-2`) are refused, because no flag that is used here takes one.
 */
export function parseGoFloat(text: string): number {
  if (/^nan$/i.test(text)) return Number.NaN;
  if (/^[+-]?inf(inity)?$/i.test(text)) {
    return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const plain = text.replace(/(?<=[0-9])_(?=[0-9])/g, "");
  if (!/^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?$/i.test(plain)) {
    throw new GoNumberError("ParseFloat", text, goTexts.invalidSyntax);
  }
  const value = Number(plain);
  if (!Number.isFinite(value)) throw new GoNumberError("ParseFloat", text, goTexts.outOfRange);
  return value;
}

/** A number as Go prints it: `0.1`, `1e+06`, `+Inf`. Mirrors: Go `%v` of a float64. */
export function formatGoFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  if (Object.is(value, -0)) return "-0";
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  if (Number(exponent) >= leastExponent && Number(exponent) <= mostExponent) return String(value);
  return `${digits}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, "0")}`;
}

/** Below and above these Go writes the exponent. */
const [leastExponent, mostExponent] = [-4, 5];

const truths = ["1", "t", "T", "true", "TRUE", "True"];
const falsehoods = ["0", "f", "F", "false", "FALSE", "False"];

/** A truth value as Go's strconv reads it. Throws GoNumberError. Mirrors: Go strconv.ParseBool. */
export function parseGoBool(text: string): boolean {
  if (truths.includes(text)) return true;
  if (falsehoods.includes(text)) return false;
  throw new GoNumberError("ParseBool", text, goTexts.invalidSyntax);
}

/** Why Go's flag package does not take a value that a conversion has refused. Mirrors: Go flag's numError. */
export function goFlagReason(
  error: unknown,
): typeof goTexts.parseError | typeof goTexts.outOfRange {
  const isRange = error instanceof GoNumberError && error.reason === goTexts.outOfRange;
  return isRange ? goTexts.outOfRange : goTexts.parseError;
}
