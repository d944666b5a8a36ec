import { rmSync, writeFileSync } from "node:fs";
import { goFileError } from "@leaderlab/golang";
import { cleanAndExpandPath } from "@leaderlab/lnd-sim/clean-path";
import { systemEnvironment } from "@leaderlab/lnd-sim/environment";
import type { Flag } from "./flag.ts";
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
  const environment = systemEnvironment("lncli", terminal.env);
  const path = cleanAndExpandPath(flags.string("save_to"), environment);
  try {
    writeFileSync(path, macaroon, { mode: 0o644 });
  } catch (error) {
    removeFile(path);
    throw new LncliError(goFileError("open", path, error));
  }
  terminal.out(`Admin macaroon saved to ${path}\n`);
}

/** Leaves no half macaroon behind; what cannot be removed, such as a folder, stays. */
function removeFile(path: string): void {
  try {
    rmSync(path);
  } catch {
    // Why it could not be written is what counts.
  }
}
