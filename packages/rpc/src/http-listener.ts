import { createServer, type RequestListener } from "node:http";
import type { Socket } from "node:net";

/** Answers HTTP/1.1 on connections that are handed to it. */
export interface HttpListener {
  accept(connection: Socket): void;
}

/** The longest request line and headers together, in bytes, as in Go's net/http. */
const maxHeaderBytes = 1024 * 1024;

/** A listener that calls `handle` for each request. A fault in `handle` ends that connection, nothing else. */
export function createHttpListener(
  handle: RequestListener,
  onFault: (error: unknown) => void,
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
  server.on("clientError", (_error, socket) => {
    if (!socket.writable) return;
    socket.end(
      "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n" +
        "Connection: close\r\n\r\n400 Bad Request",
    );
  });
  return { accept: (connection) => server.emit("connection", connection) };
}
