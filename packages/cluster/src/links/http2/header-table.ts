/** A header as HPACK keeps it. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** HPACK's static table (RFC 7541, appendix A), from index 1 on: `name`, or `name=value`. */
const known = [
  ":authority",
  ":method=GET",
  ":method=POST",
  ":path=/",
  ":path=/index.html",
  ":scheme=http",
  ":scheme=https",
  ...["200", "204", "206", "304", "400", "404", "500"].map((status) => `:status=${status}`),
  "accept-charset",
  "accept-encoding=gzip, deflate",
  ..."accept-language accept-ranges accept access-control-allow-origin age allow authorization".split(
    " ",
  ),
  ..."cache-control content-disposition content-encoding content-language content-length".split(
    " ",
  ),
  ..."content-location content-range content-type cookie date etag expect expires from host".split(
    " ",
  ),
  ..."if-match if-modified-since if-none-match if-range if-unmodified-since last-modified".split(
    " ",
  ),
  ..."link location max-forwards proxy-authenticate proxy-authorization range referer".split(" "),
  ..."refresh retry-after server set-cookie strict-transport-security transfer-encoding".split(" "),
  ..."user-agent vary via www-authenticate".split(" "),
].map((entry): Header => {
  const [name = "", value = ""] = entry.split("=");
  return { name, value };
});

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
