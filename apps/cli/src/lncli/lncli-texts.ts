/**
 * Every text of its own that lncli says when something goes wrong, as probes and scripts match them; what it has from
 * Go's standard library stands in @leaderlab/golang. Observed on v0.20.1, unless a row says otherwise.
 */
export const lncliTexts = {
  // The command line, in the words of urfave/cli.
  invalidVariable: (value: string, name: string, reason: string) =>
    `could not parse ${value} as int value for flag ${name}: ${reason}`,
  twoForms: (name: string, other: string) =>
    `Cannot use two forms of the same flag: ${name} ${other}`,
  noHelpTopic: (name: string) => `No help topic for '${name}'`,

  // Global options.
  globalOptions: (reason: string) => `could not load global options: ${reason}`,
  unknownNetwork: (name: string) => `unknown network: ${name}`,
  unreadableCertificate: (reason: string) => `could not load TLS cert file: ${reason}`,
  invalidCertificate: "could not create cert pool: credentials: failed to append certificate",
  invalidMetadata: 'invalid format for metadata flag; expected "key:value"',
  unreadableMacaroon: (reason: string) =>
    `unable to read macaroon path (check the network setting!): ${reason}`,
  undecodableMacaroon: (reason: string) => `unable to decode macaroon: ${reason}`,
  macaroonNotInJar: (name: string) => `macaroon with name '${name}' not found in profile`,
  invalidMacaroonIp: "incorrect macaroon IP-lock address",

  // Calls.
  status: (code: string, message: string) => `rpc error: code = ${code} desc = ${message}`,
  emptyMetadataKey: "there is an empty key in the header",
  invalidMetadataKey: (quotedKey: string) =>
    `header key ${quotedKey} contains illegal characters not in [0-9a-z-_.]`,
  invalidMetadataValue: (quotedKey: string) =>
    `header key ${quotedKey} contains value with non-printable ASCII characters`,
  connectionError: (quotedReason: string) => `connection error: desc = ${quotedReason}`,
  dialing: (reason: string) => `transport: Error while dialing: ${reason}`,
  handshake: (reason: string) => `transport: authentication handshake failed: ${reason}`,
  unverifiedCertificate: "tls: failed to verify certificate: ",
  notTls: "tls: first record does not look like a TLS handshake",
  noHttp2:
    "error reading server preface: http2: failed reading the frame payload: http2: frame too large, note that the " +
    "frame header looked like an HTTP/1.1 header",
  /** With --insecure at a port that speaks TLS. */
  notPlain: "error reading server preface: http2: frame too large",
  connectionLost: "error reading from server: EOF",
  canceled: "context canceled",
  walletEncrypted:
    "wallet is encrypted - please unlock using 'lncli unlock', or set password using 'lncli create' if this is the " +
    "first time starting lnd",
  alreadyUnlocked: "wallet is already unlocked",

  // Questions and answers.
  endOfInput: "EOF",
  noTerminal: "inappropriate ioctl for device",
  passwordTooShort: "password must have at least 8 characters",
  passwordMismatch: "Passwords don't match, please try again",
  newPasswordMismatch: "passwords don't match",
  saveToAlone: "cannot set save_to parameter without stateless_init",
  wrongSeedLength: (words: number) =>
    `wrong cipher seed mnemonic length: got ${words} words, expecting 24 words`,
  invalidRecoveryWindow: (reason: string) => `Unable to parse recovery window: ${reason}`,
  invalidBirthday: (reason: string) => `Unable to parse birthday timestamp: ${reason}`,
  invalidRootKey: (reason: string) => `unable to parse macaroon root key: ${reason}`,
  rootKeyLength: (bytes: number) => `macaroon root key must be exactly 32 bytes, got ${bytes}`,
  noSeed: "unable to generate seed",
  noVersion: "unable fetch version from lnd",

  // `unlock` since lnd 0.21: observed on master where it succeeds, else read in master's tests of it.
  notInitialized: "wallet is not initialized - please run 'lncli create'",
  shutDownEarly: "lnd shut down before reaching expected wallet state",

  /** Ours: what the real lncli has and this one has not. */
  notSimulated: (what: string) => `leaderlab does not simulate lncli's ${what}`,
} as const;

/** What lnd says that lncli says in other words. The same texts stand in lnd's own table, and a test compares them. */
export const lndTexts = {
  walletLocked: "wallet locked, unlock it to enable full RPC access",
  walletUnlocked: "wallet already unlocked, WalletUnlocker service is no longer available",
} as const;

/** Ends lncli with `[lncli] ` and the message on stderr, and exit code 1. */
export class LncliError extends Error {
  override readonly name = "LncliError";
}
