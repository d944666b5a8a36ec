import type { Bucket } from "@leaderlab/bbolt";
import { Crc32c } from "@leaderlab/etcd-core";

/** What differs from member to member without anybody's doing. */
const ignored: ReadonlySet<string> = new Set(["consistent_index", "term", "storageVersion"]);

/**
 * The checksum over everything that a member stores, by which its tests compare members. Mirrors: Hash in etcd
 * server/storage/backend/backend.go, DefaultIgnores in schema/bucket.go.
 */
export function backendHash(buckets: readonly Bucket[]): number {
  const crc = new Crc32c();
  for (const { name, entries } of buckets) {
    crc.update(Buffer.from(name));
    for (const { key, value } of entries()) {
      if (name === "meta" && ignored.has(Buffer.from(key).toString())) continue;
      crc.update(key);
      crc.update(value);
    }
  }
  return crc.value;
}
