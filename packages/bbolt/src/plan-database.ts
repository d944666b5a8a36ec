import type { Bucket, Entry } from "./bucket.ts";
import { type LeafPlan, planLeaves } from "./leaf-plan.ts";
import { writeMetaPage } from "./meta-page.ts";
import { bucketHeaderBytes, defaultPageBytes, pageFlags, writePageHeader } from "./page-format.ts";
import { branchBytes, type Child, inWholePages, writeBranch, writeLeaf } from "./tree-page.ts";

/** A file whose layout is settled. */
export interface PlannedDatabase {
  /** How large it will be. */
  readonly bytes: number;
  /** Its content, piece by piece, each of whole pages. May be taken once. */
  pages(): Iterable<Uint8Array>;
}

const pageBytes = defaultPageBytes;
const freelistPage = 2;
const firstTreePage = 3;
const fullBytes = Math.trunc(pageBytes * 0.9);
/** A bucket that is a quarter of a page at most stands within the list of buckets. */
const maxInlineBytes = pageBytes / 4;

/**
 * Lays out a database of these buckets, whose names are in order, as one that was just defragmented: no page is free.
 * Only the layout is kept in memory, so that a large database can go out page by page:
 *
 *     0, 1  where everything is, twice
 *     2     the list of free pages, which is empty
 *     3 …   for each bucket its leaves, then the branches over them, level by level
 *     last  the list of buckets
 *
 * Mirrors: the format of bbolt 1.4.3, in pages of 4096 bytes.
 */
export function planDatabase(buckets: readonly Bucket[]): PlannedDatabase {
  let nextPage = firstTreePage;
  const trees = buckets.map((bucket) => {
    const tree = new PlannedTree(bucket, nextPage);
    nextPage += tree.pageCount;
    return tree;
  });
  const rootPage = nextPage;
  const list = writeLeaf(rootPage, trees.map(listed), true);
  const whole = inWholePages(list, pageBytes);
  const pageCount = rootPage + whole.length / pageBytes;
  const meta = { pageBytes, rootPage, freelistPage, pageCount };
  return {
    bytes: pageCount * pageBytes,
    *pages() {
      yield writeMetaPage({ ...meta, transaction: 2 });
      yield writeMetaPage({ ...meta, transaction: 1 });
      yield emptyFreelist();
      for (const tree of trees) yield* tree.pages();
      yield whole;
    },
  };
}

function listed(tree: PlannedTree): Entry {
  return { key: Buffer.from(tree.bucket.name, "latin1"), value: tree.header() };
}

function emptyFreelist(): Buffer {
  const page = Buffer.alloc(pageBytes);
  writePageHeader(page, { id: freelistPage, flags: pageFlags.freelist, count: 0, overflow: 0 });
  return page;
}

/** One bucket's pages: its leaves from the first page on, then the levels of branches above them. */
class PlannedTree {
  readonly bucket: Bucket;
  readonly pageCount: number;
  readonly #firstPage: number;
  readonly #leaves: readonly LeafPlan[];
  readonly #branches: readonly { readonly page: number; readonly children: readonly Child[] }[];
  readonly #isInline: boolean;

  constructor(bucket: Bucket, firstPage: number) {
    this.bucket = bucket;
    this.#firstPage = firstPage;
    this.#leaves = planLeaves(bucket);
    const [only] = this.#leaves;
    this.#isInline = this.#leaves.length <= 1 && (only?.bytes ?? 0) <= maxInlineBytes;
    let page = firstPage;
    let level: Child[] = this.#leaves.map((leaf) => {
      const child = { firstKey: leaf.firstKey, page };
      page += pagesOf(leaf.bytes);
      return child;
    });
    const branches = [];
    while (level.length > 1) {
      const above: Child[] = [];
      for (const children of inBranches(level)) {
        above.push({ firstKey: (children[0] as Child).firstKey, page });
        branches.push({ page, children });
        page += pagesOf(branchBytes(children));
      }
      level = above;
    }
    this.#branches = branches;
    this.pageCount = this.#isInline ? 0 : page - firstPage;
  }

  /** What stands for the bucket in the list: where its root is, or all of it. */
  header(): Buffer {
    const header = Buffer.alloc(bucketHeaderBytes);
    if (this.#isInline) return Buffer.concat([header, writeLeaf(0, copies(this.bucket.entries()))]);
    const root = this.#branches.at(-1)?.page ?? this.#firstPage;
    header.writeBigUInt64LE(BigInt(root), 0);
    return header;
  }

  *pages(): Iterable<Uint8Array> {
    if (this.#isInline) return;
    const entries = this.bucket.entries()[Symbol.iterator]();
    let page = this.#firstPage;
    for (const { count, bytes } of this.#leaves) {
      const leaf = writeLeaf(page, take(entries, count));
      if (leaf.length !== bytes)
        throw new Error("a bucket's entries are not of their planned size");
      yield inWholePages(leaf, pageBytes);
      page += pagesOf(bytes);
    }
    for (const { page: id, children } of this.#branches) {
      yield inWholePages(writeBranch(id, children), pageBytes);
    }
  }
}

function pagesOf(bytes: number): number {
  return Math.ceil(bytes / pageBytes);
}

/** Divides children among branches, at least two for each. */
function inBranches(level: readonly Child[]): Child[][] {
  const branches: Child[][] = [];
  let bytes = 0;
  for (const child of level) {
    const last = branches.at(-1);
    const added = branchBytes([child]);
    if (last === undefined || (last.length >= 2 && bytes + added > fullBytes)) {
      branches.push([child]);
      bytes = added;
    } else {
      last.push(child);
      bytes += added;
    }
  }
  return branches;
}

function take(entries: Iterator<Entry>, count: number): Entry[] {
  const taken: Entry[] = [];
  for (let index = 0; index < count; index++) {
    const { value, done } = entries.next();
    if (done) throw new Error("a bucket has fewer entries than when it was planned");
    taken.push(copy(value));
  }
  return taken;
}

const copies = (entries: Iterable<Entry>) => Array.from(entries, copy);

function copy({ key, value }: Entry): Entry {
  return { key: Uint8Array.from(key), value: Uint8Array.from(value) };
}
