import { type AddressInfo, createServer, type Socket } from "node:net";

/** A port at which something listens that is no lnd. */
export interface OtherPort {
  readonly port: number;
  /** Cuts its connections and frees the port. */
  stop(): Promise<void>;
}

/** More connections are closed at once. */
const mostConnections = 1000;

/**
 * Listens at a port of 127.0.0.1 (0: a free one) and gives each connection, which is not read yet, to `take`. Rejects with
 * Node's error (EADDRINUSE …) when the port cannot be had.
 */
export function listenAt(port: number, take: (socket: Socket) => void): Promise<OtherPort> {
  const sockets = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    take(socket);
  });
  server.maxConnections = mostConnections;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      server.on("error", () => {});
      resolve({ port: (server.address() as AddressInfo).port, stop });
    });
  });
}

/** Takes connections and never says a word, nor reads one. */
export function startSilentPort(port: number): Promise<OtherPort> {
  return listenAt(port, () => {});
}
