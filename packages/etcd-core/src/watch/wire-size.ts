import {
  nestedWireBytes as nested,
  numberField,
  recordWireBytes,
} from "../mvcc/record-wire-bytes.ts";
import type { WatchEvent, WatchResponse } from "../responses.ts";

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
