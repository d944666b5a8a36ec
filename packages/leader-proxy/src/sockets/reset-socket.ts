import type { Socket } from "node:net";

/**
 * Ends a connection with a reset. One whose end is on its way out already is closed without: asked for a reset then,
 * Node's socket never closes at all, and its process spins for ever when it is to end.
 */
export function resetSocket(socket: Socket): void {
  if (socket.destroyed) return;
  const isEnding = socket.writableEnded && !socket.writableFinished;
  if (isEnding) socket.destroy();
  else socket.resetAndDestroy();
}
