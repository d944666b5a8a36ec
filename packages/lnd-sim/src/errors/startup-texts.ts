const walletConfig = (text: string) => `error creating wallet config: ${text}`;

/**
 * What lnd prints to stderr as its last line when it cannot start or loses what it needs to; the process then exits
 * with code 1. All observed on master, but for the two of taken ports, which were observed on v0.20.1. The reasons
 * that they end with come from etcd, from the system, or from the parts below.
 */
export const startupTexts = {
  // Ports.
  grpcPort: (reason: string, address: string) =>
    `unable to listen on grpc endpoint: ${reason} endpoint=${address}`,
  restPort: (reason: string) => `error starting REST proxy: ${reason}`,
  /** What a client sees of a node that goes down in the middle of its call. */
  connectionClosing: "grpc: the client connection is closing",

  // Election.
  campaignFailed: (reason: string) => `leadership campaign failed: ${reason}`,
  contextCanceled: "context canceled",
  contextDeadline: "context deadline exceeded",
  etcdKeyPair: (keyFile: string, certFile: string) =>
    `KeyFile and CertFile must both be present[key: ${keyFile}, cert: ${certFile}]`,

  // Database.
  databases: (reason: string) => `unable to open databases: ${reason}`,
  graphDatabase: (reason: string) =>
    `unable to open graph DB: unable to create new channeldb: ${reason}`,
  databaseBackends: (reason: string) =>
    `unable to obtain database backends: error opening etcd DB: ${reason}`,
  /** Read in lnd's source, not observed. */
  postgresBackend: (reason: string) =>
    `unable to open databases: unable to obtain database backends: error opening postgres graph DB: ${reason}`,
  /** Ours: the real lnd has it. */
  backendNotSimulated: (backend: string) =>
    `leaderlab does not simulate --db.backend=${backend}; use bolt, etcd or postgres`,
  etcdFetch: (reason: string) => `etcd error: stm.fetch() failed - ${reason}`,
  etcdCommit: (reason: string) => `etcd error: stm.Commit() failed - ${reason}`,

  // Wallet.
  walletListeners: (reason: string) =>
    walletConfig(`unable to set up wallet password listeners: ${reason}`),
  shuttingDown: "shutting down",
  noWalletForPasswordFile: walletConfig(
    "wallet unlock password file was specified but wallet does not exist; initialize the wallet " +
      "before using auto unlocking",
  ),
  wrongPasswordInFile: walletConfig(
    "error unlocking wallet with password from file: invalid passphrase for master public key",
  ),
  /** For words whose seed is of a version beyond 1. Read in v0.20.1's source. */
  seedVersion: (version: number) =>
    `invalid internal seed version ${version}, current max version is 1`,
  /** Ours: `--sim.fail-in`. */
  madeToFail: (state: string) => `made to fail in ${state} by --sim.fail-in`,
  /** The lnd folder holds the channel backup of another wallet. */
  foreignBackup:
    "unable to start server: unable to refresh backup file: unable to extract on disk " +
    "encrypted SCB: chacha20poly1305: message authentication failed",
} as const;
