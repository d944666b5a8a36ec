import type { Store } from "../store.ts";
import { version } from "../version.ts";
import { type MetricFamily, type Sample, single } from "./metric-family.ts";

/** What a store and its one member are at this moment. */
export function storeFamilies(store: Store): readonly MetricFamily[] {
  return [...memberFamilies(store), ...mvccFamilies(store), ...leaseFamilies(store)];
}

function memberFamilies({ core, memberId, raftIndex }: Store): readonly MetricFamily[] {
  const id = memberId.toString(16);
  const one = (name: string, help: string, labels: Record<string, string>): MetricFamily => ({
    type: "gauge",
    name,
    help,
    samples: [{ labels, value: 1 }],
  });
  const gauge = (name: string, help: string, value: number) => single("gauge", name, help, value);
  return [
    one("etcd_cluster_version", "The cluster's version, as a label.", {
      cluster_version: core.clusterVersion.version.replace(/\.0$/, ""),
    }),
    one("etcd_server_version", "The version of etcd that is served, as a label.", {
      server_version: version,
    }),
    one("etcd_server_go_version", "What runs the server, as a label: there is no Go.", {
      server_go_version: `none (Node ${process.version})`,
    }),
    one("etcd_server_id", "The member's id, as a label.", { server_id: id }),
    one("etcd_network_known_peers", "Members that each member knows.", { Local: id, Remote: id }),
    {
      type: "gauge",
      name: "etcd_server_feature_enabled",
      help: "Whether a feature is on.",
      samples: features.map(featureSample),
    },
    gauge("etcd_server_has_leader", "Whether the cluster has a leader.", 1),
    gauge("etcd_server_is_leader", "Whether this member leads.", 1),
    gauge("etcd_server_is_learner", "Whether this member learns only.", 0),
    single("counter", "etcd_server_leader_changes_seen_total", "Leaders that were elected.", 1),
    gauge("etcd_server_proposals_committed_total", "Entries of the log.", raftIndex),
    gauge("etcd_server_proposals_applied_total", "Entries that were applied.", raftIndex),
    gauge("etcd_server_quota_backend_bytes", "The most bytes that may be stored.", core.quotaBytes),
  ];
}

/** etcd's defaults: a flag that changes one has no effect here. */
const features = [
  ["AllAlpha", "ALPHA", 0],
  ["AllBeta", "BETA", 0],
  ["CompactHashCheck", "ALPHA", 0],
  ["InitialCorruptCheck", "ALPHA", 0],
  ["LeaseCheckpoint", "ALPHA", 0],
  ["LeaseCheckpointPersist", "ALPHA", 0],
  ["SetMemberLocalAddr", "ALPHA", 0],
  ["StopGRPCServiceOnDefrag", "ALPHA", 0],
  ["TxnModeWriteWithSharedBuffer", "BETA", 1],
] as const;

function featureSample([name, stage, value]: (typeof features)[number]): Sample {
  return { labels: { name, stage }, value };
}

function mvccFamilies({ core, watchTraffic }: Store): readonly MetricFamily[] {
  const { counts, totals } = core;
  const { queuedEvents, sentEvents } = watchTraffic;
  const rows: readonly (readonly ["counter" | "gauge", string, string, number])[] = [
    ["counter", "etcd_mvcc_range_total", "Reads of ranges.", totals.ranges],
    ["counter", "etcd_mvcc_put_total", "Puts.", totals.puts],
    ["counter", "etcd_mvcc_delete_total", "Deletions.", totals.deletes],
    ["counter", "etcd_mvcc_txn_total", "Groups of more than one operation.", totals.txns],
    ["gauge", "etcd_mvcc_db_total_size_in_bytes", "Bytes that are stored.", core.sizeBytes],
    [
      "gauge",
      "etcd_mvcc_db_total_size_in_use_in_bytes",
      "Bytes that are in use.",
      core.sizeInUseBytes,
    ],
    ["gauge", "etcd_debugging_mvcc_keys_total", "Keys.", counts.keys],
    [
      "gauge",
      "etcd_debugging_mvcc_total_put_size_in_bytes",
      "Bytes of keys and values that were put.",
      totals.putBytes,
    ],
    ["gauge", "etcd_debugging_mvcc_current_revision", "The newest revision.", core.revision],
    [
      "gauge",
      "etcd_debugging_mvcc_compact_revision",
      "The revision of the last compaction; -1 before the first.",
      core.compactRevision,
    ],
    [
      "counter",
      "etcd_debugging_mvcc_db_compaction_keys_total",
      "Records that compactions freed.",
      totals.compactedRecords,
    ],
    ["gauge", "etcd_debugging_mvcc_watch_stream_total", "Watch streams.", counts.watchStreams],
    ["gauge", "etcd_debugging_mvcc_watcher_total", "Watchers.", counts.watchers],
    [
      "gauge",
      "etcd_debugging_mvcc_slow_watcher_total",
      "Watchers that are behind.",
      counts.unsyncedWatchers,
    ],
    ["counter", "etcd_debugging_mvcc_events_total", "Events that were sent.", sentEvents],
    [
      "gauge",
      "etcd_debugging_mvcc_pending_events_total",
      "Events that wait to be sent.",
      queuedEvents - sentEvents,
    ],
    [
      "gauge",
      "etcd_debugging_auth_revision",
      "The revision of users and roles.",
      core.auth.revision,
    ],
  ];
  return rows.map((row) => single(...row));
}

function leaseFamilies({ core: { totals } }: Store): readonly MetricFamily[] {
  const rows = [
    ["etcd_debugging_lease_granted_total", "Leases that were granted.", totals.leasesGranted],
    ["etcd_debugging_lease_revoked_total", "Leases that have ended.", totals.leasesRevoked],
    ["etcd_debugging_lease_renewed_total", "Renewals of leases.", totals.leasesRenewed],
    ["etcd_debugging_server_lease_expired_total", "Leases that expired.", totals.leasesExpired],
  ] as const;
  return rows.map(([name, help, value]) => single("counter", name, help, value));
}
