import { connect, type Socket } from "node:net";
import type { Clock, Random } from "@leaderlab/clock";
import { resetSocket } from "@leaderlab/leader-proxy/reset-socket";
import type { Direction } from "../faults/index.ts";
import { Flow } from "./flow.ts";
import { GrpcFilter } from "./http2/grpc-filter.ts";
import { ConnectionJudges, type LinkToxics } from "./link-toxics.ts";

/** Where a TCP connection goes. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What a relayed connection is made of. */
export interface RelayedConnectionParts {
  /** Paused since it was taken. */
  readonly client: Socket;
  readonly to: Address;
  readonly clock: Clock;
  readonly random: Random;
  readonly toxics: LinkToxics;
  readonly readsGrpc: boolean;
  /** Told of all that comes, both ways. */
  readonly onBytes: (bytes: number) => void;
}

/** One connection through a link: both of its sides, and what goes wrong between them. */
export class RelayedConnection {
  readonly #parts: RelayedConnectionParts;
  readonly #judges: ConnectionJudges;
  readonly #filter: GrpcFilter | undefined;
  #server: Socket | undefined;
  #flows: { readonly [way in Direction]: Flow } | undefined;
  /** Resolves when neither side is left. */
  readonly closed: Promise<void>;

  constructor(parts: RelayedConnectionParts) {
    this.#parts = parts;
    const { client, toxics, clock } = parts;
    this.#judges = new ConnectionJudges(toxics, parts.random);
    if (parts.readsGrpc) {
      this.#filter = new GrpcFilter({
        isLost: (direction, content) => this.#judges.loses(direction, content, clock.now()),
        send: (direction, bytes) => this.#flows?.[direction].send(bytes),
      });
    }
    client.setNoDelay(true);
    // A side that is reset is told to the other by its flow; until there is one, only the client can fall away.
    client.on("error", () => this.#flows === undefined && this.#server?.destroy());
    const clientClosed = new Promise<void>((resolve) => client.once("close", () => resolve()));
    this.closed = clientClosed.then(() => this.#serverClosed());
    const stopListening = toxics.onChange(() => this.#toxicsChanged());
    void this.closed.then(stopListening);
    this.#toxicsChanged();
  }

  /** Whether its messages can be told apart. */
  get canRead(): boolean {
    return this.#filter?.canRead === true;
  }

  /** Cuts both sides, with a reset each. */
  reset(): void {
    resetSocket(this.#parts.client);
    if (this.#server !== undefined) resetSocket(this.#server);
  }

  #serverClosed(): Promise<void> | undefined {
    const server = this.#server;
    if (server === undefined || server.closed) return undefined;
    if (this.#flows === undefined) server.destroy();
    return new Promise((resolve) => server.once("close", () => resolve()));
  }

  #toxicsChanged(): void {
    const { toxics, client } = this.#parts;
    if (toxics.resetsConnections) {
      this.reset();
    } else if (this.#flows !== undefined) {
      this.#flows.toServer.judgeAnew();
      this.#flows.toClient.judgeAnew();
    } else if (this.#server === undefined && !toxics.holdsNewConnections && !client.destroyed) {
      this.#dial();
    }
  }

  #dial(): void {
    const { client, to } = this.#parts;
    const server = connect({ ...to, allowHalfOpen: true, noDelay: true });
    this.#server = server;
    server.on("error", () => {
      if (this.#flows !== undefined) return;
      this.#server = undefined;
      // Through a blackhole no refusal comes back: it is dialled anew when that is gone.
      if (!this.#parts.toxics.holdsNewConnections) resetSocket(client);
    });
    server.once("connect", () => {
      if (client.destroyed) resetSocket(server);
      else this.#begin(client, server);
    });
  }

  #begin(client: Socket, server: Socket): void {
    const { clock, toxics } = this.#parts;
    const flow = (direction: Direction, source: Socket, sink: Socket) =>
      new Flow({
        direction,
        source,
        sink,
        clock,
        toxics,
        judges: this.#judges,
        onBytes: this.#parts.onBytes,
        filter: this.#filter && ((bytes) => this.#filter?.filter(direction, bytes) ?? [bytes]),
        onReset: () => this.reset(),
      });
    this.#flows = {
      toServer: flow("toServer", client, server),
      toClient: flow("toClient", server, client),
    };
  }
}
