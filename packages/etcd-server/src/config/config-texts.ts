/**
 * What etcd says of a configuration that it refuses or that it warns of; each text stands here and nowhere else. What
 * a text is about arrives quoted where etcd quotes it. Mirrors: etcd 3.6.16 etcdmain and embed.
 */
export const configTexts = {
  // The command line and its variables.
  notAFlag: (quoted: string) => `${quoted} is not a valid flag`,
  invalidVariable: (quoted: string, variable: string, reason: string) =>
    `invalid value ${quoted} for ${variable}: ${reason}`,
  shadowedVariable:
    "conflicting environment variable is shadowed by corresponding command-line flag (either unset environment variable or disable flag))",
  unknownVariable: "unrecognized environment variable",
  usedVariable: "recognized and used environment variable",
  specialVariable: "cannot set special environment variable",
  invalidChoice: "invalid value",
  invalidStage: (quoted: string) => `invalid value ${quoted}`,
  bothOldAndNew: (old: string, now: string) =>
    `cannot set --${old} and --${now} at the same time, please use --${now} only`,
  bothWarningDurations:
    "both --experimental-warning-unary-request-duration and --warning-unary-request-duration flags are set. Use only --warning-unary-request-duration",
  oldWarningDuration:
    "--experimental-warning-unary-request-duration is deprecated, and will be decommissioned in v3.7. Use --warning-unary-request-duration instead.",

  // Feature gates.
  missingGateValue: (gate: string) => `missing bool value for ${gate}`,
  invalidGateValue: (gate: string, value: string, reason: string) =>
    `invalid value of ${gate}=${value}, err: ${reason}`,
  unknownGate: (gate: string) => `unrecognized feature gate: ${gate}`,
  bothFlagAndGate: (flag: string, value: boolean, gate: string, isOn: boolean) =>
    `cannot specify both flags: --${flag}=${value} and --feature-gates=${gate}=${isOn} at the same time, please just use --feature-gates=${gate}=${isOn}`,
  persistWithoutCheckpoint:
    "enabling feature gate LeaseCheckpointPersist requires enabling feature gate LeaseCheckpoint",
  checkpointWithoutPersist:
    "Detected that checkpointing is enabled without persistence. Consider enabling feature gate LeaseCheckpointPersist",

  // URLs.
  urlScheme: (url: string) => `URL scheme must be http, https, unix, or unixs: ${url}`,
  urlAddress: (url: string) => `URL address does not have the form "host:port": ${url}`,
  urlPath: (url: string) => `URL must not contain a path: ${url}`,
  notAnIp: (url: string) => `expected IP in URL for binding (${url})`,
  emptyHost: (url: string) => `unexpected empty host (${url})`,
  notHostPort: (flag: string, quoted: string, reason: string) =>
    `--${flag} ${quoted} must be "host:port" (${reason})`,
  advertiseMissing:
    "--advertise-client-urls is required when --listen-client-urls is set explicitly",
  advertiseNotSet: "advertise client URLs are not set",
  keysMissing: (url: string) =>
    `TLS key/cert (--cert-file, --key-file) must be provided for client url ${url} with HTTPS scheme`,
  metricsKeysMissing:
    "client TLS key/cert (--cert-file, --key-file) must be provided for metrics secure url",
  bothOnOneUrl: (url: string) =>
    `cannot bind both --listen-client-urls and --listen-client-http-urls on the same url ${url}`,
  singlePort:
    "Running http and grpc server on single port. This is not recommended for production.",
  keysIgnored:
    "scheme is http or unix while key and cert files are present; ignoring key and cert files",
  certAuthIgnored:
    "scheme is http or unix while --client-cert-auth is enabled; ignoring client cert auth for this URL",

  // The cluster.
  clusterState: (quoted: string) => `unexpected clusterState ${quoted}`,
  severalBootstraps:
    'multiple discovery or bootstrap flags are set. Choose one of "initial-cluster", "discovery", "discovery-endpoints" or "discovery-srv"',
  bothDiscoveries:
    "both v2 discovery settings (discovery, discovery-proxy) and v3 discovery settings (discovery-token, discovery-endpoints, discovery-cert, discovery-key, discovery-cacert, discovery-user, discovery-password) are set",
  halfDiscovery: "both --discovery-token and --discovery-endpoints must be set",
  emptyDiscoveryEndpoint: "--discovery-endpoints must not contain empty endpoints",
  proxyFallback: (quoted: string) =>
    `v2 proxy is deprecated, and --discovery-fallback can't be configured as ${quoted}`,
  initialCluster: (reason: string) => `error setting up initial cluster: ${reason}`,
  notInCluster: (quoted: string) =>
    `couldn't find local name ${quoted} in the initial cluster configuration`,
  clusterMismatch: (missing: string, advertised: string, cluster: string) =>
    `--initial-cluster has ${missing} but missing from --initial-advertise-peer-urls=${advertised} (resolved urls: "${advertised}" != "${cluster}")`,
  advertisedMismatch: (advertised: string, name: string, cluster: string) =>
    `--initial-advertise-peer-urls has ${advertised} but missing from --initial-cluster=${name}=${cluster} (resolved urls: "${advertised}" != "${cluster}")`,
  tooManyLearners: "membership: too many learner members in cluster",
  noPeers:
    "cannot fetch cluster info from peer urls: could not retrieve cluster information from the given URLs",
  defaultName:
    "it isn't recommended to use default name, please set a value for --name. Note that etcd might run into issue when multiple members have the same default name",
  defaultDataDir: "'data-dir' was empty; using default",
  stateRefused: "the state of the last run cannot be taken over",

  // Times and limits.
  heartbeat: (ms: number) => `--heartbeat-interval must be >0 (set to ${ms}ms)`,
  election: (ms: number) => `--election-timeout must be >0 (set to ${ms}ms)`,
  electionTooShort: (electionMs: number, heartbeatMs: number) =>
    `--election-timeout[${electionMs}ms] should be at least as 5 times as --heartbeat-interval[${heartbeatMs}ms]`,
  electionTooLong: (electionMs: number, longestMs: number) =>
    `--election-timeout[${electionMs}ms] is too long, and should be set less than ${longestMs}ms`,
  quotaLimit: "quota exceeds the maximum value",
  requestLimit: "exceeded recommended request limit",
  noCompactionMode: "undefined auto-compaction-mode",
  compactionMode: (quoted: string) => `unknown auto-compaction-mode ${quoted}`,
  compactionRetention: (reason: string) => `error parsing CompactionRetention: ${reason}`,
  mustBePositive: (flag: string, value: string) => `--${flag} must be >0 (set to ${value})`,
  tracing: (reason: string) => `distributed tracing configurition is not valid: (${reason})`,
  negativeSampling: "tracing sampling rate must be positive",
  samplingTooHigh: (most: number) => `tracing sampling rate must be less than ${most}`,

  // TLS.
  tlsVersion: (quoted: string) =>
    `unexpected TLS version ${quoted} (must be one of: TLS1.2, TLS1.3)`,
  tlsVersionOrder: (least: string, most: string) =>
    `min version (${least}) is greater than max version (${most})`,
  suitesWithTls13: "cipher suites cannot be configured when only TLS1.3 is enabled",
  cipherSuite: (quoted: string) => `unexpected TLS cipher suite ${quoted}`,
  halfKeyPair: (key: string, cert: string) =>
    `KeyFile and CertFile must both be present[key: ${key}, cert: ${cert}]`,
  halfClientKeyPair: (key: string, cert: string) =>
    `ClientKeyFile and ClientCertFile must both be present or both absent: key: ${key}, cert: ${cert}]`,
  bothNamesAllowed: (names: string, hosts: string) =>
    `AllowedCNs and AllowedHostnames are mutually exclusive (cns=${names}, hostnames=${hosts})`,
  nameNotAllowed: "client certificate authentication failed",
  revoked: (serial: string) => `transport: certificate serial ${serial} revoked`,
  selfSignedValidity: "selfSignedCertValidity is invalid,it should be greater than 0",
  autoTlsIgnored: "ignoring client auto TLS since certs given",

  simpleToken: "simple token is not cryptographically signed",

  // The log.
  capnslog: "--logger=capnslog is removed in v3.5",
  logger: (quoted: string) => `unknown logger option ${quoted}`,
  logFormat: (format: string) => `unknown log format: ${format}, supported values json, console`,
  logLevel: (quoted: string) => `unrecognized level: ${quoted}`,
  severalLogOutputs: (quoted: string) => `multi logoutput for ${quoted} is not supported yet`,
  logSink: (quoted: string, reason: string) => `open sink ${quoted}: ${reason}`,
  noSink: (quoted: string) => `no sink found for scheme ${quoted}`,
  rotationNeedsFile:
    "--log-outputs requires a single file path when --log-rotate-config-json is defined",
  rotationSyntax: (reason: string) => `improperly formatted log rotation config: ${reason}`,
  rotationType: (reason: string) => `invalid log rotation config: ${reason}`,

  // The configuration file.
  fileLoaded:
    "loaded server configuration, other configuration command line flags and environment variables will be ignored if provided",
  fileUrls: (key: string, reason: string) => `unexpected error setting up ${key}: ${reason}`,
  fileOrigins: (reason: string) => `new UniqueURLs should never fail: ${reason}`,
  fileNotYaml: (reason: string) => `error converting YAML to JSON: yaml: ${reason}`,
  fileNotFitting: (reason: string) =>
    `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${reason}`,
  peerSecurity: "invalid peer-transport-security",

  // Ours.
  notSimulated: (flag: string) => `leaderlab does not simulate ${flag}; leave it out`,
} as const;
