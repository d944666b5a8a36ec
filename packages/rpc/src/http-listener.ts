import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Answers HTTP/1.1 on connections that are handed to it. */
export interface HttpListener {
  accept(connection: Socket): void;
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
  const server = createServer(
    { maxHeaderSize: maxHeaderBytes, keepAliveTimeout: 0, requireHostHeader: false },
    (request, response) => {
      try {
        handle(request, response);
      } catch (error) {
        onFault(error);
        response.destroy();
      }
    },
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
  return { accept: (connection) => server.emit("connection", connection) };
}

/** Node takes a connection out of HTTP for any upgrade that is asked for; this answers it as HTTP, and closes it. */
function answerOnce(request: IncomingMessage, socket: Socket, handle: RequestListener): void {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once("finish", () => socket.end());
  handle(request, response as Parameters<RequestListener>[1]);
}
