import type { Random } from "@leaderlab/clock";
import type { LndConfig } from "./config/lnd-config.ts";
import { LndError, startupTexts } from "./errors.ts";
import type { Files } from "./files.ts";
import type { Log } from "./log.ts";
import { defaultPassword } from "./services/wallet-unlocker.ts";
import type { StateHub } from "./state-hub.ts";
import type { Opened, WalletDoor } from "./wallet-door.ts";
import type { WalletState } from "./wallet-state.ts";

/** What it takes to get a wallet opened. */
export interface AwaitWalletParts {
  readonly config: LndConfig;
  readonly door: WalletDoor;
  readonly hub: StateHub;
  /** Waits as long as the node is to stay in a state that it would leave by itself. */
  beforeLeaving(state: WalletState): Promise<void>;
  readonly log: Log;
  readonly random: Pick<Random, "nextBytes">;
  readonly files: Pick<Files, "read">;
  /** Unix seconds: the birthday of a wallet that is made here. */
  readonly nowUnixSeconds: number;
}

/**
 * Says whether there is a wallet (NON_EXISTING or LOCKED), opens it as the flags tell, or waits until somebody does.
 * Rejects, in lnd's words, when the flags cannot be followed. Mirrors: lnd config_builder.go waitForWalletPassword.
 */
export async function awaitWallet(parts: AwaitWalletParts): Promise<Opened> {
  const { config, door, hub, beforeLeaving, log } = parts;
  const { noSeedBackup, unlockPasswordFile, unlockAllowCreate } = config.wallet;
  const exists = await door.exists();
  if (!exists && unlockPasswordFile !== "" && !unlockAllowCreate) {
    throw new Error(startupTexts.noWalletForPasswordFile);
  }
  hub.move(exists ? "LOCKED" : "NON_EXISTING");
  await beforeLeaving(hub.state);
  if (noSeedBackup) openFromInside(parts, exists, defaultPassword);
  else if (exists && unlockPasswordFile !== "") {
    log("INF", "LTND", "Attempting automatic wallet unlock with password provided in file");
    openFromInside(parts, exists, readPassword(parts.files, unlockPasswordFile));
  } else {
    log("INF", "LTND", waitingForPassword);
  }
  return door.opened;
}

const waitingForPassword =
  "Waiting for wallet encryption password. Use `lncli create` to create a wallet, `lncli unlock` to unlock an " +
  "existing wallet, or `lncli changepassword` to change the password of an existing wallet and unlock it.";

/** Opens or creates the wallet; a failure ends the node, by the door. */
function openFromInside(parts: AwaitWalletParts, exists: boolean, password: Buffer): void {
  const { door, random, nowUnixSeconds: birthday } = parts;
  const wishes = { statelessInit: false };
  const opening = exists
    ? door.unlock(password, wishes)
    : door.create({ password, entropy: Buffer.from(random.nextBytes(16)), birthday }, wishes);
  opening.catch((error) => door.fail(unlockFailure(error)));
}

/** A trailing line end does not belong to the password. */
function readPassword(files: Pick<Files, "read">, path: string): Buffer {
  const content = files.read(path);
  const end = content.toString("latin1").replace(/[\r\n]+$/, "").length;
  return content.subarray(0, end);
}

function unlockFailure(error: unknown): Error {
  if (error instanceof LndError && error.reason === "wrongPassword") {
    return new Error(startupTexts.wrongPasswordInFile);
  }
  return error instanceof Error ? error : new Error(String(error));
}
