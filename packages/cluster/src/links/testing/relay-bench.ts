import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import type { FaultSpec } from "../../faults/index.ts";
import { faultKinds } from "../../faults/index.ts";
import { type Relay, startRelay } from "../relay.ts";

/** One end of a connection, and what it has received. */
export class Peer {
  readonly socket: Socket;
  readonly #chunks: Buffer[] = [];
  hasEnded = false;
  /** Resolves when the other side has ended. */
  readonly ended: Promise<void>;
  /** How it was closed: "end" when both sides ended, else the error's code. */
  readonly closed: Promise<string>;

  constructor(socket: Socket) {
    this.socket = socket;
    let code = "end";
    socket.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
    this.ended = new Promise((resolve) =>
      socket.once("end", () => {
        this.hasEnded = true;
        resolve();
      }),
    );
    socket.on("error", (error: NodeJS.ErrnoException) => {
      code = error.code ?? error.message;
    });
    this.closed = new Promise((resolve) => socket.once("close", () => resolve(code)));
  }

  get received(): string {
    return Buffer.concat(this.#chunks).toString("latin1");
  }

  get receivedBytes(): number {
    return this.#chunks.reduce((sum, { length }) => sum + length, 0);
  }

  /** Resolves when so many bytes have come. */
  async bytes(count: number): Promise<void> {
    while (this.receivedBytes < count) await once(this.socket, "data");
  }
}

/** A relay on a virtual clock before a server whose connections the test holds in its hand. */
export interface RelayBench extends AsyncDisposable {
  readonly clock: ReturnType<typeof createVirtualClock>;
  readonly relay: Relay;
  /** Opens a connection through the relay; `open` waits until it is there. */
  dial(): Peer;
  open(): Promise<Peer>;
  /** The server's end of the next connection. */
  accepted(): Promise<Peer>;
  /** How many connections the server has taken. */
  readonly acceptedCount: number;
  /** Gives everything that is on its way the time to arrive: round trips past the relay, over the same event loop. */
  settled(): Promise<void>;
  /** Injects a fault on this link by its kind's toxic. */
  strike(spec: LinkFault): () => void | Promise<void>;
}

/** A fault on a link, without the link. */
export type LinkFault =
  Extract<FaultSpec, { link: string }> extends infer Spec
    ? Spec extends { link: string }
      ? Omit<Spec, "link">
      : never
    : never;

/** The most round trips that count as settled. */
const roundTrips = 20;

/** Starts them; everything is stopped at the end of its scope. */
export async function startRelayBench(): Promise<RelayBench> {
  const clock = createVirtualClock();
  const sockets = new Set<Socket>();
  const taken: Peer[] = [];
  const waiting: ((peer: Peer) => void)[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    const peer = new Peer(socket);
    taken.push(peer);
    waiting.shift()?.(peer);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const echo = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
  await once(echo, "listening");
  const to = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
  const relay = await startRelay({ clock, random: createSeededRandom(1), to: () => to });
  const dial = () => {
    const socket = connect({ ...relay.address, allowHalfOpen: true });
    sockets.add(socket);
    return new Peer(socket);
  };
  return {
    clock,
    relay,
    dial,
    async open() {
      const peer = dial();
      await once(peer.socket, "connect");
      return peer;
    },
    accepted: () => new Promise((resolve) => waiting.push(resolve)),
    get acceptedCount() {
      return taken.length;
    },
    async settled() {
      const socket = connect((echo.address() as AddressInfo).port, "127.0.0.1");
      for (let trip = 0; trip < roundTrips; trip++) {
        socket.write("?");
        await once(socket, "data");
      }
      socket.destroy();
    },
    strike({ kind, direction = "both", ...fields }) {
      const { toxic } = faultKinds[kind] as {
        toxic(spec: unknown): Parameters<Relay["poison"]>[0]["toxic"];
      };
      return relay.poison({ toxic: toxic(fields), direction });
    },
    async [Symbol.asyncDispose]() {
      await relay.stop();
      for (const socket of sockets) socket.destroy();
      server.close();
      echo.close();
    },
  };
}
