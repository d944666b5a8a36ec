import { decodeMacaroonId, formatPermission, LndError } from "@leaderlab/lnd-sim/macaroon";
import { hexOf } from "../argument.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { expandPath, readBytes } from "../macaroon-file.ts";
import type { RunVerb, VerbCall } from "../verb.ts";
import { parse } from "./constrain-macaroon.ts";

const formatVersion = 2;
const idVersion = 3;

/** `lncli printmacaroon`, which asks no node. */
export const runPrintMacaroon: RunVerb = async (call) => {
  const { flags, rest, terminal, showHelp } = call;
  if (rest.length === 0 && flags.count === 0) return showHelp();
  const macaroon = parse(bytesOf(call), lncliTexts.undecodableMacaroon);
  if (macaroon.id[0] !== idVersion) {
    throw new LncliError(lncliTexts.invalidMacaroonVersion(macaroon.id.toString("hex")));
  }
  const { rootKeyId, permissions } = decodeId(macaroon.id);
  const caveats = macaroon.caveats.map(({ id }) => id.toString());
  const content = {
    version: formatVersion,
    location: macaroon.location,
    root_key_id: rootKeyId.toString(),
    permissions: permissions.map(formatPermission),
    caveats: caveats.length === 0 ? null : caveats,
  };
  terminal.out(`${escapeHtml(JSON.stringify(content, undefined, 4))}\n`);
};

function bytesOf({ flags, rest, terminal }: VerbCall): Buffer {
  if (flags.isSet("macaroon_file")) {
    const path = expandPath(flags.string("macaroon_file"), terminal);
    return readBytes(path, (reason) => lncliTexts.unreadableMacaroonFile(path, reason));
  }
  const [digits] = rest;
  if (digits === undefined) throw new LncliError(lncliTexts.macaroonMissing);
  return hexOf(digits, lncliTexts.unhexableMacaroon);
}

function decodeId(id: Buffer) {
  try {
    return decodeMacaroonId(id);
  } catch (error) {
    if (!(error instanceof LndError)) throw error;
    throw new LncliError(lncliTexts.undecodableMacaroonId(error.message));
  }
}

/** As Go writes JSON, so that it may stand in a page. */
function escapeHtml(json: string): string {
  const escaped = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return json.replace(/[<>&\u2028\u2029]/g, escaped);
}
