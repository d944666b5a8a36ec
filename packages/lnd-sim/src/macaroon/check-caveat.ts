import { goQuote, goTrimSpace } from "@leaderlab/golang";
import { isInRange, parseIp, parseIpRange } from "../config/ip-address.ts";
import { LndError, macaroonReasons } from "../errors.ts";
import { parseRfcTime, RfcTimeError } from "./parse-rfc-time.ts";

/** What caveats are about. */
export interface CaveatFacts {
  /** The time of day in milliseconds since 1970. */
  readonly nowUnixMs: number;
  /** The caller's IP address, without a port. */
  readonly peerIp: string;
}

/** Why a condition does not hold, or undefined when it does. */
type CaveatCheck = (argument: string, facts: CaveatFacts) => string | undefined;

/** The conditions that lnd knows. Mirrors: lnd macaroons/constraints.go, macaroon-bakery checkers. */
const checks: { readonly [condition: string]: CaveatCheck } = {
  "time-before": checkTime,
  ipaddr: (argument, { peerIp }) =>
    parseIp(argument) === parseIp(peerIp) ? undefined : macaroonReasons.otherIp,
  iprange: checkIpRange,
  declared: () => undefined,
  error: () => macaroonReasons.errorCaveat,
  "lnd-custom": checkCustom,
};

/** Checks a caveat's condition. Throws LndError when it does not hold. */
export function checkCaveat(condition: string, facts: CaveatFacts): void {
  const quoted = goQuote(condition);
  if (condition === "") {
    throw new LndError("unparsableCaveat", quoted, macaroonReasons.emptyCaveat);
  }
  const space = condition.indexOf(" ");
  if (space === 0) throw new LndError("unparsableCaveat", quoted, macaroonReasons.spacedCaveat);
  const name = space < 0 ? condition : condition.slice(0, space);
  const argument = space < 0 ? "" : condition.slice(space + 1);
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
  const reason = check === undefined ? macaroonReasons.unknownCaveat : check(argument, facts);
  if (reason !== undefined) throw new LndError("caveatNotSatisfied", quoted, reason);
}

function checkTime(argument: string, { nowUnixMs }: CaveatFacts): string | undefined {
  try {
    return nowUnixMs < parseRfcTime(argument) ? undefined : macaroonReasons.expired;
  } catch (error) {
    if (error instanceof RfcTimeError) return error.message;
    throw error;
  }
}

function checkIpRange(argument: string, { peerIp }: CaveatFacts): string | undefined {
  const range = parseIpRange(argument);
  if (range === undefined) return macaroonReasons.invalidIpRange(argument);
  const ip = parseIp(peerIp);
  return ip !== undefined && isInRange(ip, range) ? undefined : macaroonReasons.otherIpRange;
}

/** A custom caveat needs an RPC middleware that knows it, and none can be registered here. */
function checkCustom(argument: string): string {
  if (argument !== goTrimSpace(argument)) return macaroonReasons.spacedCustomCaveat;
  if (argument === "") return macaroonReasons.emptyCustomCaveat;
  return macaroonReasons.noMiddleware(argument.split(" ")[0] ?? "");
}
