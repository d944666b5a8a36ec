import { EtcdError, type EtcdOperation } from "@leaderlab/etcd-core";
import { exponentialBounds, Histogram, LabelledHistogram } from "./instruments.ts";
import { type MetricFamily, single } from "./metric-family.ts";

const fractionsOfSeconds = exponentialBounds(0.0001, 2, 20);

/** Takes the time of everything that the store does, in real time whatever the store's clock says. Mirrors: etcd server/etcdserver/txn/metrics.go. */
export class OperationMetrics {
  readonly #applied = new LabelledHistogram(fractionsOfSeconds);
  readonly #ranges = new LabelledHistogram(fractionsOfSeconds);
  /** The histogram of each operation that goes well: nearly all do, and finding it by its labels takes longer. */
  readonly #usual = new Map<EtcdOperation, Histogram>();
  readonly #indexPauses = new Histogram(exponentialBounds(0.5, 2, 14));
  readonly #pauses = new Histogram(exponentialBounds(1, 2, 13));
  readonly #compactions = new Histogram(exponentialBounds(100, 2, 14));
  readonly #hashes = new Histogram(exponentialBounds(0.01, 2, 15));
  readonly #defragmentations = new Histogram(exponentialBounds(0.1, 2, 13));
  readonly #leaseTtls = new Histogram(exponentialBounds(1, 2, 24));
  #lastCompactionSeconds = 0;

  /** Does the work and takes its time. */
  readonly meter = <R>(operation: EtcdOperation, work: () => R): R => {
    const startedMs = performance.now();
    let isSuccess = false;
    try {
      const result = work();
      isSuccess = true;
      this.#note(operation, result, performance.now() - startedMs);
      return result;
    } catch (error) {
      // A compaction of what is compacted already is no failure to etcd.
      isSuccess = error instanceof EtcdError && error.reason === "compacted";
      throw error;
    } finally {
      this.#observe(operation, isSuccess, (performance.now() - startedMs) / 1000);
    }
  };

  families(): readonly MetricFamily[] {
    return [
      {
        type: "histogram",
        name: "etcd_server_apply_duration_seconds",
        help: "How long requests of the log took to apply.",
        distributions: this.#applied.distributions,
      },
      {
        type: "histogram",
        name: "etcd_server_range_duration_seconds",
        help: "How long reads took.",
        distributions: this.#ranges.distributions,
      },
      oneHistogram(
        "etcd_debugging_mvcc_index_compaction_pause_duration_milliseconds",
        "How long others waited for a compaction of the index.",
        this.#indexPauses,
      ),
      oneHistogram(
        "etcd_debugging_mvcc_db_compaction_pause_duration_milliseconds",
        "How long others waited for a compaction of the records.",
        this.#pauses,
      ),
      oneHistogram(
        "etcd_debugging_mvcc_db_compaction_total_duration_milliseconds",
        "How long compactions took.",
        this.#compactions,
      ),
      oneHistogram(
        "etcd_debugging_lease_ttl_total",
        "Seconds that leases were granted for.",
        this.#leaseTtls,
      ),
      oneHistogram(
        "etcd_mvcc_hash_rev_duration_seconds",
        "How long checksums of the keys took.",
        this.#hashes,
      ),
      oneHistogram(
        "etcd_mvcc_hash_duration_seconds",
        "How long checksums of the whole file took: there is no file.",
        new Histogram(exponentialBounds(0.01, 2, 15)),
      ),
      oneHistogram(
        "etcd_disk_backend_defrag_duration_seconds",
        "How long defragmentations took.",
        this.#defragmentations,
      ),
      single(
        "gauge",
        "etcd_debugging_mvcc_db_compaction_last",
        "When the last compaction was, in seconds since 1970; 0 before the first.",
        this.#lastCompactionSeconds,
      ),
    ];
  }

  #observe(operation: EtcdOperation, isSuccess: boolean, seconds: number): void {
    const known = isSuccess ? this.#usual.get(operation) : undefined;
    const histogram = known ?? this.#histogramOf(operation, isSuccess);
    if (isSuccess && histogram !== undefined) this.#usual.set(operation, histogram);
    histogram?.observe(seconds);
  }

  #histogramOf(operation: EtcdOperation, isSuccess: boolean): Histogram | undefined {
    const success = String(isSuccess);
    if (operation === "HashKV") return this.#hashes;
    if (operation === "Defragment") return this.#defragmentations;
    if (operation === "Range") return this.#ranges.at({ success });
    return this.#applied.at({ version: "v3", op: operation, success });
  }

  #note(operation: EtcdOperation, result: unknown, durationMs: number): void {
    if (operation === "LeaseGrant") {
      this.#leaseTtls.observe((result as { readonly ttlSeconds: number }).ttlSeconds);
    }
    if (operation !== "Compaction") return;
    for (const histogram of [this.#indexPauses, this.#pauses, this.#compactions]) {
      histogram.observe(Math.floor(durationMs));
    }
    this.#lastCompactionSeconds = Math.floor((performance.timeOrigin + performance.now()) / 1000);
  }
}

function oneHistogram(name: string, help: string, histogram: Histogram): MetricFamily {
  return { type: "histogram", name, help, distributions: [histogram.distribution()] };
}
