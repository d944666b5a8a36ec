/**
 * Writes one message of protobuf from its last byte to its first, as Go's generated encoders do: the length of an inner
 * message is known when its head is written, so nothing is measured beforehand and nothing is moved afterwards.
 *
 * A method writes one field with its tag in front (`number << 3 | wire type`) and leaves it out when it holds its
 * default; what must be written all the same (a member of a oneof, an item of a list) is said by `always`.
 */
export class WireWriter {
  #bytes: Buffer = Buffer.allocUnsafeSlow(firstBytes);
  #at = firstBytes;

  /** How many bytes stand there so far. */
  get written(): number {
    return this.#bytes.length - this.#at;
  }

  /** What was written, as a Buffer of its own. */
  copy(): Buffer {
    const copy = Buffer.allocUnsafe(this.written);
    this.#bytes.copy(copy, 0, this.#at);
    return copy;
  }

  /** Forgets what was written. */
  reset(): void {
    if (this.#bytes.length > keptBytes) this.#bytes = Buffer.allocUnsafeSlow(firstBytes);
    this.#at = this.#bytes.length;
  }

  bytes(value: Uint8Array | undefined | null, tag: number, always = false): void {
    if (value === undefined || value === null || (value.length === 0 && !always)) return;
    this.#reserve(value.length + maxHeadBytes);
    this.#at -= value.length;
    this.#bytes.set(value, this.#at);
    this.#head(value.length, tag);
  }

  text(value: string | undefined | null, tag: number, always = false): void {
    if (value === undefined || value === null || (value === "" && !always)) return;
    const length = Buffer.byteLength(value);
    this.#reserve(length + maxHeadBytes);
    this.#at -= length;
    this.#bytes.write(value, this.#at, length);
    this.#head(length, tag);
  }

  bool(value: boolean | undefined | null, tag: number, always = false): void {
    if (value !== true && !(always && value === false)) return;
    this.#reserve(maxHeadBytes);
    this.#bytes[--this.#at] = value ? 1 : 0;
    this.#small(tag);
  }

  /** An int32, uint32, int64 or uint64: a number, or its decimal digits. */
  integer(value: string | number | undefined | null, tag: number, always = false): void {
    if (value === undefined || value === null) return;
    if (!always && (value === 0 || value === "0" || value === "")) return;
    this.#integer(value);
    this.#small(tag);
  }

  /** A list of integers in one field. */
  packed(values: readonly (string | number)[] | undefined | null, tag: number): void {
    if (values === undefined || values === null || values.length === 0) return;
    const before = this.written;
    for (let at = values.length - 1; at >= 0; at -= 1) this.#integer(values[at] ?? 0);
    this.open(before, tag);
  }

  /** An enum's value by its name, or as its number when it has none. A name that is unknown is not written. */
  choice(
    value: string | number | undefined | null,
    numbers: { readonly [name: string]: number },
    tag: number,
    always = false,
  ): void {
    if (value === undefined || value === null) return;
    this.integer(typeof value === "number" ? value : numbers[value], tag, always);
  }

  /** A map from texts to messages, each written by `write`. */
  entries<T>(
    map: Readonly<Record<string, T>> | undefined | null,
    write: (writer: WireWriter, message: T) => void,
    tag: number,
  ): void {
    for (const [key, value] of Object.entries(map ?? {}).reverse()) {
      const before = this.written;
      write(this, value);
      this.open(before, mapValueTag);
      this.text(key, mapKeyTag, true);
      this.open(before, tag);
    }
  }

  /** The head of what was written since there were `before` bytes. */
  open(before: number, tag: number): void {
    this.#reserve(maxHeadBytes);
    this.#head(this.written - before, tag);
  }

  #head(length: number, tag: number): void {
    this.#small(length);
    this.#small(tag);
  }

  /** A varint of what is no larger than a message can be. */
  #small(value: number): void {
    if (value < 0x80) this.#bytes[--this.#at] = value;
    else this.#varint(value);
  }

  #varint(value: number): void {
    let length = 1;
    for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length += 1;
    this.#at -= length;
    let at = this.#at;
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[at++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[at] = rest;
  }

  #integer(value: string | number): void {
    this.#reserve(2 * maxHeadBytes);
    if (typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER) {
      this.#varint(value);
    } else {
      this.#digits(String(value));
    }
  }

  #digits(digits: string): void {
    const known = wideVarints.get(digits) ?? learnWideVarint(digits);
    this.#at -= known.length;
    this.#bytes.set(known, this.#at);
  }

  #reserve(bytes: number): void {
    if (bytes <= this.#at) return;
    const { written } = this;
    const grown = Buffer.allocUnsafeSlow(2 * this.#bytes.length + bytes);
    grown.set(this.#bytes.subarray(this.#at), grown.length - written);
    this.#bytes = grown;
    this.#at = grown.length - written;
  }
}

const mapKeyTag = 10;
const mapValueTag = 18;
const firstBytes = 16 * 1024;
/** A writer that has grown beyond this is made small again. */
const keptBytes = 1024 * 1024;
/** A length and a tag, at most; or an integer, at most. */
const maxHeadBytes = 10;

/** The ids of the cluster, its members and its leases come again in every answer. */
const wideVarints = new Map<string, Uint8Array>();
const maxWideVarints = 4096;

function learnWideVarint(digits: string): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(digits));
  const bytes: number[] = [];
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  if (wideVarints.size >= maxWideVarints) wideVarints.clear();
  const varint = Uint8Array.from(bytes);
  wideVarints.set(digits, varint);
  return varint;
}
