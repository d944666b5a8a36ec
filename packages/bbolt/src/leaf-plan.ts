import type { Bucket, EntrySize } from "./bucket.ts";
import { defaultPageBytes, leafElementBytes, pageHeaderBytes } from "./page-format.ts";

/** A page begins anew when the last one is nine tenths full, as in a file that etcd has defragmented. */
const fullBytes = Math.trunc(defaultPageBytes * 0.9);
/** No page has fewer entries than two, unless there is only one. */
const minEntries = 2;

/** A leaf that is to be written: how many of a bucket's entries come on it, and how large that makes it. */
export interface LeafPlan {
  /** A copy. */
  readonly firstKey: Uint8Array;
  count: number;
  bytes: number;
}

/** Divides a bucket's entries into leaves; none for a bucket without entries. */
export function planLeaves(bucket: Bucket): LeafPlan[] {
  const leaves: LeafPlan[] = [];
  let leaf: LeafPlan | undefined;
  for (const { key, valueBytes } of bucket.sizes?.() ?? sizesOf(bucket)) {
    const bytes = leafElementBytes + key.length + valueBytes;
    if (leaf === undefined || (leaf.count >= minEntries && leaf.bytes + bytes > fullBytes)) {
      leaf = { firstKey: Uint8Array.from(key), count: 0, bytes: pageHeaderBytes };
      leaves.push(leaf);
    }
    leaf.count += 1;
    leaf.bytes += bytes;
  }
  return leaves;
}

function* sizesOf(bucket: Bucket): Iterable<EntrySize> {
  for (const { key, value } of bucket.entries()) yield { key, valueBytes: value.length };
}
