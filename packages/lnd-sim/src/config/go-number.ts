import { flagTexts } from "../errors/flag-texts.ts";
import { GoValueError, goQuote } from "./go-quote.ts";

/** How wide an integer type is, and whether it may be negative. */
export interface IntegerRange {
  readonly bits: number;
  readonly isSigned: boolean;
}

/**
 * A decimal integer as Go's strconv reads it with base 10: no underscores, and a sign only for signed types.
 * Throws GoValueError with Go's text.
 */
export function parseGoInteger(text: string, { bits, isSigned }: IntegerRange): number {
  const parser = isSigned ? "ParseInt" : "ParseUint";
  // Go reads on from the left: digits that are too many count before a character that is wrong.
  const [, digits = ""] = (isSigned ? /^[+-]?([0-9]*)/ : /^([0-9]*)/).exec(text) ?? [];
  if (digits !== "" && BigInt(digits) >= 2n ** BigInt(bits)) throw outOfRange(parser, text);
  if (!(isSigned ? /^[+-]?[0-9]+$/ : /^[0-9]+$/).test(text)) throw invalidSyntax(parser, text);
  const value = BigInt(text.replace(/^\+/, ""));
  const limit = 2n ** BigInt(isSigned ? bits - 1 : bits);
  if (value >= limit || value < (isSigned ? -limit : 0n)) throw outOfRange(parser, text);
  return Number(value);
}

/**
 * A floating-point number as Go's strconv reads it. Throws GoValueError with Go's text.
 *
 * Deviates: Go's hexadecimal floats (`0x1p-2`) are refused, because no flag that is used here takes one.
 */
export function parseGoFloat(text: string): number {
  const parser = "ParseFloat";
  if (/^nan$/i.test(text)) return Number.NaN;
  if (/^[+-]?inf(inity)?$/i.test(text)) {
    return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!/^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?$/i.test(text)) {
    throw invalidSyntax(parser, text);
  }
  const value = Number(text);
  if (!Number.isFinite(value)) throw outOfRange(parser, text);
  return value;
}

/** A number as Go's `%v` prints it, but for those so large or small that Go writes an exponent sooner. */
export function formatGoFloat(value: number): string {
  return String(value).replace("Infinity", value > 0 ? "+Inf" : "Inf");
}

const truths = ["1", "t", "T", "true", "TRUE", "True"];
const falsehoods = ["0", "f", "F", "false", "FALSE", "False"];

/** A truth value as Go's strconv reads it. Throws GoValueError with Go's text. */
export function parseGoBool(text: string): boolean {
  if (truths.includes(text)) return true;
  if (falsehoods.includes(text)) return false;
  throw invalidSyntax("ParseBool", text);
}

function invalidSyntax(parser: string, text: string): GoValueError {
  return new GoValueError(flagTexts.invalidSyntax(parser, goQuote(text)));
}

function outOfRange(parser: string, text: string): GoValueError {
  return new GoValueError(flagTexts.outOfRange(parser, goQuote(text)));
}
