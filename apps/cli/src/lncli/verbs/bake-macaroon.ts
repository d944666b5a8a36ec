import {
  addCaveat,
  bakeMacaroon,
  type Permission,
  parseMacaroon,
  rootKeyBytes,
  serialiseMacaroon,
} from "@leaderlab/lnd-sim/macaroon";
import * as lnd from "@leaderlab/proto/lnd";
import { hexOf } from "../argument.ts";
import { cancelOnSignal } from "../cancel-on-signal.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { expandPath, writeBytes } from "../macaroon-file.ts";
import { restrictionsOf } from "../macaroon-restrictions.ts";
import type { RunVerb, VerbCall } from "../verb.ts";

/** `lncli bakemacaroon` */
export const runBakeMacaroon: RunVerb = async (call) => {
  const { flags, rest, terminal, showHelp } = call;
  if (rest.length === 0) return showHelp();
  const permissions = rest.map(permissionOf);
  const baked = flags.isSet("root_key")
    ? bakeOffline(call, permissions)
    : await askForMacaroon(call, permissions);
  const bound = restrictionsOf(flags, terminal.clock).reduce(addCaveat, parseMacaroon(baked));
  const bytes = serialiseMacaroon(bound);
  if (flags.string("save_to") === "") return terminal.out(`${bytes.toString("hex")}\n`);
  const path = expandPath(flags.string("save_to"), terminal);
  writeBytes(path, bytes);
  terminal.out(`Macaroon saved to ${path}\n`);
};

function permissionOf(text: string): Permission {
  const [entity, action, ...others] = text.split(":");
  if (entity === undefined || action === undefined || others.length > 0) {
    throw new LncliError(lncliTexts.unparsablePermission(text));
  }
  if (entity === "") throw new LncliError(lncliTexts.emptyEntity(text));
  if (action === "") throw new LncliError(lncliTexts.emptyAction(text));
  return { entity, action };
}

function bakeOffline({ flags, terminal }: VerbCall, permissions: readonly Permission[]): Buffer {
  const rootKey = hexOf(flags.string("root_key"), lncliTexts.invalidRootKey);
  if (rootKey.length !== rootKeyBytes) {
    const reason = lncliTexts.bakedRootKeyLength(rootKeyBytes, rootKey.length);
    throw new LncliError(lncliTexts.bakingFailed(reason));
  }
  return bakeMacaroon({ rootKey, permissions, random: terminal.random });
}

async function askForMacaroon(
  { connection, flags, terminal }: VerbCall,
  permissions: readonly Permission[],
): Promise<Buffer> {
  const request = {
    permissions,
    root_key_id: String(flags.unsigned("root_key_id")),
    allow_external_permissions: flags.boolean("allow_external_permissions"),
  };
  const { BakeMacaroon } = lnd.lightning.methods;
  const { macaroon } = await connection.unary(BakeMacaroon, request, cancelOnSignal(terminal));
  return Buffer.from(macaroon, "hex");
}
