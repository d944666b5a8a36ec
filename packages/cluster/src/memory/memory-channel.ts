import type { Timer } from "@leaderlab/clock";
import type { Endpoint, NetworkHost } from "./memory-connection.ts";
import type { DialOutcome } from "./memory-network.ts";

/** Why there is no connection. */
export type ConnectionFailure = "refused" | "dialTimeout" | "closed";

/** How a channel reaches its server. */
export interface MemoryChannelOptions {
  readonly host: NetworkHost;
  /** Opens a connection: see MemoryNetwork.dial. */
  dial(outcome: DialOutcome): () => void;
  readonly dialTimeoutMs: number;
  /** A message came in. */
  onMessage(message: object): unknown;
  /** The connection broke; the next call makes a new one. */
  onBroken(): void;
}

/** A call that waits for a connection. */
interface Waiting {
  onOpen(endpoint: Endpoint): void;
  onFailure(failure: ConnectionFailure): void;
}

/** One connection that all calls of a client share, made when the first one needs it, as gRPC's channels are. */
export class MemoryChannel {
  readonly #options: MemoryChannelOptions;
  #endpoint: Endpoint | undefined;
  #dialing: { readonly waiting: Set<Waiting>; giveUp: () => void } | undefined;
  #isClosed = false;

  constructor(options: MemoryChannelOptions) {
    this.#options = options;
  }

  /** Calls one of the two back, at once where it can; the returned function gives up. */
  connected(
    onOpen: (endpoint: Endpoint) => void,
    onFailure: (failure: ConnectionFailure) => void,
  ): () => void {
    if (this.#isClosed) onFailure("closed");
    else if (this.#endpoint !== undefined) onOpen(this.#endpoint);
    else return this.#wait(onOpen, onFailure);
    return () => {};
  }

  /** Closes the connection, or stops making one: who waits for it fails as "closed", and whoever calls later. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { waiting, giveUp } = this.#dialing ?? { waiting: [], giveUp: () => {} };
    this.#dialing = undefined;
    giveUp();
    this.#endpoint?.close();
    this.#endpoint = undefined;
    for (const { onFailure } of waiting) onFailure("closed");
  }

  #wait(onOpen: Waiting["onOpen"], onFailure: Waiting["onFailure"]): () => void {
    this.#dialing ??= this.#dial();
    const { waiting } = this.#dialing;
    const { host, dialTimeoutMs } = this.#options;
    let timer: Timer | undefined;
    const entry: Waiting = {
      onOpen(endpoint) {
        timer?.cancel();
        onOpen(endpoint);
      },
      onFailure(failure) {
        timer?.cancel();
        onFailure(failure);
      },
    };
    timer = host.clock.setTimer(dialTimeoutMs, () => {
      waiting.delete(entry);
      onFailure("dialTimeout");
    });
    waiting.add(entry);
    return () => {
      timer?.cancel();
      waiting.delete(entry);
    };
  }

  #dial() {
    const waiting = new Set<Waiting>();
    const giveUp = this.#options.dial({
      onOpen: (endpoint) => this.#opened(endpoint, waiting),
      onRefused: () => {
        this.#dialing = undefined;
        for (const { onFailure } of waiting) onFailure("refused");
      },
    });
    return { waiting, giveUp };
  }

  #opened(endpoint: Endpoint, waiting: Iterable<Waiting>): void {
    this.#dialing = undefined;
    this.#endpoint = endpoint;
    endpoint.onMessage = (message) => this.#options.onMessage(message);
    endpoint.onClose = () => {
      this.#endpoint = undefined;
      this.#options.onBroken();
    };
    for (const { onOpen } of waiting) onOpen(endpoint);
  }
}
