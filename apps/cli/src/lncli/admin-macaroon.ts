import { rmSync, writeFileSync } from "node:fs";
import { cleanPath } from "./clean-path.ts";
import type { Flag } from "./flag.ts";
import { goFileError } from "./go-text.ts";
import { LncliError, lncliTexts } from "./lncli-texts.ts";
import type { VerbCall } from "./verb.ts";

/** The flags of a verb that may get an admin macaroon instead of files. */
export const statelessFlags: readonly [stateless: Flag, saveTo: Flag] = [
  {
    names: ["stateless_init"],
    kind: "boolean",
    usage: "let the node write no macaroon files",
  },
  {
    names: ["save_to"],
    kind: "string",
    usage: "save the admin macaroon that the node answers to this file",
  },
];

/** Throws LncliError when there is somewhere to save to and nothing to save. */
export function checkSaveTo({ flags }: VerbCall): void {
  if (flags.isSet("save_to") && !flags.boolean("stateless_init")) {
    throw new LncliError(lncliTexts.saveToAlone);
  }
}

/** With `--stateless_init`: saves the macaroon where `--save_to` says, or else prints it. Throws LncliError. */
export function storeOrPrintMacaroon({ flags, terminal }: VerbCall, macaroon: Buffer): void {
  if (!flags.boolean("stateless_init")) return;
  if (!flags.isSet("save_to")) {
    terminal.out(`Admin macaroon: ${macaroon.toString("hex")}\n`);
    return;
  }
  const path = cleanPath(flags.string("save_to"), terminal.env);
  try {
    writeFileSync(path, macaroon, { mode: 0o644 });
  } catch (error) {
    rmSync(path, { force: true });
    throw new LncliError(goFileError(path, error));
  }
  terminal.out(`Admin macaroon saved to ${path}\n`);
}
