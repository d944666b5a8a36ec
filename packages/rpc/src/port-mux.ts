import {
  type AddressInfo,
  createServer,
  type ListenOptions,
  type Server,
  type Socket,
} from "node:net";
import {
  createServer as createTlsServer,
  type TLSSocket,
  type TlsOptions,
  type Server as TlsServer,
} from "node:tls";

/** Takes over a connection on which a protocol was recognised; everything it read is put back first. */
export type Accept = (connection: Socket) => void;

export interface PortMuxOptions {
  /** An IP address or host name, or undefined for every interface. */
  readonly host?: string | undefined;
  /** 0 lets the system choose. Ignored when `socketPath` is given. */
  readonly port?: number;
  /** With a host of IPv6 (`::`): take no IPv4. */
  readonly ipv6Only?: boolean;
  /** A unix socket instead of a port. */
  readonly socketPath?: string;
  /** Given: the port speaks TLS with this key and certificate, and refuses plain HTTP in Go's words. */
  readonly tls?: MuxTls;
  /** With `tls`: connections without TLS are taken, too. */
  readonly alsoPlain?: boolean;
  /** With `tls`: a connection that does not begin with a handshake is closed without a word. */
  readonly closesPlain?: boolean;
  /** Takes HTTP/2 connections; left out, the port speaks HTTP/1.1 only. */
  readonly grpc?: Accept;
  /** Takes HTTP/1.1 connections; left out, the port speaks HTTP/2 only. */
  readonly http?: Accept;
  /** Told of a TLS handshake that failed; the connection is closed by then. */
  readonly onTlsError?: (error: Error, peer: string, socket: Socket | TLSSocket) => void;
}

/** A connection to a port of TLS that does not begin as one of TLS does. */
export class NoTlsRecordError extends Error {
  override readonly name = "NoTlsRecordError";
}

/** The key, the certificate and the rules of a port that speaks TLS. */
export interface MuxTls
  extends Pick<
    TlsOptions,
    "key" | "cert" | "ca" | "requestCert" | "minVersion" | "maxVersion" | "ciphers"
  > {
  /** false: no protocol is negotiated by ALPN, as lnd's REST port does. */
  readonly alpn?: boolean;
  /**
   * true: another port has taken this key and certificate already, so nothing is wrong with them, and what they take to
   * set up can wait for the first connection.
   */
  readonly isProven?: boolean;
  /**
   * Asked before each handshake for a key and a certificate that have taken the place of those in use; undefined when
   * none have. What it throws ends the connection.
   */
  readonly refresh?: () => Pick<TlsOptions, "key" | "cert"> | undefined;
  /** Looks at a client once the handshake is over; a refusal ends the connection. Given: it decides alone. */
  readonly refuse?: (socket: TLSSocket) => Error | undefined;
}

/** A port that is being listened on. */
export interface PortMux extends AsyncDisposable {
  readonly port: number;
  /** `127.0.0.1:2379`, or the path of a unix socket. */
  readonly address: string;
  /** Closes the port and cuts the connections that are left. */
  stop(): Promise<void>;
  /** Closes the port to new connections and leaves the open ones alone. */
  close(): void;
}

/** How long a connection may stay silent before it says which protocol it speaks. */
const silenceMs = 120_000;
const http2Preface = Buffer.from("PRI * HTTP/2.0");
const tlsHandshakeByte = 0x16;
const plainHttpRefusal =
  "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n";

/**
 * Listens on one port for HTTP/2 (gRPC) and HTTP/1.1 alike: by the first bytes on a plain port, by ALPN under TLS.
 *
 * A client that offers both protocols by ALPN gets HTTP/2, as from Go's servers; so what takes HTTP/2 connections under
 * TLS answers there whatever else the port serves. Rejects with Node's error (EADDRINUSE …) when the port cannot be
 * had.
 */
export async function startPortMux(options: PortMuxOptions): Promise<PortMux> {
  const connections = new Set<Socket>();
  const track = (socket: Socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const dispatch =
    options.tls === undefined ? plainDispatch(options) : tlsDispatch(options, options.tls);
  const server = createServer({ noDelay: true, pauseOnConnect: false }, (socket) => {
    track(socket);
    dispatch(socket);
  });
  await listen(server, options);
  const close = () => {
    if (server.listening) server.close();
  };
  const stop = async () => {
    const closed = new Promise<void>((resolve) => {
      if (server.listening) server.close(() => resolve());
      else resolve();
    });
    for (const socket of connections) socket.destroy();
    await closed;
  };
  return { ...boundAddress(server), close, stop, [Symbol.asyncDispose]: stop };
}

function listen(server: Server, options: PortMuxOptions): Promise<void> {
  const place: ListenOptions = options.socketPath
    ? { path: options.socketPath }
    : {
        port: options.port ?? 0,
        ...(options.host !== undefined && { host: options.host }),
        ...(options.ipv6Only !== undefined && { ipv6Only: options.ipv6Only }),
      };
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(place, () => {
      server.off("error", reject);
      server.on("error", () => {});
      resolve();
    });
  });
}

function boundAddress(server: Server): { port: number; address: string } {
  const bound = server.address();
  if (typeof bound === "string") return { port: 0, address: bound };
  const { address, port, family } = bound as AddressInfo;
  return { port, address: family === "IPv6" ? `[${address}]:${port}` : `${address}:${port}` };
}

function plainDispatch(options: PortMuxOptions): Accept {
  return (socket) => peek(socket, (seen, putBack) => choosePlain(socket, seen, putBack, options));
}

/** Hands a connection without TLS to whom its first bytes belong; false when they are too few to tell. */
function choosePlain(
  socket: Socket,
  seen: Buffer,
  putBack: () => void,
  { grpc, http }: PortMuxOptions,
): boolean {
  const isHttp2 = http2Preface
    .subarray(0, seen.length)
    .equals(seen.subarray(0, http2Preface.length));
  if (isHttp2 && seen.length < http2Preface.length) return false;
  const accept = isHttp2 ? grpc : http;
  putBack();
  if (accept === undefined) socket.destroy();
  else accept(socket);
  return true;
}

function tlsDispatch(options: PortMuxOptions, tls: MuxTls): Accept {
  const { grpc, http, onTlsError } = options;
  const { refresh, refuse, isProven = false } = tls;
  const fail = (error: Error, socket: Socket) => {
    const { remoteAddress, remotePort } = socket;
    onTlsError?.(
      error,
      remoteAddress === undefined ? "" : `${remoteAddress}:${remotePort}`,
      socket,
    );
    socket.destroy();
  };
  const secured = (socket: TLSSocket) => {
    socket.on("error", () => socket.destroy());
    const refusal = refuse?.(socket);
    if (refusal !== undefined) return fail(refusal, socket);
    const isHttp2 = socket.alpnProtocol === "h2" || (http === undefined && !socket.alpnProtocol);
    const accept = isHttp2 ? grpc : http;
    if (accept === undefined) socket.destroy();
    else accept(socket);
  };
  const open = () =>
    createHandshaker(options, tls).on("secureConnection", secured).on("tlsClientError", fail);
  let server = isProven ? undefined : open();
  const handshake = (socket: Socket) => {
    try {
      server ??= open();
      const fresh = refresh?.();
      if (fresh !== undefined) server.setSecureContext({ ...contextOf(tls), ...fresh });
    } catch (error) {
      return fail(error as Error, socket);
    }
    server.emit("connection", socket);
  };
  return (socket) =>
    peek(socket, (seen, putBack) => {
      if (seen[0] === tlsHandshakeByte) {
        putBack();
        handshake(socket);
        return true;
      }
      if (options.alsoPlain === true) return choosePlain(socket, seen, putBack, options);
      if (options.closesPlain === true) fail(new NoTlsRecordError("no TLS record"), socket);
      else socket.end(plainHttpRefusal);
      return true;
    });
}

/** What a secure context is made of. */
function contextOf({ alpn, isProven, refresh, refuse, ...keys }: MuxTls) {
  return { minVersion: "TLSv1.2", ...keys } as const;
}

/** Does handshakes on connections that it is given; it listens nowhere. Throws where key and certificate do not fit. */
function createHandshaker(options: PortMuxOptions, tls: MuxTls): TlsServer {
  return createTlsServer({
    rejectUnauthorized: tls.requestCert === true && tls.refuse === undefined,
    ...contextOf(tls),
    ...(tls.alpn !== false && {
      ALPNCallback: (hello: { protocols: string[] }) => chooseProtocol(hello.protocols, options),
    }),
  });
}

function chooseProtocol(offered: readonly string[], options: PortMuxOptions): string | undefined {
  if (options.grpc !== undefined && offered.includes("h2")) return "h2";
  return options.http !== undefined && offered.includes("http/1.1") ? "http/1.1" : undefined;
}

/**
 * Reads until `decide` has seen enough (it returns true), at most one preface long. A connection that stays silent
 * is closed.
 */
function peek(socket: Socket, decide: (seen: Buffer, putBack: () => void) => boolean): void {
  let seen: Buffer = Buffer.alloc(0);
  socket.setTimeout(silenceMs, () => socket.destroy());
  const onReadable = () => {
    const chunk = socket.read() as Buffer | null;
    if (chunk === null) return;
    seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk]);
    const putBack = () => {
      socket.off("readable", onReadable);
      socket.setTimeout(0);
      socket.removeAllListeners("timeout");
      socket.unshift(seen);
    };
    if (decide(seen, putBack)) socket.off("readable", onReadable);
  };
  socket.on("readable", onReadable);
}
