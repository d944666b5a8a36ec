import { isIP } from "node:net";
import type { Clock } from "@leaderlab/clock";
import type { FlagValues } from "./flag.ts";
import { LncliError, lncliTexts } from "./lncli-texts.ts";

/**
 * The conditions that `--timeout`, `--ip_address` and `--custom_caveat_…` put on a macaroon. Throws LncliError. Mirrors:
 * lncli applyMacaroonConstraints.
 */
export function restrictionsOf(
  flags: FlagValues,
  clock: Pick<Clock, "unixNow">,
): readonly string[] {
  return [...timeLimit(flags, clock), ...addressLimit(flags), ...customCaveat(flags)];
}

/** The last moment that a year of four digits writes. */
const lastMoment = Date.UTC(9999, 11, 31);

function timeLimit(flags: FlagValues, clock: Pick<Clock, "unixNow">): readonly string[] {
  if (!flags.isSet("timeout")) return [];
  const seconds = BigInt.asIntN(64, flags.unsigned("timeout"));
  if (seconds <= 0n) throw new LncliError(lncliTexts.notPositiveTimeout);
  const end = new Date(Math.min(clock.unixNow() + Number(seconds) * 1000, lastMoment));
  return [`time-before ${end.toISOString().replace(/\.?0*Z$/, "Z")}`];
}

function addressLimit(flags: FlagValues): readonly string[] {
  if (!flags.isSet("ip_address")) return [];
  const address = flags.string("ip_address");
  if (isIP(address) === 0) throw new LncliError(lncliTexts.unparsableIp(address));
  return [`ipaddr ${address}`];
}

function customCaveat(flags: FlagValues): readonly string[] {
  if (!flags.isSet("custom_caveat_name")) return [];
  const name = flags.string("custom_caveat_name");
  if (/\s/.test(name)) throw new LncliError(lncliTexts.spaceInCaveatName);
  if (name === "") throw new LncliError(lncliTexts.invalidCaveatName);
  if (!flags.isSet("custom_caveat_condition")) return [`lnd-custom ${name}`];
  const condition = flags.string("custom_caveat_condition");
  if (/\s/.test(condition)) throw new LncliError(lncliTexts.spaceInCaveatCondition);
  if (condition === "") throw new LncliError(lncliTexts.invalidCaveatCondition);
  return [`lnd-custom ${name} ${condition}`];
}
