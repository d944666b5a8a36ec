/** The polynomial of Castagnoli, its bits reversed. */
const polynomial = 0x82f63b78;

/** What the table-driven division adds for each value of the lowest byte. */
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
  return rest;
});

/**
 * A CRC-32C over bytes that come piece by piece. Mirrors: Go's hash/crc32 with the Castagnoli table,
 * with which etcd compares the stores of its members.
 */
export class Crc32c {
  #state = -1;

  /** Takes in the first `length` bytes. */
  update(bytes: Uint8Array, length: number = bytes.length): void {
    let state = this.#state;
    for (let place = 0; place < length; place++) {
      // Places below the length are there.
      state = (table[(state ^ (bytes[place] as number)) & 0xff] as number) ^ (state >>> 8);
    }
    this.#state = state;
  }

  /** The checksum of all that was taken in so far, as an unsigned number. */
  get value(): number {
    return ~this.#state >>> 0;
  }
}
