/** The polynomial of Castagnoli, its bits reversed. */
const polynomial = 0x82f63b78;

/** What the division adds for each value of the lowest byte. */
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
  return rest;
});

/** The same with one, two and three zero bytes after it, so that four bytes go in one step. */
const [table1, table2, table3] = [1, 2, 3].map((zeros) =>
  table.map((entry) => {
    let rest = entry;
    for (let zero = 0; zero < zeros; zero++) rest = entryAt(table, rest & 0xff) ^ (rest >>> 8);
    return rest;
  }),
) as [Int32Array, Int32Array, Int32Array];

/** Every byte has its place in a table. */
function entryAt(entries: Int32Array, byte: number): number {
  return entries[byte] as number;
}

/**
 * A CRC-32C over bytes that come piece by piece. Mirrors: Go's hash/crc32 with the Castagnoli table,
 * with which etcd compares the stores of its members.
 */
export class Crc32c {
  #state = -1;

  /** Takes in the bytes. */
  update(bytes: Uint8Array): void {
    let state = this.#state;
    let place = 0;
    for (const end = bytes.length - 3; place < end; place += 4) {
      state ^=
        byteAt(bytes, place) |
        (byteAt(bytes, place + 1) << 8) |
        (byteAt(bytes, place + 2) << 16) |
        (byteAt(bytes, place + 3) << 24);
      state =
        entryAt(table3, state & 0xff) ^
        entryAt(table2, (state >>> 8) & 0xff) ^
        entryAt(table1, (state >>> 16) & 0xff) ^
        entryAt(table, state >>> 24);
    }
    for (; place < bytes.length; place++) {
      state = entryAt(table, (state ^ byteAt(bytes, place)) & 0xff) ^ (state >>> 8);
    }
    this.#state = state;
  }

  /** The checksum of all that was taken in so far, as an unsigned number. */
  get value(): number {
    return ~this.#state >>> 0;
  }
}

/** Places below the length are there. */
function byteAt(bytes: Uint8Array, place: number): number {
  return bytes[place] as number;
}
