import type { Clock, Random } from "@leaderlab/clock";
import { FaultError, formatLinkName, type LinkName, type Undo } from "../faults/index.ts";
import { LinkToxics, type PlacedToxic } from "./link-toxics.ts";
import { type Relay, type RelayOptions, startRelay } from "./relay.ts";

export interface LinkOptions {
  readonly name: LinkName;
  readonly clock: Clock;
  readonly random: Random;
  /** Whether its relays read along, so that single messages of etcd's gRPC can be lost. */
  readonly readsGrpc: boolean;
}

/** One link between real sockets: every relay on it has the same things going wrong. */
export class Link {
  readonly name: LinkName;
  readonly #options: LinkOptions;
  readonly #toxics = new LinkToxics();
  readonly #relays = new Set<Relay>();

  constructor(options: LinkOptions) {
    this.name = options.name;
    this.#options = options;
  }

  /** One more relay on this link. Rejects with Node's error (EADDRINUSE …) when the place cannot be had. */
  async startRelay(place: Pick<RelayOptions, "listen" | "to">): Promise<Relay> {
    const { clock, random, readsGrpc } = this.#options;
    const relay = await startRelay({ ...place, clock, random, readsGrpc, toxics: this.#toxics });
    this.#relays.add(relay);
    return relay;
  }

  /** Throws a FaultError for a toxic that this link cannot have. */
  check({ toxic }: PlacedToxic): void {
    if (toxic.readsContent !== true) return;
    if (!this.#options.readsGrpc) {
      const name = formatLinkName(this.name);
      throw new FaultError(
        `single messages of ${name} cannot be lost: it is under TLS, or not etcd's`,
      );
    }
    for (const relay of this.#relays) relay.requireReadable();
  }

  /** Lets a toxic work on every connection of the link, living ones too. */
  poison(placed: PlacedToxic): Undo {
    this.check(placed);
    return this.#toxics.add(placed);
  }

  /** How many bytes have come into its relays. */
  get traffic(): number {
    let bytes = 0;
    for (const relay of this.#relays) bytes += relay.traffic;
    return bytes;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#relays].map((relay) => relay.stop()));
  }
}
