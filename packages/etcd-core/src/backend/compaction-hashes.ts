import type { KvHash } from "./kv-hash.ts";

/** How many are remembered, the newest. Mirrors: hashStorageMaxSize. */
const maxHashes = 10;

/**
 * The checksums that compactions left behind: each covers what was there before its compaction, and
 * answers for the compacted revision ever after.
 *
 * Mirrors: hashStorage in etcd server/storage/mvcc/hash.go.
 */
export class CompactionHashes {
  #hashes: readonly KvHash[] = [];

  store(hash: KvHash): void {
    this.#hashes = [...this.#hashes, hash]
      .sort((a, b) => a.revision - b.revision)
      .slice(-maxHashes);
  }

  at(revision: number): KvHash | undefined {
    return this.#hashes.find((hash) => hash.revision === revision);
  }
}
