import {
  type IncomingHttpHeaders,
  performServerHandshake,
  type ServerHttp2Stream,
} from "node:http2";
import type { TLSSocket } from "node:tls";

/** The bounds of a connection. */
export interface NodeHttp2Options {
  /** What a client may send of one call, and of all calls together, before it has to wait. */
  readonly windowBytes: number;
  readonly maxConcurrentStreams?: number;
}

/** Who hears of a connection's streams. */
export interface NodeHttp2Listener {
  onStream(
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    rawHeaders: readonly string[],
  ): void;
  onClose(): void;
}

/** What Node says of a stream that a client opened: its headers, flags, and the headers as they were sent. */
type Opening = [ServerHttp2Stream, IncomingHttpHeaders, number, readonly string[]];

/** Node's bound of a connection, in MB; messages that wait for a slow client count. */
const sessionMemoryMb = 1024;
const maxHeaders = 1000;

/** Speaks HTTP/2 on a connection by Node's own means, which know all that a browser or curl may ask for. */
export function openNodeHttp2(
  transport: TLSSocket,
  { windowBytes, maxConcurrentStreams }: NodeHttp2Options,
  listener: NodeHttp2Listener,
) {
  const session = performServerHandshake(transport, {
    settings: {
      initialWindowSize: windowBytes,
      maxHeaderListSize: windowBytes,
      ...(maxConcurrentStreams !== undefined && { maxConcurrentStreams }),
    },
    maxSessionMemory: sessionMemoryMb,
    maxHeaderListPairs: maxHeaders,
  });
  session.once("close", () => listener.onClose());
  session.on("error", () => {});
  session.setLocalWindowSize(windowBytes);
  session.on("stream", (...[stream, headers, , rawHeaders]: Opening) =>
    listener.onStream(stream, headers, rawHeaders),
  );
  return { drain: () => session.close(), destroy: () => session.destroy() };
}
