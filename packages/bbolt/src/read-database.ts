import { BboltError } from "./bbolt-error.ts";
import type { Entry } from "./bucket.ts";
import { type MetaPage, readMetaPage } from "./meta-page.ts";
import {
  branchElementBytes,
  bucketFlag,
  bucketHeaderBytes,
  leafElementBytes,
  pageFlags,
  pageHeaderBytes,
  readPageHeader,
} from "./page-format.ts";

/** The buckets of a database, as they are in the file. */
export interface DatabaseReader {
  readonly bucketNames: readonly string[];
  /** A bucket's entries in the order of their keys, none when it is not there. Views into the file. */
  entries(bucket: string): Iterable<Entry>;
}

interface LeafElement extends Entry {
  readonly isBucket: boolean;
}

const smallestPage = 512;
const largestPage = 64 * 1024;

/**
 * Reads a bbolt database from the bytes of its file, whatever the size of its pages. Buckets within buckets are not
 * looked at. Throws BboltError for what is none, and for one whose pages do not fit together; what the pages hold has
 * no checksum.
 */
export function readDatabase(file: Uint8Array): DatabaseReader {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const pages = new Pages(bytes, newestMeta(bytes));
  const buckets = new Map<string, Uint8Array>();
  for (const { key, value, isBucket } of pages.tree(pages.meta.rootPage)) {
    if (isBucket) buckets.set(Buffer.from(key).toString("latin1"), value);
  }
  return {
    bucketNames: [...buckets.keys()],
    *entries(name) {
      const header = buckets.get(name);
      if (header !== undefined) yield* pages.bucket(Buffer.from(header));
    },
  };
}

/** The second meta page stands one page after the first, whose size only a whole first one tells. */
function newestMeta(file: Buffer): MetaPage {
  const first = readMetaPage(file, 0);
  const found = first === undefined ? [] : [first, readMetaPage(file, first.pageBytes)];
  for (let size = smallestPage; first === undefined && size <= largestPage; size *= 2) {
    found.push(readMetaPage(file, size));
  }
  const metas = found.filter((meta) => meta !== undefined);
  const newest = metas.toSorted((a, b) => b.transaction - a.transaction)[0];
  if (newest === undefined) throw new BboltError("no bbolt database");
  const { pageBytes, pageCount } = newest;
  const isFit = pageBytes >= smallestPage && pageBytes <= largestPage;
  if (!isFit || pageCount * pageBytes > file.length) {
    throw new BboltError(`the file ends before its ${pageCount} pages do`);
  }
  return newest;
}

class Pages {
  readonly meta: MetaPage;
  readonly #file: Buffer;

  constructor(file: Buffer, meta: MetaPage) {
    this.#file = file;
    this.meta = meta;
  }

  /** The entries of a bucket by what stands for it in the list. */
  *bucket(header: Buffer): Iterable<Entry> {
    if (header.length < bucketHeaderBytes) throw new BboltError("a bucket without its header");
    const root = Number(header.readBigUInt64LE(0));
    if (root === 0) yield* leafElements(header.subarray(bucketHeaderBytes));
    else yield* this.tree(root);
  }

  /** All leaf elements below a page, from the first to the last. */
  *tree(root: number): Iterable<LeafElement> {
    const waiting = [root];
    for (let visited = 0; waiting.length > 0; visited++) {
      if (visited > this.meta.pageCount) throw new BboltError("pages lead in a circle");
      const page = this.#page(waiting.pop() as number);
      if (readPageHeader(page).flags === pageFlags.leaf) yield* leafElements(page);
      else waiting.push(...children(page).reverse());
    }
  }

  #page(id: number): Buffer {
    const { pageBytes, pageCount } = this.meta;
    if (id >= pageCount) throw new BboltError(`page ${id} is not there`);
    const page = this.#file.subarray(id * pageBytes);
    const header = readPageHeader(page);
    if (header.id !== id || id + header.overflow >= pageCount) {
      throw new BboltError(`page ${id} is damaged`);
    }
    return page.subarray(0, (header.overflow + 1) * pageBytes);
  }
}

function* leafElements(page: Buffer): Iterable<LeafElement> {
  for (const element of elements(page, pageFlags.leaf, leafElementBytes)) {
    const place = element + page.readUInt32LE(element + 4);
    const valuePlace = place + page.readUInt32LE(element + 8);
    const end = valuePlace + page.readUInt32LE(element + 12);
    if (end > page.length) throw new BboltError("an entry reaches beyond its page");
    yield {
      key: page.subarray(place, valuePlace),
      value: page.subarray(valuePlace, end),
      isBucket: (page.readUInt32LE(element) & bucketFlag) !== 0,
    };
  }
}

function children(page: Buffer): number[] {
  return Array.from(elements(page, pageFlags.branch, branchElementBytes), (element) =>
    Number(page.readBigUInt64LE(element + 8)),
  );
}

/** Where the elements of a page begin. */
function* elements(page: Buffer, flags: number, elementBytes: number): Iterable<number> {
  if (page.length < pageHeaderBytes || readPageHeader(page).flags !== flags) {
    throw new BboltError("a page is not what it should be");
  }
  const { count } = readPageHeader(page);
  if (pageHeaderBytes + count * elementBytes > page.length) {
    throw new BboltError("a page has more entries than it has room for");
  }
  for (let index = 0; index < count; index++) yield pageHeaderBytes + index * elementBytes;
}
