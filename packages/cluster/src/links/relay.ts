import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import type { Clock, Random } from "@leaderlab/clock";
import { resetSocket } from "@leaderlab/leader-proxy/reset-socket";
import { FaultError, type Undo } from "../faults/index.ts";
import { LinkToxics, type PlacedToxic } from "./link-toxics.ts";
import { type Address, RelayedConnection } from "./relayed-connection.ts";

export interface RelayOptions {
  readonly clock: Clock;
  /** Chance of what toxics draw. */
  readonly random: Random;
  /** Default: a free port of 127.0.0.1. */
  readonly listen?: Address;
  /** Where connections go; asked for each one. */
  readonly to: () => Address;
  /** What goes wrong, where several relays are one link; default: a set of its own. */
  readonly toxics?: LinkToxics;
  /** Whether it reads along, so that single messages of etcd's gRPC can be lost; default false. Not through TLS. */
  readonly readsGrpc?: boolean;
}

/**
 * A link between real sockets: it listens where the server seems to be, and passes on what it gets in the turn in which
 * it gets it, until something is to go wrong. Ends and resets of one side reach the other as what they are.
 */
export interface Relay extends AsyncDisposable {
  /** Where clients connect to. The port stays the same while it is shut. */
  readonly address: Address;
  /** How many connections there are. */
  readonly connections: number;
  /** How many bytes have come in, both ways. */
  readonly traffic: number;
  /** Places a toxic, on living connections too. Throws a FaultError where one would have to read what it cannot. */
  poison(placed: PlacedToxic): Undo;
  /** Throws a FaultError that says why single messages cannot be told apart here. */
  requireReadable(): void;
  /** Refuses connections, as a port at which nobody listens; living ones stay. */
  shut(): void;
  /** Listens again. Rejects with Node's error when the port is taken by then. */
  open(): Promise<void>;
  /** Shuts it and resets what is left. */
  stop(): Promise<void>;
}

/** A link that has so many connections resets each new one. */
const mostConnections = 2000;

/** Starts a relay. Rejects with Node's error (EADDRINUSE …) when the place cannot be had. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const relay = new SocketRelay(options);
  await relay.open();
  return relay;
}

class SocketRelay implements Relay {
  readonly #options: RelayOptions;
  readonly #toxics: LinkToxics;
  readonly #connections = new Set<RelayedConnection>();
  #traffic = 0;
  #address: Address;
  #server: Server | undefined;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#toxics = options.toxics ?? new LinkToxics();
    this.#address = options.listen ?? { host: "127.0.0.1", port: 0 };
  }

  get address(): Address {
    return this.#address;
  }

  get connections(): number {
    return this.#connections.size;
  }

  get traffic(): number {
    return this.#traffic;
  }

  poison(placed: PlacedToxic): Undo {
    if (placed.toxic.readsContent === true) this.requireReadable();
    return this.#toxics.add(placed);
  }

  requireReadable(): void {
    if (this.#options.readsGrpc !== true) {
      throw new FaultError("this link does not read messages: it is under TLS, or not etcd's");
    }
    if ([...this.#connections].every(({ canRead }) => canRead)) return;
    throw new FaultError("a connection of this link cannot be read: it speaks TLS, or no HTTP/2");
  }

  async open(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) =>
      this.#take(client),
    );
    this.#server = server;
    try {
      await listening(server, this.#address);
    } catch (error) {
      this.#server = undefined;
      throw error;
    }
    this.#address = { ...this.#address, port: (server.address() as AddressInfo).port };
  }

  /** Node tells of the end of listening only when the last connection is gone; the port is free at once. */
  shut(): void {
    this.#server?.close();
    this.#server = undefined;
  }

  async stop(): Promise<void> {
    this.shut();
    for (const connection of this.#connections) connection.reset();
    await Promise.all([...this.#connections].map(({ closed }) => closed));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #take(client: Socket): void {
    if (this.#connections.size >= mostConnections) {
      client.on("error", () => {});
      resetSocket(client);
      return;
    }
    const { clock, random, to, readsGrpc = false } = this.#options;
    const toxics = this.#toxics;
    const onBytes = (bytes: number) => {
      this.#traffic += bytes;
    };
    const parts = { client, to: to(), clock, random, toxics, readsGrpc, onBytes };
    const connection = new RelayedConnection(parts);
    this.#connections.add(connection);
    void connection.closed.then(() => this.#connections.delete(connection));
  }
}

function listening(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      server.on("error", () => {});
      resolve();
    });
  });
}
