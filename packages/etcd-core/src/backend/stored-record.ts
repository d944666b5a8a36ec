import { isTombstone } from "../mvcc/record.ts";
import { recordWireBytes } from "../mvcc/record-wire-bytes.ts";
import type { ByteString } from "../requests.ts";
import type { KeyValue } from "../responses.ts";

/** How long the key of a record is in etcd's file; that of a deletion has one byte more. */
export const recordKeyBytes = 17;

const separator = 0x5f;
const deletionMark = 0x74;
const two32 = 2 ** 32;

/**
 * A change as it stands in etcd's file, in the bucket "key": the revision and the place within it
 * as the key, the record as the value.
 */
export interface StoredRecord {
  readonly record: KeyValue;
  /** The how manieth change of its revision this was, from 0 on. */
  readonly subRevision: number;
}

/** How many bytes `RecordEncoder.value` gives. */
export function storedValueBytes(record: KeyValue): number {
  if (!isTombstone(record)) return recordWireBytes(record);
  return recordWireBytes({ ...record, modRevision: 0 });
}

/**
 * The bytes that etcd stores for a record, written into a buffer that grows and is used again: what
 * a call returns is a view that the next call overwrites.
 *
 * Example: the second change of revision 5 deletes "a":
 *
 *     key    00 00 00 00 00 00 00 05 5f 00 00 00 00 00 00 00 01 74
 *     value  0a 01 61
 *
 * Mirrors: BucketKey in etcd server/storage/mvcc/revision.go, KeyValue in api/mvccpb.
 */
export class RecordEncoder {
  readonly #key = new Uint8Array(recordKeyBytes + 1);
  #value = new Uint8Array(1024);
  #length = 0;

  /** The key of a change in the bucket. */
  key({ record, subRevision }: StoredRecord): Uint8Array {
    const key = this.#key;
    writeUint64(key, 0, record.modRevision);
    key[8] = separator;
    writeUint64(key, 9, subRevision);
    key[recordKeyBytes] = deletionMark;
    return key.subarray(0, isTombstone(record) ? recordKeyBytes + 1 : recordKeyBytes);
  }

  /** The record as protobuf; a deletion names its key and nothing else. */
  value(record: KeyValue): Uint8Array {
    this.#length = 0;
    this.#reserve(record.key.length + record.value.length + 64);
    this.#bytesField(1, record.key);
    if (!isTombstone(record)) {
      this.#numberField(2, record.createRevision);
      this.#numberField(3, record.modRevision);
      this.#numberField(4, record.version);
      this.#bytesField(5, record.value);
      this.#leaseField(record.lease);
    }
    return this.#value.subarray(0, this.#length);
  }

  #reserve(bytes: number): void {
    if (bytes > this.#value.length) this.#value = new Uint8Array(bytes * 2);
  }

  #bytesField(field: number, text: ByteString): void {
    if (text === "") return;
    this.#byte((field << 3) | 2);
    this.#varint(text.length);
    const start = this.#length;
    for (let place = 0; place < text.length; place++) {
      this.#value[start + place] = text.charCodeAt(place);
    }
    this.#length += text.length;
  }

  #numberField(field: number, value: number): void {
    if (value === 0) return;
    this.#byte(field << 3);
    this.#varint(value);
  }

  /** A negative id takes ten bytes, as every negative int64 of protobuf. */
  #leaseField(lease: bigint): void {
    if (lease === 0n) return;
    this.#byte(6 << 3);
    let rest = BigInt.asUintN(64, lease);
    for (; rest >= 128n; rest >>= 7n) this.#byte(Number(rest & 127n) | 128);
    this.#byte(Number(rest));
  }

  #varint(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.#byte((rest % 128) | 128);
    this.#byte(rest);
  }

  #byte(value: number): void {
    this.#value[this.#length] = value;
    this.#length += 1;
  }
}

/** Big-endian; the value is a safe integer. */
function writeUint64(bytes: Uint8Array, place: number, value: number): void {
  const high = Math.floor(value / two32);
  const low = value % two32;
  for (let index = 0; index < 4; index++) {
    bytes[place + index] = high >>> (24 - 8 * index);
    bytes[place + 4 + index] = low >>> (24 - 8 * index);
  }
}
