import { walletStates } from "../wallet-state.ts";
import { type KnobSettings, plainKnobs } from "./knob-settings.ts";

/** Changes that no node takes; the message says what it takes. */
export class KnobError extends Error {
  override readonly name = "KnobError";
}

type Check = (value: unknown) => string | undefined;

const states = Object.keys(walletStates);
const longestMs = 24 * 3_600_000;

const isState = (value: unknown) => typeof value === "string" && states.includes(value);
const isDuration = (value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 && value <= longestMs;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const stateOrNull: Check = (value) =>
  value === null || isState(value) ? undefined : `null or one of ${states.join(", ")}`;
const durations = "milliseconds from 0 to a day's";

/** What each knob takes; the text says it when a value does not fit. */
const checks: { readonly [K in keyof KnobSettings]: Check } = {
  holdIn: stateOrNull,
  failIn: stateOrNull,
  stateDelayMs: (value) =>
    isRecord(value) &&
    Object.entries(value).every(([state, ms]) => isState(state) && isDuration(ms))
      ? undefined
      : `an object of ${durations}, by state`,
  migrationMs: (value) => (isDuration(value) ? undefined : durations),
  syncedToChain: (value) => (typeof value === "boolean" ? undefined : "true or false"),
  blockHeight: (value) =>
    value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 32)
      ? undefined
      : "null or a whole number below 2^32",
  callDelayMs: (value) =>
    isRecord(value) && Object.values(value).every((ms) => ms === null || isDuration(ms))
      ? undefined
      : `an object of ${durations}, or null for a call that hangs, by method`,
};

/** Reads changes of knobs from JSON. Throws KnobError for a knob that is not there or a value that does not fit. */
export function parseKnobChanges(json: unknown): Partial<KnobSettings> {
  if (!isRecord(json)) throw new KnobError(`knobs are an object with some of ${names}`);
  for (const [name, value] of Object.entries(json)) {
    if (!Object.hasOwn(checks, name))
      throw new KnobError(`there is no knob ${name}; there are ${names}`);
    const takes = checks[name as keyof KnobSettings](value);
    if (takes !== undefined) throw new KnobError(`${name} takes ${takes}`);
  }
  return json;
}

const names = Object.keys(plainKnobs).join(", ");
