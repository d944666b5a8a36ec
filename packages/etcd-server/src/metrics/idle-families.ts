import { exponentialBounds, Histogram } from "./instruments.ts";
import { type MetricFamily, single } from "./metric-family.ts";

/**
 * What etcd counts of things that are not here: a disk, peers, a store of version 2, a proxy. Nothing of it ever
 * happens, so that each stays at 0, where dashboards and alerts find it.
 */
export function idleFamilies(): readonly MetricFamily[] {
  const numbers = idleNumbers.map(([type, name, help]) => single(type, name, help, 0));
  const histograms = idleHistograms.map(
    ([name, help, bounds]) =>
      ({
        type: "histogram",
        name,
        help,
        distributions: [new Histogram(bounds).distribution()],
      }) as const,
  );
  return [...numbers, ...histograms];
}

const noDisk = "There is no disk.";
const noStoreV2 = "There is no store of version 2.";
const noProxy = "This is no proxy.";
const onlyMember = "There is one member.";

const idleNumbers: readonly (readonly ["counter" | "gauge", string, string])[] = [
  ["gauge", "etcd_disk_defrag_inflight", noDisk],
  ["gauge", "etcd_disk_wal_write_bytes_total", noDisk],
  ["gauge", "etcd_mvcc_db_open_read_transactions", "Reads that are under way; none ever waits."],
  ["counter", "etcd_debugging_store_expires_total", noStoreV2],
  ["counter", "etcd_debugging_store_watch_requests_total", noStoreV2],
  ["gauge", "etcd_debugging_store_watchers", noStoreV2],
  ["gauge", "etcd_grpc_proxy_cache_hits_total", noProxy],
  ["gauge", "etcd_grpc_proxy_cache_keys_total", noProxy],
  ["gauge", "etcd_grpc_proxy_cache_misses_total", noProxy],
  ["counter", "etcd_grpc_proxy_events_coalescing_total", noProxy],
  ["gauge", "etcd_grpc_proxy_watchers_coalescing_total", noProxy],
  ["counter", "etcd_server_heartbeat_send_failures_total", onlyMember],
  ["counter", "etcd_server_learner_promote_successes", onlyMember],
  ["counter", "etcd_server_proposals_failed_total", onlyMember],
  ["gauge", "etcd_server_proposals_pending", onlyMember],
  ["counter", "etcd_server_read_indexes_failed_total", onlyMember],
  ["counter", "etcd_server_slow_read_indexes_total", onlyMember],
  ["counter", "etcd_server_slow_apply_total", noDisk],
  ["gauge", "etcd_server_snapshot_apply_in_progress_total", onlyMember],
];

const commits = exponentialBounds(0.001, 2, 14);

const idleHistograms: readonly (readonly [string, string, readonly number[]])[] = [
  ["etcd_disk_wal_fsync_duration_seconds", noDisk, commits],
  ["etcd_disk_wal_write_duration_seconds", noDisk, commits],
  ["etcd_disk_backend_commit_duration_seconds", noDisk, commits],
  ["etcd_disk_backend_snapshot_duration_seconds", noDisk, exponentialBounds(0.01, 2, 17)],
  ["etcd_debugging_disk_backend_commit_rebalance_duration_seconds", noDisk, commits],
  ["etcd_debugging_disk_backend_commit_spill_duration_seconds", noDisk, commits],
  ["etcd_debugging_disk_backend_commit_write_duration_seconds", noDisk, commits],
  ["etcd_debugging_snap_save_marshalling_duration_seconds", noDisk, commits],
  ["etcd_debugging_snap_save_total_duration_seconds", noDisk, commits],
  ["etcd_snap_fsync_duration_seconds", noDisk, commits],
  ["etcd_snap_db_fsync_duration_seconds", noDisk, commits],
  ["etcd_snap_db_save_total_duration_seconds", noDisk, exponentialBounds(0.1, 2, 10)],
];
