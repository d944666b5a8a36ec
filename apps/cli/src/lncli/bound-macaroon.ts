import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { basename } from "node:path";
import type { Clock } from "@leaderlab/clock";
import { goReadError } from "@leaderlab/golang";
import {
  addCaveat,
  LndError,
  type Macaroon,
  parseMacaroon,
  serialiseMacaroon,
} from "@leaderlab/lnd-sim/macaroon";
import type { FlagValues } from "./flag.ts";
import { LncliError, lncliTexts } from "./lncli-texts.ts";

/**
 * Reads a file with a macaroon; what it gives makes of it the macaroon that is sent, in hexadecimal digits: good for a
 * short time, and for one caller's address if the flags ask for that. Both throw LncliError.
 */
export type ReadMacaroon = (
  path: string,
) => (flags: FlagValues, clock: Pick<Clock, "unixNow">) => string;

/**
 * Mirrors: lncli profileFromContext, getClientConn. Deviates: lncli sends a macaroon of the old format V1, which lnd
 * does not take; here it is refused at once.
 */
export const readMacaroon: ReadMacaroon = (path) => {
  const macaroon = decode(path);
  return (flags, clock) => {
    const wanted = flags.string("macfromjar");
    if (flags.isSet("macfromjar") && wanted !== basename(path)) {
      throw new LncliError(lncliTexts.macaroonNotInJar(wanted));
    }
    const bound = conditions(flags, clock).reduce(addCaveat, macaroon);
    return serialiseMacaroon(bound).toString("hex");
  };
};

function decode(path: string): Macaroon {
  const refuse = (reason: string) => new LncliError(lncliTexts.globalOptions(reason));
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw refuse(lncliTexts.unreadableMacaroon(goReadError(path, error)));
  }
  try {
    return parseMacaroon(bytes);
  } catch (error) {
    if (!(error instanceof LndError)) throw error;
    throw refuse(lncliTexts.undecodableMacaroon(error.message));
  }
}

function conditions(flags: FlagValues, clock: Pick<Clock, "unixNow">): readonly string[] {
  const address = flags.string("macaroonip");
  if (address !== "" && isIP(address) === 0) throw new LncliError(lncliTexts.invalidMacaroonIp);
  const endMs = clock.unixNow() + Number(flags.integer("macaroontimeout")) * 1000;
  return [
    `time-before ${new Date(Math.min(Math.max(endMs, 0), lastMoment)).toISOString()}`,
    ...(address === "" ? [] : [`ipaddr ${address}`]),
  ];
}

/** The last moment with a year of four digits, behind which no condition is written. */
const lastMoment = Date.UTC(9999, 11, 31);
