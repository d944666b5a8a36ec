/** A field of a protobuf message as it is on the wire: a number, or bytes (a text, a message). */
export type ProtoField = readonly [field: number, value: bigint | Uint8Array];

const varintType = 0;
const bytesType = 2;

/** A message of these fields, in their order. For what stands in etcd's file, which no .proto file of a service defines. */
export function encodeFields(fields: readonly ProtoField[]): Buffer {
  const parts = fields.map(([field, value]) =>
    typeof value === "bigint"
      ? Buffer.concat([varint(tag(field, varintType)), varint(value)])
      : Buffer.concat([varint(tag(field, bytesType)), varint(BigInt(value.length)), value]),
  );
  return Buffer.concat(parts);
}

/** The fields of a message. Throws an Error for one that is cut off or holds other kinds of fields. */
export function decodeFields(message: Uint8Array): ProtoField[] {
  const reader = new Reader(message);
  const fields: ProtoField[] = [];
  while (!reader.isAtEnd) {
    const head = Number(reader.varint());
    const type = head & 7;
    if (type === varintType) fields.push([head >>> 3, reader.varint()]);
    else if (type === bytesType) fields.push([head >>> 3, reader.bytes(Number(reader.varint()))]);
    else throw new Error(`a message with a field of kind ${type}`);
  }
  return fields;
}

/** The last number in a field, 0n when there is none. */
export function numberIn(fields: readonly ProtoField[], wanted: number): bigint {
  const found = fields.findLast(([field, value]) => field === wanted && typeof value === "bigint");
  return typeof found?.[1] === "bigint" ? found[1] : 0n;
}

/** All bytes in a field. */
export function allBytesIn(fields: readonly ProtoField[], wanted: number): Uint8Array[] {
  return fields.flatMap(([field, value]) =>
    field === wanted && typeof value !== "bigint" ? [value] : [],
  );
}

/** The last bytes in a field, none when there are none. */
export function bytesIn(fields: readonly ProtoField[], wanted: number): Uint8Array {
  return allBytesIn(fields, wanted).at(-1) ?? new Uint8Array();
}

function tag(field: number, type: number): bigint {
  return BigInt((field << 3) | type);
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

class Reader {
  readonly #message: Uint8Array;
  #place = 0;

  constructor(message: Uint8Array) {
    this.#message = message;
  }

  get isAtEnd(): boolean {
    return this.#place >= this.#message.length;
  }

  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#message[this.#place];
      if (byte === undefined) break;
      this.#place += 1;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    throw new Error("a message that is cut off");
  }

  bytes(length: number): Uint8Array {
    const end = this.#place + length;
    if (end > this.#message.length) throw new Error("a message that is cut off");
    const bytes = this.#message.subarray(this.#place, end);
    this.#place = end;
    return bytes;
  }
}
