import { LndError } from "./errors.ts";

/** The six states of lnd's wallet, with their numbers on the wire (lnrpc.WalletState). */
export const walletStates = {
  NON_EXISTING: 0,
  LOCKED: 1,
  UNLOCKED: 2,
  RPC_ACTIVE: 3,
  SERVER_ACTIVE: 4,
  WAITING_TO_START: 255,
} as const;

/** A state of lnd's wallet. */
export type WalletState = keyof typeof walletStates;

/**
 * Which state follows which. A process begins in WAITING_TO_START and never goes back: a deposed leader exits.
 *
 *     WAITING_TO_START ──► NON_EXISTING ──► UNLOCKED ──► RPC_ACTIVE ──► SERVER_ACTIVE
 *                     └──► LOCKED ─────────┘
 *
 * Creating a wallet opens it, so that LOCKED does not come after NON_EXISTING in one process.
 */
export const walletMoves: { readonly [S in WalletState]: readonly WalletState[] } = {
  WAITING_TO_START: ["NON_EXISTING", "LOCKED"],
  NON_EXISTING: ["UNLOCKED"],
  LOCKED: ["UNLOCKED"],
  UNLOCKED: ["RPC_ACTIVE"],
  RPC_ACTIVE: ["SERVER_ACTIVE"],
  SERVER_ACTIVE: [],
};

/** Whether lnd ever moves from one state to the other. */
export function mayMove(from: WalletState, to: WalletState): boolean {
  return walletMoves[from].includes(to);
}

const stateService = "lnrpc.State";
const unlockerService = "lnrpc.WalletUnlocker";
/** A node that is stuck between unlocking and serving can be stopped. */
const stopDaemon = "/lnrpc.Lightning/StopDaemon";

/**
 * Why a call is refused in a state, or undefined when the state lets it through. `path` is the method's full path,
 * such as `/lnrpc.Lightning/GetInfo`. lnd asks this before it looks at the macaroon.
 *
 * Mirrors: lnd rpcperms/interceptor.go checkRPCState.
 */
export function checkRpcAllowed(state: WalletState, path: string): LndError | undefined {
  const service = serviceOf(path);
  if (service === stateService) return undefined;
  const isUnlocker = service === unlockerService;
  switch (state) {
    case "WAITING_TO_START":
      return new LndError("waitingToStart");
    case "NON_EXISTING":
      return isUnlocker ? undefined : new LndError("walletNotCreated");
    case "LOCKED":
      return isUnlocker ? undefined : new LndError("walletLocked");
    case "UNLOCKED":
      if (isUnlocker) return new LndError("walletUnlocked");
      return path === stopDaemon ? undefined : new LndError("rpcStarting");
    case "RPC_ACTIVE":
    case "SERVER_ACTIVE":
      return isUnlocker ? new LndError("walletUnlocked") : undefined;
  }
}

/**
 * Whether a method asks for a macaroon. Those of State and WalletUnlocker never do: they must work before there is a
 * wallet, and with it a macaroon. Mirrors: lnd rpcperms/interceptor.go macaroonWhitelist.
 */
export function needsMacaroon(path: string): boolean {
  const service = serviceOf(path);
  return service !== stateService && service !== unlockerService;
}

/** `lnrpc.State` of `/lnrpc.State/GetState`. */
function serviceOf(path: string): string {
  return path.slice(1, path.lastIndexOf("/"));
}
