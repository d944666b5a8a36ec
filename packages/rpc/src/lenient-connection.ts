import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { AuthorityEditor } from "./authority-editor.ts";

/** A socket, or something in its place that need not have an address. */
type PlainConnection = Duplex &
  Partial<Pick<Socket, "remoteAddress" | "remotePort" | "setNoDelay">>;

/**
 * A client's plain connection, with its HTTP/2 bytes as Node can take them; see AuthorityEditor. Nothing changes for
 * clients that keep to the standard, and what goes to the client is never changed.
 */
export class LenientConnection extends Duplex {
  readonly #connection: PlainConnection;

  constructor(connection: PlainConnection) {
    super({ allowHalfOpen: connection.allowHalfOpen });
    this.#connection = connection;
    const editor = new AuthorityEditor();
    connection.on("data", (bytes: Buffer) => {
      const taken = editor.take(bytes);
      if (taken.length > 0 && !this.push(taken)) connection.pause();
    });
    // A client that sends no more is gone, as for grpc-go. Neither is told of as such: Node's HTTP/2 shuts its side down,
    // and a frame that is still to go then ends the process (an assertion in its JSStreamSocket).
    connection.on("end", () => this.destroy());
    connection.on("error", () => this.destroy());
    connection.on("close", () => this.destroy());
    // Node's HTTP/2 does so for sockets that it knows as such.
    connection.setNoDelay?.(true);
  }

  /** The other side as `host:port`; undefined when the socket is gone or has no address. */
  get peer(): string | undefined {
    const { remoteAddress, remotePort } = this.#connection;
    return remoteAddress === undefined ? undefined : `${remoteAddress}:${remotePort}`;
  }

  override _read(): void {
    this.#connection.resume();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#connection.write(chunk, (error) => (error ? this.destroy() : done()));
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    const bytes = Buffer.concat(chunks.map(({ chunk }) => chunk));
    this.#connection.write(bytes, (error) => (error ? this.destroy() : done()));
  }

  override _final(done: () => void): void {
    this.#connection.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#connection.destroy();
    done(error);
  }
}
