import type { WalletState } from "./wire.ts";

/**
 * The way of a wallet in one process, in steps; a step with two states is passed in one of them. A process never goes
 * back: a deposed leader exits. Mirrors: lnd's WalletState.
 */
export const statePath: readonly (readonly WalletState[])[] = [
  ["WAITING_TO_START"],
  ["NON_EXISTING", "LOCKED"],
  ["UNLOCKED"],
  ["RPC_ACTIVE"],
  ["SERVER_ACTIVE"],
];

/** What a state means for who talks to the node. */
export const stateMeanings: { readonly [S in WalletState]: string } = {
  WAITING_TO_START: "not elected yet; only the State service answers",
  NON_EXISTING: "elected, no wallet in the database yet",
  LOCKED: "elected, the wallet waits for its password",
  UNLOCKED: "the wallet is open, the servers are not up yet",
  RPC_ACTIVE: "calls are taken, the node is not ready yet",
  SERVER_ACTIVE: "ready: everything answers",
};

/** Whether a step lies behind, is where the wallet stands, or lies ahead; all lie ahead when no process runs. */
export function stepStanding(step: number, state: WalletState | null): "past" | "now" | "ahead" {
  if (state === null) return "ahead";
  const now = statePath.findIndex((states) => states.includes(state));
  if (step === now) return "now";
  return step < now ? "past" : "ahead";
}
