import type { Entry } from "./bucket.ts";
import {
  branchElementBytes,
  bucketFlag,
  leafElementBytes,
  pageFlags,
  pageHeaderBytes,
  writePageHeader,
} from "./page-format.ts";

/** A leaf of exactly the bytes that it needs. With `areBuckets`, each value is a bucket of its own. */
export function writeLeaf(id: number, entries: readonly Entry[], areBuckets = false): Buffer {
  const size = entries.reduce(
    (sum, { key, value }) => sum + leafElementBytes + key.length + value.length,
    pageHeaderBytes,
  );
  const page = Buffer.alloc(size);
  writePageHeader(page, { id, flags: pageFlags.leaf, count: entries.length, overflow: 0 });
  let place = pageHeaderBytes + entries.length * leafElementBytes;
  for (const [index, { key, value }] of entries.entries()) {
    const element = pageHeaderBytes + index * leafElementBytes;
    page.writeUInt32LE(areBuckets ? bucketFlag : 0, element);
    page.writeUInt32LE(place - element, element + 4);
    page.writeUInt32LE(key.length, element + 8);
    page.writeUInt32LE(value.length, element + 12);
    page.set(key, place);
    page.set(value, place + key.length);
    place += key.length + value.length;
  }
  return page;
}

/** A page further down, and its first key. */
export interface Child {
  readonly firstKey: Uint8Array;
  readonly page: number;
}

/** A branch of exactly the bytes that it needs. */
export function writeBranch(id: number, children: readonly Child[]): Buffer {
  const page = Buffer.alloc(branchBytes(children));
  writePageHeader(page, { id, flags: pageFlags.branch, count: children.length, overflow: 0 });
  let place = pageHeaderBytes + children.length * branchElementBytes;
  for (const [index, { firstKey, page: child }] of children.entries()) {
    const element = pageHeaderBytes + index * branchElementBytes;
    page.writeUInt32LE(place - element, element);
    page.writeUInt32LE(firstKey.length, element + 4);
    page.writeBigUInt64LE(BigInt(child), element + 8);
    page.set(firstKey, place);
    place += firstKey.length;
  }
  return page;
}

/** How many bytes a branch with these children takes. */
export function branchBytes(children: readonly Pick<Child, "firstKey">[]): number {
  return children.reduce(
    (sum, { firstKey }) => sum + branchElementBytes + firstKey.length,
    pageHeaderBytes,
  );
}

/** The same page, filled up to whole pages of the file. */
export function inWholePages(page: Buffer, pageBytes: number): Buffer {
  const pages = Math.ceil(page.length / pageBytes);
  const whole = Buffer.alloc(pages * pageBytes);
  page.copy(whole);
  whole.writeUInt32LE(pages - 1, 12);
  return whole;
}
