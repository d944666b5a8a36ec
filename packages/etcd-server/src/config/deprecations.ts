const goneIn37 = (flag: string, use: string) =>
  `--${flag} is deprecated in v3.6 and will be decommissioned in v3.7. Use '${use}' instead.`;
const goneIn37Unversioned = (flag: string, use: string) =>
  `--${flag} is deprecated in 3.6 and will be decommissioned in 3.7. Use ${use} instead.`;

const renamed = [
  "corrupt-check-time",
  "compaction-batch-limit",
  "watch-progress-notify-interval",
  "warning-apply-duration",
  "bootstrap-defrag-threshold-megabytes",
  "memory-mlock",
  "snapshot-catchup-entries",
  "downgrade-check-time",
];
const tracing = [
  "enable-distributed-tracing",
  "distributed-tracing-address",
  "distributed-tracing-service-name",
  "distributed-tracing-instance-id",
  "distributed-tracing-sampling-rate",
];

/** What etcd says of a flag that it will give up. Mirrors: etcd etcdmain `deprecatedFlags`. */
export const deprecations: ReadonlyMap<string, string> = new Map([
  ["max-snapshots", "--max-snapshots is deprecated in 3.6 and will be decommissioned in 3.8."],
  [
    "v2-deprecation",
    "--v2-deprecation is deprecated and scheduled for removal in v3.8. The default value is enforced, ignoring user input.",
  ],
  ...renamed.map(
    (name) => [`experimental-${name}`, goneIn37(`experimental-${name}`, `--${name}`)] as const,
  ),
  ...tracing.map(
    (name) =>
      [`experimental-${name}`, goneIn37Unversioned(`experimental-${name}`, `--${name}`)] as const,
  ),
  [
    "experimental-compaction-sleep-interval",
    goneIn37("experimental-compaction-sleep-interval", "compaction-sleep-interval"),
  ],
  [
    "experimental-txn-mode-write-with-shared-buffer",
    goneIn37(
      "experimental-txn-mode-write-with-shared-buffer",
      "--feature-gates=TxnModeWriteWithSharedBuffer=true",
    ),
  ],
  [
    "experimental-compact-hash-check-enabled",
    goneIn37Unversioned(
      "experimental-compact-hash-check-enabled",
      "'--feature-gates=CompactHashCheck=true'",
    ),
  ],
  [
    "experimental-compact-hash-check-time",
    goneIn37Unversioned("experimental-compact-hash-check-time", "'--compact-hash-check-time'"),
  ],
]);

/** Flags that have a new name in 3.6; both names at once are refused. Mirrors: etcd embed `experimentalFlagMigrationMap`. */
export const renamedFlags: ReadonlyMap<string, string> = new Map(
  [
    "compact-hash-check-time",
    "compaction-sleep-interval",
    "peer-skip-client-san-verification",
    ...renamed,
    ...tracing,
  ].map((name) => [`experimental-${name}`, name]),
);
