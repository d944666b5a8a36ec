import { GoValueError, parseGoDuration, toMs } from "@leaderlab/golang";
import { ConfigError } from "../config/config-error.ts";
import type { FlagValues } from "../config/flag-values.ts";
import { configTexts } from "../errors/config-texts.ts";
import { type WalletState, walletStates } from "../wallet-state.ts";
import type { KnobSettings } from "./knob-settings.ts";

/** A method's name, alone or behind its service's, or `*`. */
const methodPattern = /^(\*|(\w+\.)?\w+)$/;
const hangs = "hang";

/** The knobs as the `--sim.…` flags turn them. Throws ConfigError, which says what a flag takes. */
export function readKnobs(values: FlagValues): KnobSettings {
  const state = (name: "sim.hold-in" | "sim.fail-in") =>
    values.isSet(name) ? (values.get(name) as WalletState) : null;
  const blockHeight = values.get("sim.block-height");
  return {
    holdIn: state("sim.hold-in"),
    failIn: state("sim.fail-in"),
    stateDelayMs: Object.fromEntries(values.get("sim.delay").map(readStateDelay)),
    migrationMs: durationMs("sim.migration-time", values.get("sim.migration-time")),
    syncedToChain: values.get("sim.synced-to-chain"),
    blockHeight: values.isSet("sim.block-height") ? blockHeight : null,
    callDelayMs: Object.fromEntries(values.get("sim.rpc-delay").map(readCallDelay)),
  };
}

function readStateDelay(text: string): [WalletState, number] {
  const [state, duration] = split(text);
  if (!Object.hasOwn(walletStates, state)) {
    const states = Object.keys(walletStates).join(", ");
    throw new ConfigError(configTexts.simulation("sim.delay", text, `STATE is one of ${states}`));
  }
  return [state as WalletState, readDuration("sim.delay", text, duration)];
}

function readCallDelay(text: string): [string, number | null] {
  const [method, duration] = split(text);
  if (!methodPattern.test(method)) {
    throw new ConfigError(
      configTexts.simulation(
        "sim.rpc-delay",
        text,
        "METHOD is as GetInfo or Lightning.GetInfo, or *",
      ),
    );
  }
  return [method, duration === hangs ? null : readDuration("sim.rpc-delay", text, duration)];
}

function split(text: string): readonly [string, string] {
  const colon = text.indexOf(":");
  return colon < 0 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
}

function readDuration(flag: string, text: string, duration: string): number {
  try {
    return durationMs(flag, parseGoDuration(duration));
  } catch (error) {
    if (!(error instanceof GoValueError)) throw error;
    throw new ConfigError(configTexts.simulation(flag, text, error.message));
  }
}

function durationMs(flag: string, nanoseconds: bigint): number {
  const ms = toMs(nanoseconds);
  if (ms >= 0) return ms;
  throw new ConfigError(configTexts.simulation(flag, `${ms}ms`, "a duration is not negative"));
}
