import { readFileSync, writeFileSync } from "node:fs";
import { goFileError, goReadError } from "@leaderlab/golang";
import { cleanAndExpandPath } from "@leaderlab/lnd-sim/clean-path";
import { systemEnvironment } from "@leaderlab/lnd-sim/environment";
import type { Terminal } from "../terminal.ts";
import { LncliError } from "./lncli-texts.ts";

/** A path as lncli understands it: `~` and variables are filled in. */
export function expandPath(path: string, { env }: Terminal): string {
  return cleanAndExpandPath(path, systemEnvironment("lncli", env));
}

/** What is in a file. Throws LncliError, in words of `refusal`. */
export function readBytes(path: string, refusal: (reason: string) => string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new LncliError(refusal(goReadError(path, error)));
  }
}

/** Writes a file that everybody may read. Throws LncliError, in words of `refusal`. */
export function writeBytes(
  path: string,
  bytes: Buffer,
  refusal = (reason: string) => reason,
): void {
  try {
    writeFileSync(path, bytes, { mode: 0o644 });
  } catch (error) {
    throw new LncliError(refusal(goFileError("open", path, error)));
  }
}
