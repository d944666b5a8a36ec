import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  ServerResponse,
} from "node:http";
import {
  Http2ServerRequest,
  Http2ServerResponse,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from "node:http2";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Answers HTTP on connections of HTTP/1.1, and on streams of HTTP/2, that are handed to it. */
export interface HttpListener {
  accept(connection: Socket): void;
  /** Answers a request that came over HTTP/2. */
  serve(
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    rawHeaders: readonly string[],
  ): void;
}

/** Takes a connection over that asks for another protocol and returns true; returns false to have it answered as HTTP. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/** The longest request line and headers together, in bytes, as in Go's net/http. */
const maxHeaderBytes = 1024 * 1024;

/**
 * A listener that calls `handle` for each request, and `upgrade` for one that asks for another protocol. A fault in
 * either ends that connection, nothing else.
 */
export function createHttpListener(
  handle: RequestListener,
  onFault: (error: unknown) => void,
  upgrade?: UpgradeHandler,
): HttpListener {
  const guarded: RequestListener = (request, response) => {
    try {
      handle(request, response);
    } catch (error) {
      onFault(error);
      response.destroy();
    }
  };
  const server = createServer(
    { maxHeaderSize: maxHeaderBytes, keepAliveTimeout: 0, requireHostHeader: false },
    guarded,
  );
  if (upgrade !== undefined) {
    server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on("error", () => socket.destroy());
      try {
        if (!upgrade(request, socket, head)) answerOnce(request, socket as Socket, handle);
      } catch (error) {
        onFault(error);
        socket.destroy();
      }
    });
  }
  server.on("clientError", (_error, socket) => {
    if (!socket.writable) return;
    socket.end(
      "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n" +
        "Connection: close\r\n\r\n400 Bad Request",
    );
  });
  return {
    accept: (connection) => server.emit("connection", connection),
    serve(stream, headers, rawHeaders) {
      // Node's stand-ins for the classes of HTTP/1.1: same methods, other types.
      const request = new Http2ServerRequest(stream, headers, {}, rawHeaders);
      const response = new Http2ServerResponse(stream);
      guarded(request as never, response as never);
    },
  };
}

/** Node takes a connection out of HTTP for any upgrade that is asked for; this answers it as HTTP, and closes it. */
function answerOnce(request: IncomingMessage, socket: Socket, handle: RequestListener): void {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once("finish", () => socket.end());
  handle(request, response as Parameters<RequestListener>[1]);
}
