import type { WatchEvent, WatchResponse } from "../responses.ts";
import { emptyResponseWireBytes, eventWireBytes, responseWireBytes } from "./wire-size.ts";

/**
 * A response in parts below `maxBytes` on the wire, each marked but the last, for a watcher that
 * asked for that. An event is never cut: a part of one event may be as large as it is.
 *
 * Mirrors: sendFragments in etcd server/etcdserver/api/v3rpc/watch.go.
 */
export function splitIntoFragments(response: WatchResponse, maxBytes: number): WatchResponse[] {
  if (response.events.length < 2 || responseWireBytes(response) < maxBytes) return [response];
  const parts: WatchEvent[][] = [];
  const emptyBytes = emptyResponseWireBytes(response);
  let [part, bytes]: [WatchEvent[], number] = [[], emptyBytes];
  for (const event of response.events) {
    const eventBytes = eventWireBytes(event);
    if (part.length > 0 && bytes + eventBytes >= maxBytes) {
      parts.push(part);
      [part, bytes] = [[], emptyBytes];
    }
    part.push(event);
    bytes += eventBytes;
  }
  const marked = parts.map((events) => ({ ...response, events, fragment: true }));
  return [...marked, { ...response, events: part }];
}
