import { decodeHuffman } from "./huffman.ts";
import { staticTable } from "./static-table.ts";

/** A header block that breaks HPACK's rules: the connection is of no use any more. */
export class HpackError extends Error {
  override readonly name = "HpackError";
}

/** The headers of a block as they were sent: a name, its value, the next name … */
export interface HeaderList {
  readonly raw: readonly string[];
  /** Whether there were more of them than are taken; the rest is left out. */
  readonly isTruncated: boolean;
}

type Entry = readonly [name: string, value: string];

/** What RFC 7541 counts for each header beside its text. */
const entryOverheadBytes = 32;
/** The size of the table that a client may count on without being told. */
const tableBytes = 4096;

/** How much is taken. */
export interface HpackBounds {
  /** What the headers of one block may add up to, with 32 bytes for each; the rest of them is left out. */
  readonly maxListBytes: number;
  /**
   * The largest table that a block may ask for. Default 4,096, for the one whom the other side asks; who only reads
   * along does not know what was agreed upon.
   */
  readonly maxTableBytes?: number;
}
/** How many blocks are remembered; a client has few that come again. */
const maxKnownBlocks = 32;
/** A block that is longer is not one that comes again often. */
const maxKnownBytes = 512;

/** Reads the header blocks of one connection, in their order. Mirrors: Go x/net/http2/hpack. */
export class HpackDecoder {
  readonly #maxListBytes: number;
  readonly #largestTableBytes: number;
  /** The newest last. */
  #table: Entry[] = [];
  #tableBytes = 0;
  #maxTableBytes = tableBytes;
  /** Blocks that were read since the table changed last, and do not change it: their bytes say all. */
  readonly #known = new Map<string, HeaderList>();
  #block: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor({ maxListBytes, maxTableBytes = tableBytes }: HpackBounds) {
    this.#maxListBytes = maxListBytes;
    this.#largestTableBytes = maxTableBytes;
  }

  /** Throws HpackError. */
  decode(block: Buffer): HeaderList {
    const key = block.length <= maxKnownBytes ? block.toString("latin1") : undefined;
    const known = key === undefined ? undefined : this.#known.get(key);
    if (known !== undefined) return known;
    this.#block = block;
    this.#at = 0;
    const raw: string[] = [];
    let isTruncated = false;
    let bytes = 0;
    let changes = false;
    while (this.#at < block.length) {
      const first = block[this.#at] as number;
      if ((first & 0xe0) === 0x20) {
        if (raw.length > 0) throw new HpackError("a table size that does not come first");
        this.#resize(this.#integer(5));
        changes = true;
        continue;
      }
      const isIndexed = (first & 0x80) !== 0;
      const isAdded = !isIndexed && (first & 0x40) !== 0;
      const entry = isIndexed ? this.#entryAt(this.#integer(7)) : this.#literal(isAdded ? 6 : 4);
      if (isAdded) {
        this.#add(entry);
        changes = true;
      }
      bytes += entry[0].length + entry[1].length + entryOverheadBytes;
      if (bytes > this.#maxListBytes) isTruncated = true;
      else raw.push(entry[0], entry[1]);
    }
    const list = { raw, isTruncated };
    if (changes) this.#known.clear();
    else if (key !== undefined && this.#known.size < maxKnownBlocks) this.#known.set(key, list);
    return list;
  }

  #literal(prefixBits: number): Entry {
    const index = this.#integer(prefixBits);
    const name = index === 0 ? this.#text() : this.#entryAt(index)[0];
    return [name, this.#text()];
  }

  #entryAt(index: number): Entry {
    const entry =
      index <= staticTable.length
        ? staticTable[index - 1]
        : this.#table[this.#table.length - (index - staticTable.length)];
    if (entry === undefined) throw new HpackError(`there is no header ${index}`);
    return entry;
  }

  #add(entry: Entry): void {
    const bytes = entry[0].length + entry[1].length + entryOverheadBytes;
    this.#table.push(entry);
    this.#tableBytes += bytes;
    this.#evict();
  }

  #resize(bytes: number): void {
    if (bytes > this.#largestTableBytes) throw new HpackError("a table that is too large");
    this.#maxTableBytes = bytes;
    this.#evict();
  }

  #evict(): void {
    let gone = 0;
    while (this.#tableBytes > this.#maxTableBytes) {
      const [name, value] = this.#table[gone] as Entry;
      this.#tableBytes -= name.length + value.length + entryOverheadBytes;
      gone += 1;
    }
    if (gone > 0) this.#table = this.#table.slice(gone);
  }

  /** An integer with a prefix of so many bits (section 5.1). */
  #integer(prefixBits: number): number {
    const mask = 2 ** prefixBits - 1;
    let value = this.#byte() & mask;
    if (value < mask) return value;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.#byte();
      value += (byte & 0x7f) * factor;
      if (value > 0xffff_ffff) throw new HpackError("an integer that is too large");
      if (byte < 0x80) return value;
      if (factor > 0xffff_ffff) throw new HpackError("an integer that is too long");
    }
  }

  #text(): string {
    const isHuffman = ((this.#block[this.#at] ?? 0) & 0x80) !== 0;
    const length = this.#integer(7);
    const from = this.#at;
    this.#at += length;
    if (this.#at > this.#block.length) throw new HpackError("a text that breaks off");
    if (!isHuffman) return this.#block.toString("latin1", from, this.#at);
    const text = decodeHuffman(this.#block.subarray(from, this.#at));
    if (text === undefined) throw new HpackError("a text in no Huffman code");
    return text;
  }

  #byte(): number {
    const byte = this.#block[this.#at++];
    if (byte === undefined) throw new HpackError("a block that breaks off");
    return byte;
  }
}
