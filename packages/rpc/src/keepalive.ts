import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Clock, Timer } from "@leaderlab/clock";

/** When a silent client is asked whether it is still there. */
export interface KeepaliveOptions {
  /** A connection from which nothing came for so long is pinged. */
  readonly intervalMs: number;
  /** It is cut when nothing comes for so long after that. */
  readonly timeoutMs: number;
}

/** A connection that can be asked for a sign of life. */
export interface Askable {
  ping(): void;
  destroy(): void;
}

/**
 * Pings a connection that is silent and cuts one that does not answer, until the function that it gives is called.
 * Mirrors: grpc-go http2Server.keepalive.
 */
export function keepAlive(
  session: Askable,
  connection: Duplex,
  { intervalMs, timeoutMs }: KeepaliveOptions,
  clock: Pick<Clock, "setTimer">,
): () => void {
  let timer: Timer;
  let seenBytes = -1;
  const bytesRead = () => (connection as Partial<Socket>).bytesRead ?? 0;
  const look = () => {
    const isSilent = bytesRead() === seenBytes;
    seenBytes = bytesRead();
    if (isSilent) ask();
    else timer = clock.setTimer(intervalMs, look);
  };
  const ask = () => {
    session.ping();
    timer = clock.setTimer(timeoutMs, () => {
      if (bytesRead() === seenBytes) session.destroy();
      else look();
    });
  };
  seenBytes = bytesRead();
  timer = clock.setTimer(intervalMs, look);
  return () => timer.cancel();
}
