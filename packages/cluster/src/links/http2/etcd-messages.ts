import type { Direction } from "../../faults/index.ts";
import type { Classify } from "./message-sieve.ts";

/** What is looked for in a stream of etcd's, and which way it goes. */
export interface SoughtMessages {
  readonly direction: Direction;
  readonly classify: Classify;
}

/** The fields of etcd's messages that are looked for, by number. */
const leaseIdField = 1;
const eventsField = 11;

/** A number on protobuf's wire, and where it ends; undefined when it does not end here. */
function readVarint(bytes: Buffer, at: number): { value: bigint; end: number } | undefined {
  let value = 0n;
  for (let index = at; index < Math.min(bytes.length, at + 10); index++) {
    const byte = bytes[index] ?? 0;
    value |= BigInt(byte & 0x7f) << BigInt(7 * (index - at));
    if (byte < 0x80) return { value: BigInt.asUintN(64, value), end: index + 1 };
  }
  return undefined;
}

/** Fields of a message from its beginning, as far as they are there. A field of groups, which etcd has not, ends it. */
function* fieldsOf(bytes: Buffer): Generator<{ readonly field: number; readonly value: bigint }> {
  for (let at = 0; at < bytes.length; ) {
    const tag = readVarint(bytes, at);
    if (tag === undefined) return;
    const field = Number(tag.value >> 3n);
    const wireType = Number(tag.value & 7n);
    const number = wireType === 0 || wireType === 2 ? readVarint(bytes, tag.end) : undefined;
    if (wireType === 0 && number === undefined) return;
    yield { field, value: number?.value ?? 0n };
    if (wireType === 0) at = number?.end ?? bytes.length;
    else if (wireType === 2 && number !== undefined) at = number.end + Number(number.value);
    else if (wireType === 1) at = tag.end + 8;
    else if (wireType === 5) at = tag.end + 4;
    else return;
  }
}

/** LeaseKeepAliveRequest: its ID, 0 when it is left out. */
const keepAlive: Classify = (beginning, isWhole) => {
  if (!isWhole) return "unknown";
  const id = [...fieldsOf(beginning)].find(({ field }) => field === leaseIdField);
  return { kind: "keepAlive", lease: id?.value ?? 0n };
};

/** WatchResponse: one with events; answers to create and cancel, and progress, have none. */
const watchEvents: Classify = (beginning, isWhole) => {
  for (const { field } of fieldsOf(beginning)) {
    if (field === eventsField) return { kind: "watchEvents" };
  }
  return isWhole ? "other" : "unknown";
};

/** By path: the streams of etcd that a fault is about. */
export const soughtStreams: ReadonlyMap<string, SoughtMessages> = new Map([
  ["/etcdserverpb.Lease/LeaseKeepAlive", { direction: "toServer", classify: keepAlive }],
  ["/etcdserverpb.Watch/Watch", { direction: "toClient", classify: watchEvents }],
]);
