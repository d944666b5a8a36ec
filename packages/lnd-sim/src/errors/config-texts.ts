const validating = (text: string) => `ValidateConfig: ${text}`;

const unsafe = (kind: "RPC" | "REST", address: string, what: string, flag: string) =>
  validating(
    `error enforcing safe authentication on ${kind} ports: detected RPC server listening on ` +
      `publicly reachable interface ${address} with ${what} disabled! Refusing to start with ` +
      `${flag} specified`,
  );

const debugLevel = (text: string) => validating(`error parsing debug level: the specified ${text}`);

/**
 * What lnd says of a configuration, after its `failed to load config: `. Compared with v0.20.1; those of the network,
 * the database, the cluster and the password file were observed on master too. What the whole configuration is checked
 * for begins with `ValidateConfig: `; what a part of it says of itself does not.
 */
export const configTexts = {
  /** Ours. */
  simulation: (flag: string, value: string, reason: string) =>
    `invalid value "${value}" for --${flag}: ${reason}`,
  failedToLoad: (text: string) => `failed to load config: ${text}`,
  incorrectUsage: (programName: string) => `Use ${programName} -h to show usage`,
  noConfigFile: (path: string) => `specified config file does not exist in ${path}`,

  // Networks and the chain backend.
  noNetwork: validating(
    "either --bitcoin.mainnet, or --bitcoin.testnet, --bitcoin.testnet4, --bitcoin.simnet, " +
      "--bitcoin.regtest or --bitcoin.signet must be specified",
  ),
  severalNetworks: validating(
    "The mainnet, testnet, testnet4, regtest, simnet and signet params can't be used together " +
      "-- choose one of the five",
  ),
  timeLockDelta: validating("error validating bitcoin params: timelockdelta must be at least 18"),
  maxLocalDelay: validating("error validating bitcoin params: MaxLocalDelay must be at least: 144"),
  bitcoindSimnet: validating("bitcoind does not support simnet"),
  credentials: (backend: string, reason: string) =>
    validating(`unable to load RPC credentials for ${backend}: ${reason}`),
  credentialsNotFound: (reason: string) =>
    `unable to extract RPC credentials: ${reason}, cannot start w/o RPC connection`,
  bothCredentials: (backend: string) =>
    `please set both or neither of ${backend}.rpcuser, ${backend}.rpcpass`,
  credentialsWithZmq: (backend: string) =>
    `please set ${backend}.rpcuser and ${backend}.rpcpass (or ${backend}.rpccookie) ` +
    `together with ${backend}.zmqpubrawblock, ${backend}.zmqpubrawtx`,
  cookieOrCredentials: (backend: string) =>
    `please only provide either ${backend}.rpccookie or ${backend}.rpcuser and ${backend}.rpcpass`,
  simnetCredentials:
    "rpcuser and rpcpass must be set to your btcd node's RPC parameters for simnet mode",
  notInConfig: (name: string) => `unable to find ${name} in config`,
  sameZmqAddress: "zmqpubrawblock and zmqpubrawtx must be set to different addresses",
  estimateMode: "estimatemode must be one of the following: [ECONOMICAL CONSERVATIVE]",

  // Listeners.
  normalizing: (kind: "RPC listen" | "REST listen" | "p2p listen", text: string) =>
    validating(`error normalizing ${kind} addrs: ${text}`),
  parsingAddress: (raw: string, reason: string) => `parse address ${raw} failed: ${reason}`,
  onlyTcpOrUnix: (address: string) => `only TCP or unix socket addresses are supported: ${address}`,
  unsafeMacaroons: (kind: "RPC" | "REST", address: string) =>
    unsafe(kind, address, "authentication", "--no-macaroons"),
  unsafeTls: (kind: "RPC" | "REST", address: string) =>
    unsafe(kind, address, "encryption", "--no-rest-tls"),
  unixPeerListener: (path: string) =>
    validating(`unix socket addresses cannot be used for the p2p connection listener: ${path}`),

  // Wallet.
  seedBackupAndPasswordFile: validating(
    "cannot set noseedbackup and wallet-unlock-password-file at the same time",
  ),
  allowCreateAlone: validating(
    "cannot set wallet-unlock-allow-create without wallet-unlock-password-file",
  ),
  noPasswordFile: (path: string) =>
    validating(`wallet unlock password file ${path} does not exist`),

  // Database and cluster.
  unknownBackend: "unknown backend, must be either 'bolt', 'etcd', 'postgres' or 'sqlite'",
  nativeSql: (backend: string) => `cannot use native SQL with ${backend} backend`,
  noEtcdHost: "etcd host must be set",
  noDsn: "DSN is required",
  noGraphCache: (backend: string) => `cannot use no-graph-cache with database backend '${backend}'`,
  noElectionPrefix: "etcd-election-prefix must be set",
  belowMinimum: (check: string, setting: string, value: string, minimum: string) =>
    `${check} ${setting}: ${value} below minimum: ${minimum}`,
  diskRatio: "disk required ratio must be in [0:1)",

  // Logging, appearance.
  debugLevel: (level: string) => debugLevel(`debug level [${level}] is invalid`),
  debugLevelPair: (pair: string) =>
    debugLevel(`debug level contains an invalid subsystem/level pair [${pair}]`),
  debugLevelFormat: (pair: string) =>
    debugLevel(
      `debug level has an invalid format [${pair}] -- use format subsystem1=level1,` +
        "subsystem2=level2",
    ),
  debugSubsystem: (subsystem: string, supported: readonly string[]) =>
    debugLevel(
      `subsystem [${subsystem}] is invalid -- supported subsystems are [${supported.join(" ")}]`,
    ),
  nodeColor: validating(
    "unable to parse node color: color must be specified using a hexadecimal value in the form " +
      "#RRGGBB",
  ),

  // Folders.
  folderNotMade: (path: string, reason: string) =>
    validating(`Failed to create lnd directory '${path}': ${reason}`),
} as const;

/**
 * What lnd says of settings that mean nothing here, so that a configuration that lnd would refuse is refused.
 * Read in v0.20.1's source, and nearly all compared with what it says.
 */
export const acceptedFlagTexts = {
  negative: (flag: string) => validating(`${flag} must be non-negative`),
  notPositive: (flag: string) => validating(`${flag} must be positive`),
  channelSizes: (largest: number, smallest: number) =>
    validating(
      `invalid channel size parameters: max channel size ${largest}, must be no less than ` +
        `min chan size ${smallest}`,
    ),
  channelTooLarge: (largest: number) =>
    validating(
      `invalid channel size parameters: maximum channel size ${largest} is greater than ` +
        "maximum non-wumbo channel size 0.16777215 BTC",
    ),
  revocationLog: validating(
    "revocation log amount data must be stored if the watchtower client is active",
  ),
  feeAllocation: (value: string) =>
    validating(`invalid max channel fee allocation: ${value}, must be within (0, 1]`),
  anchorFeeRate: (value: number) =>
    validating(`invalid max commit fee rate anchors: ${value}, must be at least 1 sat/vByte`),
  torVersions: validating("either tor.v2 or tor.v3 can be set, but not both"),
  torListening: validating("listening must be enabled when enabling inbound connections over Tor"),
  natListening: validating("NAT traversal cannot be used when listening is disabled"),
  natHosts: validating(
    "NAT support and externalhosts are mutually exclusive, only one should be selected",
  ),
  backoffs: validating("maxbackoff must be greater than minbackoff"),
  remoteHtlcs: (value: number) =>
    validating(`default-remote-max-htlcs (${value}) must be less than 483`),
  commitInterval: (flag: string, value: string, most: string) =>
    validating(`${flag} (${value}) must be less than ${most}`),
  feeExposure: validating("cannot set both dust-threshold and channel-max-fee-exposure"),
  oldAndNew: (old: string, current: string) =>
    validating(`${old} and ${current} are mutually exclusive`),
  workers: (kind: string, value: number) => `number of ${kind} workers (${value}) must be positive`,
  cacheSize: (kind: string, value: number, least: number) =>
    `${kind} cache size ${value} is less than min: ${least}`,
  zero: (name: string) => `${name} must be non-zero`,
  interceptTimeout: "RPC middleware intercept timeout cannot be negative",
  sweeperFeeRateLow: "maxfeerate must be >= 100 sat/vb",
  sweeperFeeRateHigh: "maxfeerate must be <= 10000 sat/vb",
  sweeperTarget: "nodeadlineconftarget must be at least 144",
  mailboxTimeout: "mailboxdeliverytimeout must be positive",
  mailboxTimeoutLong: (value: string) => `mailboxdeliverytimeout: ${value} exceeds maximum: 2m0s`,
  quiescenceTimeout: (value: string) => `quiescencetimeout: ${value} below minimal: 30s`,
  realHops:
    "the minimum number of real hops in a blinded path must be smaller than or equal to the " +
    "number of hops expected to be included in each path",
  blindedPaths: "blinded max num paths cannot be 0",
  policyIncrease: "the blinded route policy increase multiplier must be greater than or equal to 1",
  policyDecrease: "the blinded route policy decrease multiplier must be in the range (0,1]",
  announcementConf: (value: number) => `announcement-conf=${value} must be no less than 3`,
} as const;

/** What this simulation says of a command line that lnd would not take as it stands. */
export const simulationTexts = {
  guideSpelling: (written: string, name: string) =>
    `lnd has no --${written}: write --${name}. Read as that here; --sim.strict refuses it, ` +
    "as lnd does.",
  assumedNetwork:
    "lnd asks for a network: add --bitcoin.regtest (and --bitcoin.node=nochainbackend where no " +
    "chain backend runs). regtest is assumed here; --sim.strict refuses it, as lnd does.",
  noEffect: (name: string) => `--${name} is a flag of lnd's that has no effect here.`,
} as const;
