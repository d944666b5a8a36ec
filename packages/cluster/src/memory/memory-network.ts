import type { Clock, Random, Timer } from "@leaderlab/clock";
import type { Poisoning } from "../faults/fault-kind.ts";
import { isLinkMeant, type LinkName } from "../faults/link-name.ts";
import { forkRandom } from "./fork-random.ts";
import {
  type ConnectionParts,
  type Endpoint,
  type Latency,
  MemoryConnection,
  type NetworkHost,
} from "./memory-connection.ts";

/** How fast the network is while nothing is wrong with it. */
export interface NetworkSpeed {
  /** One way, in milliseconds. Default 0.5, as in a data centre. */
  readonly latencyMs?: number;
  /** So much more or less by chance, evenly spread. Default 0.25. */
  readonly jitterMs?: number;
}

/** What a dial comes to; exactly one of the two is called, unless it is given up before. */
export interface DialOutcome {
  onOpen(endpoint: Endpoint): void;
  /** Nobody listens there, or the connection broke while it was made. */
  onRefused(): void;
}

/** Who listens at an address. */
interface Listener {
  readonly host: NetworkHost;
  readonly accept: (endpoint: Endpoint) => void;
}

export interface MemoryNetworkOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly speed?: NetworkSpeed;
}

/**
 * Hosts that reach each other by connections, in memory. Every link (from a host to a host) has chance of its own, so
 * that what goes on on one does not shift what happens on another.
 */
export class MemoryNetwork {
  readonly #clock: Clock;
  readonly #seed: number;
  readonly #latencyMs: number;
  readonly #jitterMs: number;
  readonly #listeners = new Map<string, Listener>();
  readonly #links = new Map<string, Link>();
  readonly #connections = new Set<MemoryConnection>();
  readonly #poisonings = new Set<Poisoning>();

  constructor({ clock, seed, speed = {} }: MemoryNetworkOptions) {
    this.#clock = clock;
    this.#seed = seed;
    this.#latencyMs = speed.latencyMs ?? 0.5;
    this.#jitterMs = Math.min(speed.jitterMs ?? 0.25, this.#latencyMs);
  }

  /** Takes connections at an address; the returned function ends that, and leaves those that live alone. */
  listen(address: string, host: NetworkHost, accept: (endpoint: Endpoint) => void): () => void {
    if (this.#listeners.has(address)) throw new Error(`${address} is taken`);
    const listener = { host, accept };
    this.#listeners.set(address, listener);
    return () => {
      if (this.#listeners.get(address) === listener) this.#listeners.delete(address);
    };
  }

  /** Opens a connection. The returned function gives up; a connection that opens all the same is closed. */
  dial(from: NetworkHost, address: string, outcome: DialOutcome): () => void {
    const listener = this.#listeners.get(address);
    const { clock } = from;
    if (listener === undefined)
      return giveUp(clock.setTimer(2 * this.#latencyMs, outcome.onRefused));
    const parts = this.#partsBetween(from, listener.host);
    const connection = new MemoryConnection(parts);
    this.#connections.add(connection);
    for (const poisoning of this.#poisonings) this.#apply(poisoning, connection);
    const { clientSide, serverSide } = connection;
    clientSide.onClose = () => outcome.onRefused();
    connection.open(() => {
      if (clientSide.isClosed) return;
      if (this.#listeners.get(address) !== listener) {
        clientSide.close();
        outcome.onRefused();
        return;
      }
      const { host } = listener;
      host.clock.setTimer(0, () => {
        if (this.#listeners.get(address) === listener) listener.accept(serverSide);
        else serverSide.close();
      });
      outcome.onOpen(clientSide);
    });
    return () => {
      clientSide.onClose = () => {};
      clientSide.close();
    };
  }

  /** Dials for the lab itself: at once, and past every fault. */
  tap(from: NetworkHost, address: string, outcome: DialOutcome): () => void {
    return giveUp(
      from.clock.setTimer(0, () => {
        const listener = this.#listeners.get(address);
        if (listener === undefined) return outcome.onRefused();
        const { clientSide, serverSide } = new MemoryConnection({
          link: { from: from.name, to: listener.host.name },
          client: from,
          server: listener.host,
          latency: () => 0,
          clock: this.#clock,
          random: forkRandom(this.#seed, "tap"),
          onOver: () => {},
        });
        listener.accept(serverSide);
        outcome.onOpen(clientSide);
      }),
    );
  }

  /** Lets a toxic work on every connection that is meant, present and future; the returned function ends it. */
  poison(poisoning: Poisoning): () => void {
    this.#poisonings.add(poisoning);
    for (const connection of [...this.#connections]) this.#apply(poisoning, connection);
    return () => {
      if (!this.#poisonings.delete(poisoning)) return;
      for (const connection of this.#connections) connection.cure(poisoning);
    };
  }

  #apply(poisoning: Poisoning, connection: MemoryConnection): void {
    const { link, toxic, direction } = poisoning;
    if (isLinkMeant(connection.link, link)) connection.poison(poisoning, toxic, direction);
  }

  #partsBetween(client: NetworkHost, server: NetworkHost): ConnectionParts {
    const link = { from: client.name, to: server.name };
    const { latency, random } = this.#link(link);
    return {
      link,
      client,
      server,
      latency,
      random,
      clock: this.#clock,
      onOver: (connection) => this.#connections.delete(connection),
    };
  }

  #link({ from, to }: LinkName): Link {
    const name = `${from}:${to}`;
    const known = this.#links.get(name);
    if (known !== undefined) return known;
    const chance = forkRandom(this.#seed, `latency ${name}`);
    const { latencyMs, jitterMs } = { latencyMs: this.#latencyMs, jitterMs: this.#jitterMs };
    const link = {
      latency: () => inSteps(latencyMs + (2 * chance.nextFloat() - 1) * jitterMs),
      random: forkRandom(this.#seed, `faults ${name}`),
    };
    this.#links.set(name, link);
    return link;
  }
}

/** What the connections of one link share. */
interface Link {
  readonly latency: Latency;
  readonly random: Random;
}

/** Times in whole eighths of a millisecond add up exactly, and read well. */
function inSteps(ms: number): number {
  return Math.round(ms * 8) / 8;
}

function giveUp(timer: Timer): () => void {
  return () => timer.cancel();
}
