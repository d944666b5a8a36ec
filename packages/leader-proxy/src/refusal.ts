/** What a client is told when it is not let through. */
export const refusalText = {
  noLeader: "leaderlab proxy: no backend leads",
  unreachable: "leaderlab proxy: the leader cannot be reached",
  tooMany: "leaderlab proxy: too many connections",
} as const;

/** Why a client is not let through. */
export type Refusal = keyof typeof refusalText;

/** A record of TLS that ends a handshake: a fatal alert, internal_error. */
const tlsAlert = Buffer.from([21, 3, 3, 0, 2, 2, 80]);
const tlsHandshake = 22;
const http2Preface = "PRI ";

/** How many bytes tell what a client speaks. */
export const tellingBytes = 4;

/**
 * The last words to a client, by what it speaks: to TLS an alert, which every client takes for a failed connection
 * (gRPC: UNAVAILABLE) and not for a slow server; to plain HTTP/1.1 a 503 with a body as lnd's REST has them; to others
 * nothing. The connection is closed behind them.
 */
export function lastWords(firstBytes: Buffer, refusal: Refusal): Buffer {
  if (firstBytes[0] === tlsHandshake) return tlsAlert;
  const opening = firstBytes.toString("latin1");
  if (!/^[A-Z]/.test(opening) || opening.startsWith(http2Preface)) return Buffer.alloc(0);
  const body = JSON.stringify({ code: 14, message: refusalText[refusal], details: [] });
  return Buffer.from(
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\n" +
      `Retry-After: 1\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
