import type { Backend, LeaderTracker } from "@leaderlab/leader-proxy";
import type { Endpoint, NetworkHost } from "./memory-connection.ts";
import type { MemoryNetwork } from "./memory-network.ts";

/** What a gate in memory is made of. */
export interface MemoryGateParts {
  readonly network: MemoryNetwork;
  /** The proxy's host. */
  readonly host: NetworkHost;
  readonly address: string;
  readonly tracker: LeaderTracker;
  readonly dialTimeoutMs: number;
}

/** More than a client sends before it is answered. */
const mostWaiting = 1000;

/**
 * A proxy's gate on a network in memory, as the one on sockets is: a client is let through when the connection to the
 * leader stands and the leader's process has answered after that; when another one leads, every connection is cut.
 */
export class MemoryGate {
  readonly #routes = new Set<MemoryRoute>();
  readonly #shut: () => void;
  readonly #forget: () => void;

  constructor(parts: MemoryGateParts) {
    const { network, host, address, tracker } = parts;
    this.#shut = network.listen(address, host, (client) => {
      const route: MemoryRoute = new MemoryRoute(client, parts, () => this.#routes.delete(route));
      this.#routes.add(route);
      void route.run();
    });
    this.#forget = tracker.onTurn(() => this.#cutAll());
  }

  stop(): void {
    this.#forget();
    this.#shut();
    this.#cutAll();
  }

  #cutAll(): void {
    for (const route of [...this.#routes]) route.cut();
  }
}

/** One client's way to the leader. */
class MemoryRoute {
  readonly #client: Endpoint;
  readonly #parts: MemoryGateParts;
  readonly #onOver: () => void;
  /** What the client sent before it was let through. */
  #waiting: object[] = [];
  #leader: Endpoint | undefined;
  #isOver = false;

  constructor(client: Endpoint, parts: MemoryGateParts, onOver: () => void) {
    this.#client = client;
    this.#parts = parts;
    this.#onOver = onOver;
    client.onClose = () => this.cut();
    client.onMessage = (message) => {
      this.#waiting.push(message);
      if (this.#waiting.length > mostWaiting) this.cut();
    };
  }

  async run(): Promise<void> {
    const { tracker } = this.#parts;
    const { leader: backend } = tracker;
    const leader = backend && (await this.#dial(backend));
    if (leader === undefined) {
      this.cut();
      return;
    }
    this.#leader = leader;
    leader.onClose = () => this.cut();
    const isSure = backend !== undefined && (await tracker.confirm(backend));
    if (!isSure || this.#isOver) this.cut();
    else this.#letThrough(leader);
  }

  cut(): void {
    this.#leader?.close();
    this.#client.close();
    this.#waiting = [];
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onOver();
  }

  #letThrough(leader: Endpoint): void {
    leader.onMessage = (message) => this.#client.send(message);
    this.#client.onMessage = (message) => leader.send(message);
    for (const message of this.#waiting.splice(0)) leader.send(message);
  }

  #dial({ grpcAddress }: Backend): Promise<Endpoint | undefined> {
    const { network, host, dialTimeoutMs } = this.#parts;
    return new Promise((resolve) => {
      const giveUp = network.dial(host, grpcAddress, {
        onOpen: (endpoint) => {
          late.cancel();
          resolve(endpoint);
        },
        onRefused: () => {
          late.cancel();
          resolve(undefined);
        },
      });
      const late = host.clock.setTimer(dialTimeoutMs, () => {
        giveUp();
        resolve(undefined);
      });
    });
  }
}
