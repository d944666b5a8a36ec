import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import type { Clock } from "@leaderlab/clock";
import type { Backend } from "../backend.ts";
import type { LeaderTracker } from "../leader-tracker.ts";
import { createGateCounters, type GateCounters, type GateName } from "../proxy-counters.ts";
import { requireAddress, type SocketAddress } from "./parse-address.ts";
import { defaultGateTimings, type GateTimings, RoutedConnection } from "./routed-connection.ts";

export interface GateOptions {
  readonly name: GateName;
  readonly listen: SocketAddress;
  readonly tracker: LeaderTracker;
  readonly clock: Clock;
  /** Where the gate's port is on a backend; undefined: it has none. */
  readonly addressOf: (backend: Backend) => string | undefined;
  readonly timings?: Partial<GateTimings> | undefined;
  /** Further clients are refused. Default 1000. */
  readonly mostConnections?: number | undefined;
  /** Told in the moment in which a client's bytes begin to pass to a backend. */
  readonly onRoute?: ((backend: Backend, gate: GateName) => void) | undefined;
}

/** A port that leads to the leader. */
export interface Gate {
  readonly name: GateName;
  /** `127.0.0.1:10009` */
  readonly address: string;
  readonly counters: Readonly<GateCounters>;
  /** How many connections there are now. */
  readonly connections: number;
  /** Closes the port and cuts every connection. */
  stop(): Promise<void>;
}

const defaultMostConnections = 1000;

/** Opens a gate. Rejects with Node's error (EADDRINUSE …) when the port cannot be had. */
export async function startGate(options: GateOptions): Promise<Gate> {
  const gate = new LeaderGate(options);
  await gate.open();
  return gate;
}

/**
 * Takes connections, and lets each through to whoever leads: when the connection to the leader stands, and the leader's
 * process has answered after that. So none reaches a process that took the leader's port meanwhile, and does not lead.
 * Nobody waits for a leader to come: without one, a client is refused at once.
 */
class LeaderGate implements Gate {
  readonly name: GateName;
  readonly counters = createGateCounters();
  readonly #options: GateOptions;
  readonly #timings: GateTimings;
  readonly #server: Server;
  readonly #connections = new Set<RoutedConnection>();
  readonly #forget: () => void;

  constructor(options: GateOptions) {
    this.name = options.name;
    this.#options = options;
    this.#timings = { ...defaultGateTimings, ...options.timings };
    this.#server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
      void this.#take(client);
    });
    this.#forget = options.tracker.onTurn(() => this.#cutAll());
  }

  get address(): string {
    const { address, port, family } = this.#server.address() as AddressInfo;
    return family === "IPv6" ? `[${address}]:${port}` : `${address}:${port}`;
  }

  get connections(): number {
    return this.#connections.size;
  }

  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen({ ...this.#options.listen }, () => {
        this.#server.off("error", reject);
        this.#server.on("error", () => {});
        resolve();
      });
    });
  }

  async stop(): Promise<void> {
    this.#forget();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const connection of [...this.#connections]) connection.cut();
    await closed;
  }

  async #take(client: Socket): Promise<void> {
    const { tracker, clock, addressOf, onRoute, mostConnections } = this.#options;
    const { counters } = this;
    counters.accepted += 1;
    const connection = new RoutedConnection({
      client,
      clock,
      counters,
      timings: this.#timings,
      onOver: () => this.#connections.delete(connection),
    });
    // Refused clients count, too, until they are gone: they wait a second at most.
    if (this.#connections.size >= 2 * (mostConnections ?? defaultMostConnections)) {
      counters.refused.tooMany += 1;
      connection.cut();
      return;
    }
    this.#connections.add(connection);
    if (this.#connections.size > (mostConnections ?? defaultMostConnections)) {
      return connection.refuse("tooMany");
    }
    const { leader } = tracker;
    if (leader === undefined) return connection.refuse("noLeader");
    const address = addressOf(leader);
    if (address === undefined || !(await connection.dial(requireAddress(address)))) {
      return connection.refuse("unreachable");
    }
    if (!(await tracker.confirm(leader))) {
      return connection.refuse(tracker.leader === undefined ? "noLeader" : "unreachable");
    }
    if (connection.isOver) return;
    onRoute?.(leader, this.name);
    connection.letThrough();
  }

  /** Whoever led before gets nothing any more; connections that are being made are refused by themselves. */
  #cutAll(): void {
    for (const connection of [...this.#connections]) {
      if (!connection.isLetThrough) continue;
      this.counters.cut += 1;
      connection.cut();
    }
  }
}
