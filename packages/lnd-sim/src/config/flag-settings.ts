import {
  type GoIntegerKind,
  GoValueError,
  parseGoBool,
  parseGoDuration,
  parseGoFloat,
  parseGoInteger,
} from "@leaderlab/golang";
import { flagTexts } from "../errors/flag-texts.ts";
import { type FlagRow, type FlagType, type FlagValueOf, flagLabel } from "./flag-row.ts";

/** What a flag holds, whatever its type. */
export type FlagValue = FlagValueOf[FlagType];

/** A value that is none of a flag's choices; the message is go-flags'. */
export class ChoiceError extends Error {
  override readonly name = "ChoiceError";
}

/** How go-flags reads integers: in decimal. */
const integers = (isSigned: boolean) => (bits: GoIntegerKind["bits"]) => (text: string) =>
  Number(parseGoInteger(text, { bits, isSigned, anyBase: false }));
const [signed, unsigned] = [integers(true), integers(false)];

/** How to read one value of each type. A value of a repeatable type is the list of one. */
const readers: { readonly [T in FlagType]: (text: string) => FlagValueOf[T] } = {
  bool: (text) => (text === "" ? true : parseGoBool(text)),
  string: (text) => text,
  "[]string": (text) => [text],
  int: signed(64),
  int32: signed(32),
  int64: signed(64),
  uint8: unsigned(8),
  uint16: unsigned(16),
  uint32: unsigned(32),
  uint64: unsigned(64),
  float64: parseGoFloat,
  "[]uint16": (text) => [unsigned(16)(text)],
  "time.Duration": parseGoDuration,
  "map[string]float64": readPair,
  "lnwire.MilliSatoshi": unsigned(64),
  "btcutil.Amount": signed(64),
  "chainfee.SatPerVByte": signed(64),
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
