import type { Clock, Random } from "@leaderlab/clock";
import { startHeldLnd } from "./held-lnd.ts";
import { makeLndFolder } from "./lnd-folder.ts";

/**
 * Makes a folder that others begin from: a node lives in it until its wallet, its certificate and its macaroons are
 * there. The password is lnd's own of `--noseedbackup`: `hello`.
 */
export async function makeWalletFolder(
  lndDir: string,
  parts: { readonly clock: Clock; readonly random: Random },
): Promise<void> {
  makeLndFolder(lndDir);
  const lnd = await startHeldLnd({
    ...parts,
    lndDir,
    ports: { rest: 0, rpc: 0 },
    flags: ["--noseedbackup", "--sim.hold-in=UNLOCKED"],
    state: "UNLOCKED",
  });
  await lnd.stop();
}
