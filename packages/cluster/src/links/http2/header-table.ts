import { staticTable } from "@leaderlab/rpc/hpack-static-table";

/** A header as HPACK keeps it. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

const known = staticTable.map(([name, value]): Header => ({ name, value }));

/** What an entry costs beside its texts. */
const overheadBytes = 32;
const defaultBytes = 4096;
/** More than this no encoder is allowed here; the ones that are met keep to 4,096. */
const mostBytes = 65_536;

/** The table by which one direction of an HTTP/2 connection names headers it has named before. */
export class HeaderTable {
  /** The newest at the front. */
  readonly #dynamic: Header[] = [];
  #usedBytes = 0;
  #maxBytes = defaultBytes;

  /** Undefined for an index that names nothing. */
  at(index: number): Header | undefined {
    return index <= known.length ? known[index - 1] : this.#dynamic[index - 1 - known.length];
  }

  add(header: Header): void {
    this.#dynamic.unshift(header);
    this.#usedBytes += costBytes(header);
    this.#evict();
  }

  /** False for a size that no encoder may ask for. */
  resize(bytes: number): boolean {
    if (bytes > mostBytes) return false;
    this.#maxBytes = bytes;
    this.#evict();
    return true;
  }

  #evict(): void {
    while (this.#usedBytes > this.#maxBytes) {
      const oldest = this.#dynamic.pop();
      if (oldest === undefined) return;
      this.#usedBytes -= costBytes(oldest);
    }
  }
}

function costBytes({ name, value }: Header): number {
  return name.length + value.length + overheadBytes;
}
