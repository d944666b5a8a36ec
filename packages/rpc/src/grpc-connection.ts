import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";

/** The other side of a connection. */
export interface Client {
  /** `host:port`; empty when the socket is gone or has no address. */
  readonly peer: string;
  /** Of the certificate that the client showed and that was verified; undefined when there is none. */
  readonly commonName: string | undefined;
}

/** Who is at the other side of this connection; each is looked up once, when it is asked for. */
export function clientOf(connection: Duplex): Client {
  let peer: string | undefined;
  let name: string | undefined | null = null;
  return {
    get peer() {
      peer ??= peerOf(connection);
      return peer;
    },
    get commonName() {
      if (name === null)
        name = connection instanceof TLSSocket ? verifiedName(connection) : undefined;
      return name;
    },
  };
}

function peerOf(connection: Duplex): string {
  const { remoteAddress, remotePort } = connection as Partial<Socket>;
  return remoteAddress === undefined ? "" : `${remoteAddress}:${remotePort}`;
}

function verifiedName(socket: TLSSocket): string | undefined {
  if (!socket.authorized) return undefined;
  // As in Go, the last one counts where there are several.
  const { CN = "" } = socket.getPeerCertificate().subject ?? {};
  return Array.isArray(CN) ? CN.at(-1) : CN;
}
