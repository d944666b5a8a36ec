import { recordWireBytes } from "../mvcc/record-wire-bytes.ts";
import type { KeyValue } from "../responses.ts";
import { recordKeyBytes } from "./stored-record.ts";

/** The size of a page of etcd's file, on the machines that etcd is made for. */
const pageBytes = 4096;
/** What a page and an entry of a page begin with. */
const pageHeaderBytes = 16;
const entryHeaderBytes = 16;
/** etcd begins a new page when the last one is nine tenths full, but no page with fewer than two entries. */
const fullBytes = Math.trunc(pageBytes * 0.9);
const minEntries = 2;

/** Both copies of the meta page, the list of free pages, and the page with the small buckets. */
const emptyBytes = 4 * pageBytes;

/**
 * How many bytes of pages a record takes in etcd's file: its share of a page on which all records
 * are like it, and of the pages above.
 */
export function pageShareBytes(record: KeyValue): number {
  const entryBytes = entryHeaderBytes + recordKeyBytes + recordWireBytes(record);
  const entries = Math.max(minEntries, Math.floor((fullBytes - pageHeaderBytes) / entryBytes));
  const pages = Math.ceil((pageHeaderBytes + entries * entryBytes) / pageBytes);
  const branchBytes = (entryHeaderBytes + recordKeyBytes) / 0.9;
  return Math.round((pages * pageBytes + branchBytes) / entries);
}

/**
 * How large etcd's file would be. It grows with what is written and never shrinks by itself: space
 * that compaction freed is used again, and given back by defragmenting alone.
 */
export class BackendSize {
  #allocatedBytes = emptyBytes + pageBytes;
  #inUseBytes = emptyBytes;

  /** The size of the file. */
  get allocatedBytes(): number {
    return this.#allocatedBytes;
  }

  /** How much of it is used. */
  get inUseBytes(): number {
    return this.#inUseBytes;
  }

  /** Learns how many bytes of pages all records take now. */
  update(recordPageBytes: number): void {
    this.#inUseBytes = emptyBytes + inPages(recordPageBytes);
    // A write needs its pages before it can free those that it replaces.
    this.#allocatedBytes = Math.max(this.#allocatedBytes, this.#inUseBytes + pageBytes);
  }

  /** Gives back what is not used. */
  defragment(): void {
    this.#allocatedBytes = this.#inUseBytes + pageBytes;
  }
}

/** Up to a quarter of a page, records stand on the page with the small buckets. */
function inPages(bytes: number): number {
  return bytes <= pageBytes / 4 ? 0 : Math.ceil(bytes / pageBytes) * pageBytes;
}
