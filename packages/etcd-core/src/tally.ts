/**
 * How often things were done since the store was made, counted as etcd counts them for its metrics.
 */
export interface EtcdTotals {
  /** Reads: requests, compares, and looks at what was there before a write. */
  readonly ranges: number;
  readonly puts: number;
  /** Deletions that were asked for, also of what is not there; one for each key of a lease that ends. */
  readonly deletes: number;
  /** Groups of more than one of the above. */
  readonly txns: number;
  /** Bytes of keys and values that were put. */
  readonly putBytes: number;
  readonly leasesGranted: number;
  /** Also those that expired. */
  readonly leasesRevoked: number;
  readonly leasesExpired: number;
  readonly leasesRenewed: number;
  /** Records that compactions freed. */
  readonly compactedRecords: number;
}

/** Counts while things are done. Mirrors: etcd server/storage/mvcc/metrics_txn.go. */
export class Tally implements EtcdTotals {
  ranges = 0;
  puts = 0;
  deletes = 0;
  txns = 0;
  putBytes = 0;
  leasesGranted = 0;
  leasesRevoked = 0;
  leasesExpired = 0;
  leasesRenewed = 0;
  compactedRecords = 0;
  #inGroup = 0;

  countRange(): void {
    this.ranges += 1;
    this.#inGroup += 1;
  }

  countPut(bytes: number): void {
    this.puts += 1;
    this.putBytes += bytes;
    this.#inGroup += 1;
  }

  countDelete(): void {
    this.deletes += 1;
    this.#inGroup += 1;
  }

  /** Ends a group of operations. */
  endGroup(): void {
    if (this.#inGroup > 1) this.txns += 1;
    this.#inGroup = 0;
  }
}
