import { isUtf8 } from "node:buffer";

/** What cannot be read as a message, in the words of the Go code that would refuse it. */
export class WireError extends Error {
  override readonly name = "WireError";
}

const unexpectedEnd = "unexpected EOF";
const overflow = "proto: integer overflow";
const negativeLength = "proto: negative length found during unmarshaling";
const unexpectedGroupEnd = "proto: unexpected end of group";
const invalidUtf8 = "string field contains invalid UTF-8";
const tooDeep = "maximum nesting depth exceeded";
/** More than any transaction that etcd takes at its default bound; etcd itself has none here. */
const maxDepth = 1000;
const wireTypes = { varint: 0, fixed64: 1, bytes: 2, groupStart: 3, groupEnd: 4, fixed32: 5 };
const two32 = 2 ** 32;
const empty: Buffer = Buffer.alloc(0);

const mapKeyTag = 10;
const mapValueTag = 18;

/** What a message is called, and its fields by number, in Go. */
export interface GoNames {
  readonly message: string;
  readonly fields: { readonly [number: number]: string };
  /** Whether a field of a wrong wire type is taken for an unknown one, as by Go's own decoder. */
  readonly skipsMistyped?: true;
}

const mapEntry: GoNames = { message: "Entry", fields: {}, skipsMistyped: true };

/**
 * Reads the bytes of one message of protobuf. Throws WireError for bytes that are none. The texts, and the order in
 * which things are found to be wrong, are those of gogo/protobuf's generated decoders, which etcd has.
 */
export class WireReader {
  readonly #bytes: Buffer;
  #at = 0;
  /** Where the innermost open message ends. */
  #end: number;
  #depth = 0;
  /** The varint that was read last, when it did not fit into 28 bits. */
  #low = 0;
  #high = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#end = bytes.length;
  }

  /** Whether the open message goes on. */
  get hasMore(): boolean {
    return this.#at < this.#end;
  }

  /** The next field's number and wire type; for numbers that are none, something that no field has. */
  tag(): number {
    const first = this.#bytes[this.#at] as number;
    if (first < 0x80) {
      this.#at += 1;
      return first;
    }
    this.#varint();
    if (this.#high === 0) return this.#low;
    const wide = (BigInt(this.#high) << 32n) | BigInt(this.#low);
    return Number(BigInt.asIntN(32, wide >> 3n)) * 8 + (this.#low & 7);
  }

  /** An int64 as decimal digits. */
  int64(): string {
    if (this.#isShort()) return shortDigits[this.#bytes[this.#at++] as number] as string;
    this.#varint();
    const [low, high] = [this.#low, this.#high];
    if (high < 0x20_0000) return String(high * two32 + low);
    return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low)).toString();
  }

  /** A uint64 as decimal digits. */
  uint64(): string {
    if (this.#isShort()) return shortDigits[this.#bytes[this.#at++] as number] as string;
    this.#varint();
    const [low, high] = [this.#low, this.#high];
    if (high < 0x20_0000) return String(high * two32 + low);
    return ((BigInt(high) << 32n) | BigInt(low)).toString();
  }

  int32(): number {
    if (this.#isShort()) return this.#bytes[this.#at++] as number;
    this.#varint();
    return this.#low | 0;
  }

  uint32(): number {
    if (this.#isShort()) return this.#bytes[this.#at++] as number;
    this.#varint();
    return this.#low;
  }

  bool(): boolean {
    if (this.#isShort()) return this.#bytes[this.#at++] !== 0;
    this.#varint();
    return this.#low !== 0 || this.#high !== 0;
  }

  /** An enum's value by its name; one without a name stays its number. */
  choice<T extends string>(names: { readonly [value: number]: T }): T {
    const value = this.int32();
    return names[value] ?? (value as never);
  }

  /** A view on the bytes that were given. */
  bytes(): Buffer {
    const length = this.#length();
    if (length === 0) return empty;
    const from = this.#at;
    this.#at += length;
    return this.#bytes.subarray(from, this.#at);
  }

  text(): string {
    const length = this.#length();
    const from = this.#at;
    this.#at += length;
    return this.#bytes.toString("utf8", from, this.#at);
  }

  /** Text that must be UTF-8. */
  utf8(): string {
    const bytes = this.bytes();
    if (!isUtf8(bytes)) throw new WireError(invalidUtf8);
    return bytes.toString("utf8");
  }

  /** Goes into a message inside the open one; gives what `close` wants to know. */
  open(): number {
    if (this.#depth >= maxDepth) throw new WireError(tooDeep);
    const outer = this.#end;
    const length = this.#length();
    this.#end = this.#at + length;
    this.#depth += 1;
    return outer;
  }

  close(outer: number): void {
    this.#end = outer;
    this.#depth -= 1;
  }

  /** Reads a list of small values in one field. Mirrors: gogo/protobuf, which lets the last one run over the end. */
  packed<T>(read: () => T, into: T[]): void {
    const end = this.#length() + this.#at;
    while (this.#at < end) into.push(read());
  }

  /** Reads one entry of a map from texts to messages; `readValue` reads the message that is open. */
  entry<T>(readValue: () => T, into: Record<string, T>): void {
    const outer = this.open();
    let key = "";
    let value: T | undefined;
    while (this.hasMore) {
      const start = this.#at;
      const tag = this.tag();
      if (tag === mapKeyTag) key = this.utf8();
      else if (tag === mapValueTag) {
        const entryEnd = this.open();
        value = readValue();
        this.close(entryEnd);
      } else this.skip(start, mapEntry);
    }
    // A value that is left out is the empty message.
    if (value === undefined) {
      const end = this.#end;
      this.#end = this.#at;
      value = readValue();
      this.#end = end;
    }
    this.close(outer);
    Object.defineProperty(into, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }

  /** Goes past the field at `start`, which the message does not know; refuses a known one of another wire type. */
  skip(start: number, names: GoNames): void {
    this.#at = start;
    this.#varint();
    const wireType = this.#low & 7;
    const wide = (BigInt(this.#high) << 32n) | BigInt(this.#low);
    const field = Number(BigInt.asIntN(32, wide >> 3n));
    if (wireType === wireTypes.groupEnd) {
      throw new WireError(`proto: ${names.message}: wiretype end group for non-group`);
    }
    if (field <= 0) {
      const text = `proto: ${names.message}: illegal tag ${field} (wire type ${wide})`;
      throw new WireError(text);
    }
    const known = names.fields[field];
    if (known !== undefined && names.skipsMistyped !== true) {
      throw new WireError(`proto: wrong wireType = ${wireType} for field ${known}`);
    }
    this.#at = start;
    this.#skipField();
  }

  /** Where the reader stands, for `skip`. */
  get at(): number {
    return this.#at;
  }

  #skipField(): void {
    let depth = 0;
    while (this.#at < this.#end) {
      this.#varint();
      const wireType = this.#low & 7;
      switch (wireType) {
        case wireTypes.varint:
          this.#varint();
          break;
        case wireTypes.fixed64:
          this.#at += 8;
          break;
        case wireTypes.bytes:
          this.#varint();
          this.#at += this.#signedLength();
          break;
        case wireTypes.groupStart:
          depth += 1;
          break;
        case wireTypes.groupEnd:
          if (depth === 0) throw new WireError(unexpectedGroupEnd);
          depth -= 1;
          break;
        case wireTypes.fixed32:
          this.#at += 4;
          break;
        default:
          throw new WireError(`proto: illegal wireType ${wireType}`);
      }
      if (depth > 0) continue;
      if (this.#at > this.#end) break;
      return;
    }
    throw new WireError(unexpectedEnd);
  }

  #isShort(): boolean {
    return this.#at < this.#end && (this.#bytes[this.#at] as number) < 0x80;
  }

  #length(): number {
    let length: number;
    if (this.#isShort()) length = this.#bytes[this.#at++] as number;
    else {
      this.#varint();
      length = this.#signedLength();
    }
    if (length > this.#end - this.#at) throw new WireError(unexpectedEnd);
    return length;
  }

  /** The varint that was read last, as a length: Go's int, which must not overflow when the place is added. */
  #signedLength(): number {
    const [low, high] = [this.#low, this.#high];
    if (high === 0) return low;
    const overflows = high === 0x7fff_ffff && low + this.#at >= two32;
    if (high >= 0x8000_0000 || overflows) throw new WireError(negativeLength);
    return high * two32 + low;
  }

  /** Reads a varint of up to ten bytes into `#low` and `#high`; what goes beyond 64 bits is dropped. */
  #varint(): void {
    let [low, high] = [0, 0];
    for (let shift = 0; ; shift += 7) {
      if (shift >= 64) throw new WireError(overflow);
      if (this.#at >= this.#end) throw new WireError(unexpectedEnd);
      const byte = this.#bytes[this.#at++] as number;
      const bits = byte & 0x7f;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (shift - 32);
      if (byte < 0x80) break;
    }
    this.#low = low >>> 0;
    this.#high = high >>> 0;
  }
}

/** What Go's own decoder makes of bytes that another one refuses in more words. */
export function asStandard<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof WireError) || error.message === invalidUtf8) throw error;
    throw new WireError("proto: cannot parse invalid wire-format data");
  }
}

/** The digits of small numbers, which nearly all are. */
const shortDigits: readonly string[] = Array.from({ length: 0x80 }, (_value, at) => String(at));
