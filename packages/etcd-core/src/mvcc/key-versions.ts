import type { KeyValue } from "../responses.ts";
import { isTombstone } from "./record.ts";

/**
 * What history holds of one key: its records from the oldest to the newest, a deletion being a
 * record of its own. Never empty, and ascending by revision; a transaction may leave two records of
 * the same revision, of which the later one counts.
 *
 * Example: put at 2, put at 3, delete at 4, put at 6 give
 *
 *     [2 v1] [3 v2] [4 ✝] [6 v1]
 *
 * At revision 3 the key has version 2; at 4 and 5 it does not exist; from 6 on it is at version 1
 * of its second life. Compaction at 3 drops [2 v1], because only reads below 3 could see it.
 * Compaction at 4 drops [3 v2] as well and keeps the tombstone, for watchers that start at 4.
 * Compaction at 5 drops that, too.
 *
 * Mirrors: keyIndex in etcd server/storage/mvcc/key_index.go. Deviates: one list instead of a list
 * of generations, because a record carries its version and create revision itself.
 */
export type KeyVersions = KeyValue[];

/**
 * The key's record as of a revision, the newest if none is given; undefined when it did not exist
 * then.
 */
export function versionAt(versions: KeyVersions, revision?: number): KeyValue | undefined {
  const place = placeAt(versions, revision);
  const record = versions[place];
  return record === undefined || isTombstone(record) ? undefined : record;
}

/**
 * Drops the records that no read at or above the revision needs, and returns them. When that leaves
 * nothing, the list is empty and the key is to be forgotten.
 */
export function compactVersions(versions: KeyVersions, revision: number): KeyValue[] {
  const place = placeAt(versions, revision);
  const record = versions[place];
  if (record === undefined) return [];
  const isSpent = isTombstone(record) && record.modRevision < revision;
  return versions.splice(0, isSpent ? place + 1 : place);
}

/** The place of the last record that is not above the revision; -1 when all are. */
function placeAt(versions: KeyVersions, revision: number | undefined): number {
  const last = versions.length - 1;
  if (revision === undefined || (versions[last] as KeyValue).modRevision <= revision) return last;
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((versions[middle] as KeyValue).modRevision <= revision) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
