import { getServers } from "node:dns";
import { lookup } from "node:dns/promises";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import type { Clock } from "@leaderlab/clock";
import { goDialError, goErrorReason, goQuote, goTexts } from "@leaderlab/golang";
import { certificateProblem } from "./certificate-problem.ts";
import type { ConnectionOptions } from "./connection-options.ts";
import { lncliTexts } from "./lncli-texts.ts";
import { pemCertificates } from "./pem-certificates.ts";
import type { RpcServer } from "./rpc-server.ts";

/** How long each step of dialling may take. */
const stepTimeoutMs = 5000;

/**
 * Why grpc-js found no connection, as grpc-go says it; undefined when there is one by now. It dials once more by
 * itself, step by step, because what grpc-js tells is another library's wording and leaves out half.
 */
export async function dialFailure(
  { server, tls }: Pick<ConnectionOptions, "server" | "tls">,
  clock: Clock,
): Promise<string | undefined> {
  const sockets: Socket[] = [];
  try {
    const socket = await dial(server, clock, sockets);
    if (tls === undefined) throw new DialError(lncliTexts.notPlain);
    await shakeHands(socket, { server, tls, clock, sockets });
    return undefined;
  } catch (error) {
    if (error instanceof DialError) return lncliTexts.connectionError(goQuote(error.message));
    throw error;
  } finally {
    // Only the outermost, which takes the one below with it: the other way round Node 20 crashes.
    sockets.at(-1)?.destroy();
  }
}

class DialError extends Error {
  override readonly name = "DialError";
}

async function dial(server: RpcServer, clock: Clock, sockets: Socket[]): Promise<Socket> {
  const refuse = (reason: string) => new DialError(lncliTexts.dialing(reason));
  if (server.kind === "none") throw refuse(server.reason);
  const isUnix = server.kind === "unix";
  const address = isUnix ? "" : await addressOf(server.host);
  const socket = isUnix ? connectTcp(server.path) : connectTcp(server.port, address);
  sockets.push(socket);
  const place = isUnix ? `unix ${server.path}` : `tcp ${shownAddress(server, address)}`;
  try {
    await connected(socket, "connect", clock);
    return socket;
  } catch (error) {
    const isLate = error === timedOut;
    throw refuse(
      isLate ? goTexts.socket("dial", place, goTexts.ioTimeout) : goDialError(place, error),
    );
  }
}

/** The address that Go dials of those that a name has: an IPv4 address, if there is one. */
async function addressOf(host: string): Promise<string> {
  if (isIP(host) !== 0) return host;
  try {
    const found = await lookup(host, { all: true });
    return (found.find(({ family }) => family === 4) ?? found[0])?.address ?? host;
  } catch (error) {
    const isUnknown = (error as NodeJS.ErrnoException).code === "ENOTFOUND";
    const [server] = getServers();
    const asked = server !== undefined && /^[\w.-]+$/.test(host) ? ` on ${withPort(server)}` : "";
    const reason = isUnknown ? goTexts.noSuchHost : goTexts.serverMisbehaving;
    throw new DialError(lncliTexts.dialing(goTexts.lookup(`${host}${asked}`, reason)));
  }
}

function withPort(server: string): string {
  return isIP(server) === 0 ? server : server.includes(":") ? `[${server}]:53` : `${server}:53`;
}

function shownAddress(server: RpcServer & { readonly kind: "tcp" }, address: string): string {
  if (server.shown.startsWith(":")) return server.shown;
  return `${address.includes(":") ? `[${address}]` : address}:${server.port}`;
}

interface Handshake {
  readonly server: RpcServer;
  readonly tls: { readonly ca?: Buffer };
  readonly clock: Clock;
  readonly sockets: Socket[];
}

async function shakeHands(socket: Socket, { server, tls, clock, sockets }: Handshake) {
  const host = server.kind === "tcp" ? server.host : "localhost";
  const secure = connectTls({
    socket,
    ALPNProtocols: ["h2"],
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    ...(tls.ca !== undefined && { ca: tls.ca }),
    ...(isIP(host) === 0 && { servername: host }),
  });
  sockets.push(secure);
  try {
    await connected(secure, "secureConnect", clock);
  } catch (error) {
    throw new DialError(lncliTexts.handshake(handshakeReason(error)));
  }
  const problem = problemOf(secure, { host, tls, clock });
  if (problem !== undefined) {
    throw new DialError(lncliTexts.handshake(`${lncliTexts.unverifiedCertificate}${problem}`));
  }
  if (secure.alpnProtocol !== "h2") throw new DialError(lncliTexts.noHttp2);
}

function problemOf(
  secure: TLSSocket,
  {
    host,
    tls,
    clock,
  }: { readonly host: string; readonly tls: Handshake["tls"]; readonly clock: Clock },
): string | undefined {
  const certificate = secure.getPeerX509Certificate();
  if (certificate === undefined) return undefined;
  return certificateProblem(certificate, {
    trusted: tls.ca === undefined ? [] : pemCertificates(tls.ca),
    isAuthorized: secure.authorized,
    host,
    nowUnixMs: clock.unixNow(),
  });
}

function handshakeReason(error: unknown): string {
  if (error === timedOut) return "context deadline exceeded";
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ERR_SSL_WRONG_VERSION_NUMBER") return lncliTexts.notTls;
  return code === "ECONNRESET" ? "EOF" : goErrorReason(error);
}

const timedOut = new Error("timed out");

/** Waits for a socket's event. Rejects with the socket's error, or with `timedOut`. */
function connected(
  socket: Socket,
  event: "connect" | "secureConnect",
  clock: Clock,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(stepTimeoutMs, () => reject(timedOut));
    socket.once(event, () => {
      timer.cancel();
      resolve();
    });
    socket.once("error", (error) => {
      timer.cancel();
      reject(error);
    });
  });
}
