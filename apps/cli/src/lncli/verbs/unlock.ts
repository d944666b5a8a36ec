import { parseGoInteger } from "@leaderlab/golang";
import * as lnd from "@leaderlab/proto/lnd";
import { RpcError } from "@leaderlab/rpc/client";
import { cancelOnSignal } from "../cancel-on-signal.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { Prompt } from "../prompt.ts";
import type { RunVerb, VerbCall } from "../verb.ts";

/**
 * `lncli unlock`: opens the wallet. It waits until the node has its wallet locked, on a follower until it leads, and
 * then until the wallet is open, and tells each state on the way. Mirrors: lncli unlock since lnd 0.21.
 */
export const runUnlock: RunVerb = async (call) => {
  const { terminal, flags, connection } = call;
  const signal = cancelOnSignal(terminal);
  const wallet_password = await readPassword(call, new Prompt(terminal, signal));
  const recovery_window = recoveryWindow(call);
  await untilState(call, signal, ["LOCKED"]);
  const request = {
    wallet_password,
    recovery_window,
    stateless_init: flags.boolean("stateless_init"),
  };
  await connection.unary(lnd.walletUnlocker.methods.UnlockWallet, request, signal);
  await untilState(call, signal, openStates);
  terminal.out("\nlnd successfully unlocked!\n");
};

const openStates: readonly lnd.WalletState[] = ["UNLOCKED", "RPC_ACTIVE", "SERVER_ACTIVE"];

/** With `--stdin`, even `--stdin=false`, the password is a line of the input; else it is asked for. */
async function readPassword({ flags }: VerbCall, prompt: Prompt): Promise<Buffer> {
  if (!flags.isSet("stdin")) return prompt.askHidden("Input wallet password: ");
  const line = await prompt.readLine();
  return Buffer.from(line.toString("latin1").replace(/^[\r\n]+|[\r\n]+$/g, ""), "latin1");
}

/** From the flag, or from the first argument; Go cuts off what does not fit into 32 bits. */
function recoveryWindow({ flags, rest }: VerbCall): number {
  if (flags.isSet("recovery_window")) {
    return Number(BigInt.asIntN(32, flags.integer("recovery_window")));
  }
  const [text] = rest;
  if (text === undefined) return 0;
  try {
    const window = parseGoInteger(text, { isSigned: true, bits: 64, anyBase: false });
    return Number(BigInt.asIntN(32, window));
  } catch (error) {
    throw new LncliError((error as Error).message);
  }
}

/** Waits for one of the states, for ever if need be. A node without a State service is not waited for. */
async function untilState(
  { connection, terminal }: VerbCall,
  signal: AbortSignal,
  wanted: readonly lnd.WalletState[],
): Promise<void> {
  try {
    const states = connection.serverStream(lnd.state.methods.SubscribeState, {}, signal);
    for await (const { state } of states) {
      terminal.out(`wallet state: ${state}\n`);
      if (wanted.includes(state)) return;
      if (state === "NON_EXISTING") throw new LncliError(lncliTexts.notInitialized);
      if (openStates.includes(state)) throw new LncliError(lncliTexts.alreadyUnlocked);
    }
  } catch (error) {
    const isSkipped =
      error instanceof RpcError && (error.code === "UNIMPLEMENTED" || error.code === "UNAVAILABLE");
    if (isSkipped) return;
    throw error;
  }
  throw new LncliError(lncliTexts.shutDownEarly);
}
