import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect as connectHttp2,
} from "node:http2";
import { connect as connectTls, type TLSSocket } from "node:tls";
import * as lnd from "@leaderlab/proto/lnd";
import type { StateConnection, StateSource } from "../state-source.ts";
import { frameMessage, MessageCutter } from "./grpc-frames.ts";
import { requireAddress } from "./parse-address.ts";

export interface SocketStateSourceOptions {
  /** PEM, the certificates of all nodes one after the other; left out: any certificate is taken. */
  readonly ca?: Buffer | undefined;
}

/**
 * The State service of backends over TLS and HTTP/2. Each attempt has a socket of its own, destroyed when it is given
 * up: of a peer that swallows packets, or is stopped in the middle of a handshake, nothing is left.
 */
export function createSocketStateSource(options: SocketStateSourceOptions = {}): StateSource {
  const { ca } = options;
  return {
    connect({ grpcAddress }) {
      const { host, port } = requireAddress(grpcAddress);
      const socket = connectTls({
        host,
        port,
        ALPNProtocols: ["h2"],
        rejectUnauthorized: ca !== undefined,
        ...(ca !== undefined && { ca }),
      });
      return new SocketStateConnection(socket, `https://${grpcAddress}`);
    },
  };
}

const { GetState, SubscribeState } = lnd.state.methods;

class SocketStateConnection implements StateConnection {
  readonly #socket: TLSSocket;
  readonly #session: ClientHttp2Session;
  /** Kept for who asks afterwards. */
  #failure: Error | undefined;

  constructor(socket: TLSSocket, authority: string) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("error", (error) => this.#fail(error));
    this.#session = connectHttp2(authority, { createConnection: () => socket });
    this.#session.on("error", (error) => this.#fail(error));
    this.#session.on("close", () => this.#fail(new Error("the connection was closed")));
  }

  async *states() {
    const stream = this.#request(SubscribeState.path, SubscribeState.encodeRequest({}));
    for await (const message of messagesOf(stream)) {
      yield SubscribeState.decodeResponse(message).state;
    }
    throw this.#failure ?? new Error("the stream of states ended");
  }

  async state() {
    const stream = this.#request(GetState.path, GetState.encodeRequest({}));
    for await (const message of messagesOf(stream)) return GetState.decodeResponse(message).state;
    throw this.#failure ?? new Error("GetState was not answered");
  }

  close(): void {
    this.#fail(new Error("the connection was given up"));
    this.#session.destroy();
    this.#socket.destroy();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
  }

  #request(path: string, body: Uint8Array): ClientHttp2Stream {
    if (this.#failure !== undefined) throw this.#failure;
    const stream = this.#session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
    });
    // What goes wrong comes out of the iteration.
    stream.on("error", () => {});
    stream.end(frameMessage(body));
    return stream;
  }
}

async function* messagesOf(stream: ClientHttp2Stream): AsyncGenerator<Buffer> {
  const cutter = new MessageCutter();
  for await (const bytes of stream) yield* cutter.push(bytes as Buffer);
}
