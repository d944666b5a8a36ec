import { addCaveat, LndError, parseMacaroon, serialiseMacaroon } from "@leaderlab/lnd-sim/macaroon";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { expandPath, readBytes, writeBytes } from "../macaroon-file.ts";
import { restrictionsOf } from "../macaroon-restrictions.ts";
import type { RunVerb } from "../verb.ts";

/** `lncli constrainmacaroon` */
export const runConstrainMacaroon: RunVerb = async ({ flags, rest, terminal, showHelp }) => {
  const [from, to, ...others] = rest;
  if (from === undefined || to === undefined || others.length > 0) return showHelp();
  const source = expandPath(from, terminal);
  const bytes = readBytes(source, (reason) => lncliTexts.unreadableSource(source, reason));
  const macaroon = parse(bytes, (reason) => lncliTexts.undecodableSource(source, reason));
  const bound = restrictionsOf(flags, terminal.clock).reduce(addCaveat, macaroon);
  const target = expandPath(to, terminal);
  writeBytes(target, serialiseMacaroon(bound), (reason) =>
    lncliTexts.unwritableMacaroon(target, reason),
  );
  terminal.out(`Macaroon saved to ${target}\n`);
};

/** A macaroon from its bytes. Throws LncliError, in words of `refusal`. */
export function parse(bytes: Buffer, refusal: (reason: string) => string) {
  try {
    return parseMacaroon(bytes);
  } catch (error) {
    if (!(error instanceof LndError)) throw error;
    throw new LncliError(refusal(error.message));
  }
}
