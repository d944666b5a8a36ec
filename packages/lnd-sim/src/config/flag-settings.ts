import { flagTexts } from "../errors/flag-texts.ts";
import { type FlagRow, type FlagType, type FlagValueOf, flagLabel } from "./flag-row.ts";
import { parseGoDuration } from "./go-duration.ts";
import { parseGoBool, parseGoFloat, parseGoInteger } from "./go-number.ts";
import { GoValueError } from "./go-quote.ts";

/** What a flag holds, whatever its type. */
export type FlagValue = FlagValueOf[FlagType];

/** A value that is none of a flag's choices; the message is go-flags'. */
export class ChoiceError extends Error {
  override readonly name = "ChoiceError";
}

const int64 = { bits: 64, isSigned: true };

/** How to read one value of each type. A value of a repeatable type is the list of one. */
const readers: { readonly [T in FlagType]: (text: string) => FlagValueOf[T] } = {
  bool: (text) => (text === "" ? true : parseGoBool(text)),
  string: (text) => text,
  "[]string": (text) => [text],
  int: (text) => parseGoInteger(text, int64),
  int32: (text) => parseGoInteger(text, { bits: 32, isSigned: true }),
  int64: (text) => parseGoInteger(text, int64),
  uint8: (text) => parseGoInteger(text, { bits: 8, isSigned: false }),
  uint16: (text) => parseGoInteger(text, { bits: 16, isSigned: false }),
  uint32: (text) => parseGoInteger(text, { bits: 32, isSigned: false }),
  uint64: (text) => parseGoInteger(text, { bits: 64, isSigned: false }),
  float64: parseGoFloat,
  "[]uint16": (text) => [parseGoInteger(text, { bits: 16, isSigned: false })],
  "time.Duration": parseGoDuration,
  "map[string]float64": readPair,
  "lnwire.MilliSatoshi": (text) => parseGoInteger(text, { bits: 64, isSigned: false }),
  "btcutil.Amount": (text) => parseGoInteger(text, int64),
  "chainfee.SatPerVByte": (text) => parseGoInteger(text, int64),
  "*contractcourt.BudgetConfig": () => undefined,
};

function readPair(text: string): ReadonlyMap<string, number> {
  const colon = text.indexOf(":");
  const key = colon < 0 ? text : text.slice(0, colon);
  return new Map([[key, parseGoFloat(colon < 0 ? "" : text.slice(colon + 1))]]);
}

/** The types of which a value may begin with a minus that is not the start of another flag. */
const signedTypes: readonly FlagType[] = [
  "int",
  "int32",
  "int64",
  "float64",
  "time.Duration",
  "btcutil.Amount",
  "chainfee.SatPerVByte",
];

/** Whether a flag's value may be a negative number. Mirrors: go-flags isSignedNumber. */
export function isSignedNumber(row: FlagRow): boolean {
  return signedTypes.includes(row.type);
}

/** Values by the name of their flag, for the flags that were set. */
export type FlagSettings = Map<string, FlagValue>;

/**
 * Sets a flag to one more value: a repeatable flag collects them, any other keeps the last. Throws ChoiceError and
 * GoValueError. Mirrors: go-flags Option.set.
 */
export function setFlag(settings: FlagSettings, row: FlagRow, text: string): void {
  if (row.choices.length > 0 && !row.choices.includes(text)) {
    throw new ChoiceError(flagTexts.invalidChoice(text, flagLabel(row), row.choices));
  }
  const value = readers[row.type](text);
  settings.set(row.name, join(settings.get(row.name), value));
}

function join(earlier: FlagValue, value: FlagValue): FlagValue {
  if (Array.isArray(earlier) && Array.isArray(value)) return [...earlier, ...value];
  if (earlier instanceof Map && value instanceof Map) return new Map([...earlier, ...value]);
  return value;
}

/** What a flag holds when nobody sets it: its default, or the zero value of its Go type. */
export function defaultValue(row: FlagRow, defaultText: string): FlagValue {
  if (defaultText !== "") return readers[row.type](defaultText);
  return zeroValues[row.type];
}

const zeroValues: { readonly [T in FlagType]: FlagValueOf[T] } = {
  bool: false,
  string: "",
  "[]string": [],
  int: 0,
  int32: 0,
  int64: 0,
  uint8: 0,
  uint16: 0,
  uint32: 0,
  uint64: 0,
  float64: 0,
  "[]uint16": [],
  "time.Duration": 0n,
  "map[string]float64": new Map(),
  "lnwire.MilliSatoshi": 0,
  "btcutil.Amount": 0,
  "chainfee.SatPerVByte": 0,
  "*contractcourt.BudgetConfig": undefined,
};

/** Whether an error is about the value, not about this program. */
export function isValueError(error: unknown): error is GoValueError | ChoiceError {
  return error instanceof GoValueError || error instanceof ChoiceError;
}
