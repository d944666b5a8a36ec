/** A key and its value. */
export interface Entry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** A named list of entries, as it goes into a file. */
export interface Bucket {
  readonly name: string;
  /**
   * The entries in the order of their keys, none twice. Called more than once, with the same outcome each time; an
   * entry may be overwritten when the next one is taken.
   */
  entries(): Iterable<Entry>;
  /** The same without the values, if their sizes can be had for less: the layout needs no more. */
  sizes?(): Iterable<EntrySize>;
}

/** A key, and how large its value is. */
export interface EntrySize {
  readonly key: Uint8Array;
  readonly valueBytes: number;
}
