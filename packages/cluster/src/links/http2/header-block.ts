import { decodeHuffman } from "@leaderlab/rpc/hpack-huffman";
import type { Header, HeaderTable } from "./header-table.ts";

/** A header block that does not follow HPACK: what comes after it on its connection cannot be read any more. */
export class HeaderBlockError extends Error {
  override readonly name = "HeaderBlockError";
}

/** The most bytes that a whole number takes: 5 hold all that can be meant. */
const longestNumber = 5;

/** Reads a block of headers (RFC 7541), and keeps in the table what it says to keep. Throws a HeaderBlockError. */
export function readHeaderBlock(block: Uint8Array, table: HeaderTable): readonly Header[] {
  const bytes = new Reader(block);
  const headers: Header[] = [];
  while (!bytes.isAtEnd) {
    const first = bytes.peek();
    if (first >= 0x80) {
      headers.push(known(table, bytes.number(7)));
    } else if (first >= 0x40) {
      const header = literal(bytes, 6, table);
      table.add(header);
      headers.push(header);
    } else if (first >= 0x20) {
      if (!table.resize(bytes.number(5))) throw new HeaderBlockError("the table is too large");
    } else {
      headers.push(literal(bytes, 4, table));
    }
  }
  return headers;
}

function known(table: HeaderTable, index: number): Header {
  const header = index === 0 ? undefined : table.at(index);
  if (header === undefined) throw new HeaderBlockError(`there is no header ${index}`);
  return header;
}

function literal(bytes: Reader, prefixBits: number, table: HeaderTable): Header {
  const index = bytes.number(prefixBits);
  const name = index === 0 ? bytes.text() : known(table, index).name;
  return { name, value: bytes.text() };
}

class Reader {
  readonly #block: Uint8Array;
  #at = 0;

  constructor(block: Uint8Array) {
    this.#block = block;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#block.length;
  }

  peek(): number {
    const byte = this.#block[this.#at];
    if (byte === undefined) throw new HeaderBlockError("the block ends early");
    return byte;
  }

  /** A number whose first byte has so many bits for it. */
  number(prefixBits: number): number {
    const most = 2 ** prefixBits - 1;
    let value = this.peek() & most;
    this.#at += 1;
    if (value < most) return value;
    for (let index = 0; index < longestNumber; index++) {
      const byte = this.peek();
      this.#at += 1;
      value += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) return value;
    }
    throw new HeaderBlockError("a number is too long");
  }

  text(): string {
    const isPacked = this.peek() >= 0x80;
    const length = this.number(7);
    const end = this.#at + length;
    if (end > this.#block.length) throw new HeaderBlockError("the block ends early");
    const bytes = this.#block.subarray(this.#at, end);
    this.#at = end;
    const text = isPacked ? decodeHuffman(bytes) : Buffer.from(bytes).toString("latin1");
    if (text === undefined) throw new HeaderBlockError("a packed text cannot be unpacked");
    return text;
  }
}
