import type { ByteString } from "../requests.ts";
import type { KeyValue, WatchEvent, WatchResponse } from "../responses.ts";

/**
 * A header: four numbers of 64 bits, of which two are ids that take ten bytes each. Rather too much
 * than too little.
 */
const headerBytes = 2 + 11 + 11 + 10 + 2;

/** The fields created, canceled and fragment. */
const flagBytes = 6;

/**
 * How many bytes a response takes on the wire as protobuf: exact for its events, a close upper
 * bound for the rest.
 */
export function responseWireBytes(response: WatchResponse): number {
  const events = response.events.reduce((sum, event) => sum + eventWireBytes(event), 0);
  return emptyResponseWireBytes(response) + events;
}

/** The same for the response without its events. */
export function emptyResponseWireBytes({ watchId }: WatchResponse): number {
  return headerBytes + flagBytes + numberField(watchId);
}

/** How many bytes an event adds to a response. */
export function eventWireBytes({ type, kv, prevKv }: WatchEvent): number {
  const typeBytes = type === "put" ? 0 : 2;
  const previousBytes = prevKv === undefined ? 0 : nested(recordWireBytes(prevKv));
  return nested(typeBytes + nested(recordWireBytes(kv)) + previousBytes);
}

function recordWireBytes(kv: KeyValue): number {
  return (
    bytesField(kv.key) +
    bytesField(kv.value) +
    numberField(kv.createRevision) +
    numberField(kv.modRevision) +
    numberField(kv.version) +
    numberField(kv.lease)
  );
}

/** A field's number and wire type take one byte, as all field numbers here are below 16. */
function nested(bytes: number): number {
  return 1 + varintBytes(bytes) + bytes;
}

function bytesField(value: ByteString): number {
  return value === "" ? 0 : nested(value.length);
}

/** A field that holds zero is left out. */
function numberField(value: number | bigint): number {
  if (typeof value === "number") return value === 0 ? 0 : 1 + varintBytes(value);
  if (value === 0n) return 0;
  return 1 + varintBytes(Number(BigInt.asUintN(64, value)));
}

/** Seven bits a byte. */
function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest /= 128) bytes += 1;
  return bytes;
}
