import { plainError } from "./error-row.ts";

/**
 * lnd's refusals of a call by the wallet's state, of the WalletUnlocker, and of the Lightning service. Each was
 * observed on lnd's master unless it says otherwise.
 */
export const rpcErrors = {
  // The wallet's state: every service but State.
  waitingToStart: plainError("waiting to start, RPC services not available"),
  walletNotCreated: plainError("wallet not created, create one to enable full RPC access"),
  walletLocked: plainError("wallet locked, unlock it to enable full RPC access"),
  walletUnlocked: plainError(
    "wallet already unlocked, WalletUnlocker service is no longer available",
  ),
  rpcStarting: plainError(
    "the RPC server is in the process of starting up, but not yet ready to accept calls",
  ),

  // WalletUnlocker.
  walletExists: plainError("wallet already exists"),
  walletNotFound: plainError("wallet not found"),
  passwordTooShort: plainError("password must have at least 8 characters"),
  seedMissing: plainError("must either specify cipher seed mnemonic or the extended master key"),
  wrongPassword: plainError("invalid passphrase for master public key"),
  unlockTimeout: plainError("got no unlock message before timeout"),
  /** This and the next four: observed on v0.20.1. */
  wrongEntropyLength: plainError(
    (length: number) => `incorrect entropy length: expected 16 bytes, instead got ${length} bytes`,
  ),
  negativeRecoveryWindow: plainError(
    (window: number) => `recovery window ${window} must be non-negative`,
  ),
  wrongRootKeyLength: plainError(
    (length: number) => `macaroon root key must be exactly 32 bytes, is instead ${length}`,
  ),
  seedAndExtendedKey: plainError(
    "cannot specify both the cipher seed mnemonic and the extended master key",
  ),
  extendedKeyLength: plainError("the provided serialized extended key length is invalid"),
  /** Read in v0.20.1's source, not observed. */
  macaroonFileNotRemoved: plainError(
    (reason: string) =>
      `could not remove macaroon file: ${reason}. if the wallet was initialized stateless please ` +
      "add the --stateless_init flag",
  ),

  // Lightning.
  serverStarting: plainError("server is still in the process of starting"),
  /** Read in v0.20.1's source, not observed: with --no-macaroons, what is about macaroons. */
  macaroonsDisabled: plainError(
    "macaroon authentication disabled, remove --no-macaroons flag to enable",
  ),
  /** Read in the source; the sockets close before anybody sees it. */
  serverExiting: plainError("server exiting"),

  /** Ours: a field of a request that lnd takes and this simulation does not. */
  notSimulated: {
    code: "UNIMPLEMENTED",
    text: (field: string) => `${field} is not simulated`,
  },
} as const;
