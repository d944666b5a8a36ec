import type { Socket } from "node:net";

/**
 * Ends a connection with a reset, at once. Where Node would wait first (until what is written is taken, an end that is
 * on its way has left, or a connection is made) it is closed without one: asked for a reset then, Node's socket
 * closes late or never, and its process spins for ever when it is to end.
 */
export function resetSocket(socket: Socket): void {
  if (socket.destroyed) return;
  const isEnding = socket.writableEnded && !socket.writableFinished;
  if (isEnding || socket.writableLength > 0 || socket.connecting) socket.destroy();
  else socket.resetAndDestroy();
}
