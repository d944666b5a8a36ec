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

  // Arguments of verbs. Read in lnd 0.21's source and compared with its lncli.
  missing: (what: string) => `${what} argument missing`,
  undecodableAmount: (reason: string) => `unable to decode amt argument: ${reason}`,
  unparsablePreimage: (reason: string) => `unable to parse preimage: ${reason}`,
  unparsableHash: (reason: string) => `unable to parse hash: ${reason}`,
  unparsableDescriptionHash: (reason: string) => `unable to parse description_hash: ${reason}`,
  undecodableRhash: (reason: string) => `unable to decode rhash argument: ${reason}`,
  hintsAndBlindedPaths: "cannot include both route hints and blinded paths in the same invoice",
  unparsableBlindedPaths: (reason: string) => `could not parse blinded path config: ${reason}`,
  blindedOptionsAlone: "blinded path options are only used if the `--blind` options is set",
  invalidPeer: (reason: string) => `invalid --peer pubkey: ${reason}`,
  vertexLength: (digits: number) => `invalid vertex string length of ${digits}, want 66`,
  invalidAddressType: (type: string) =>
    `invalid address type ${type}, support address type are: p2wkh, np2wkh, and p2tr`,

  // Payments.
  bothFeeLimits: "either fee_limit or fee_limit_percent can be set, but not both",
  notConfirmed: "payment not confirmed",
  paymentAddrLength: (bytes: number) =>
    `payment addr must be exactly 32 bytes, is instead ${bytes}`,
  destinationMissing: "destination txid argument missing",
  destinationLength: (bytes: number) =>
    `dest node pubkey must be exactly 33 bytes, is instead: ${bytes}`,
  undecodablePaymentAmount: (reason: string) => `unable to decode payment amount: ${reason}`,
  keysendAndAmp: "either keysend or amp may be set, but not both",
  keysendWithHash: "cannot set payment hash when using keysend",
  paymentHashMissing: "payment hash argument missing",
  paymentHashLength: (bytes: number) =>
    `payment hash must be exactly 32 bytes, is instead ${bytes}`,
  undecodableChannels: (reason: string) => `unable to decode outgoing_chan_ids: ${reason}`,
  timeoutNotPositive: "payment timeout must be greater than zero",
  bothShardSizes: "only --max_split_size_msat or --max_split_size_sat should be set, but not both",
  tooManyEqualSigns: "invalid data format: multiple equal signs in record",
  invalidData: (reason: string) => `invalid data format: ${reason}`,
  invalidRouteHints: (reason: string) => `error unmarshaling route_hints json: ${reason}`,
  noRouteHints: (kind: string) =>
    `json: cannot unmarshal ${kind} into Go value of type []*lnrpc.RouteHint`,

  // Macaroons.
  unparsablePermission: (text: string) => `unable to parse permission tuple: ${text}`,
  emptyEntity: (text: string) => `invalid permission [${text}]. entity cannot be empty`,
  emptyAction: (text: string) => `invalid permission [${text}]. action cannot be empty`,
  bakingFailed: (reason: string) => `unable to bake macaroon: ${reason}`,
  bakedRootKeyLength: (wanted: number, bytes: number) =>
    `root key must be ${wanted} bytes, is ${bytes}`,
  notPositiveTimeout: "timeout must be greater than 0",
  unparsableIp: (text: string) => `unable to parse ip_address: ${text}`,
  spaceInCaveatName: "unexpected white space found in custom caveat name",
  invalidCaveatName: "invalid custom caveat name",
  spaceInCaveatCondition: "unexpected white space found in custom caveat condition",
  invalidCaveatCondition: "invalid custom caveat condition",
  rootKeyIdNotPositive: "root key ID must be a positive integer",
  defaultRootKeyId: "deleting the default root key ID 0 is not allowed",
  unreadableMacaroonFile: (path: string, reason: string) =>
    `unable to read macaroon path ${path}: ${reason}`,
  unhexableMacaroon: (reason: string) => `unable to hex decode macaroon: ${reason}`,
  macaroonMissing: "macaroon parameter missing",
  invalidMacaroonVersion: (hex: string) => `invalid macaroon version: ${hex}`,
  undecodableMacaroonId: (reason: string) => `unable to decode macaroon version: ${reason}`,
  unreadableSource: (path: string, reason: string) =>
    `error trying to read source macaroon file ${path}: ${reason}`,
  undecodableSource: (path: string, reason: string) =>
    `error unmarshalling source macaroon file ${path}: ${reason}`,
  unwritableMacaroon: (path: string, reason: string) =>
    `error writing destination macaroon file ${path}: ${reason}`,

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
