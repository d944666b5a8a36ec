import {
  FaultError,
  formatLinkName,
  isLinkMeant,
  type Poisoning,
  type Undo,
} from "../faults/index.ts";
import type { Link } from "./link.ts";

/** Every link of a cluster, by name. */
export class LinkBoard {
  readonly #links: Link[] = [];

  /** In the order in which they were added. */
  get names(): readonly string[] {
    return this.#links.map(({ name }) => formatLinkName(name));
  }

  add(link: Link): void {
    this.#links.push(link);
  }

  /** Lets a toxic work on every link that is meant, or on none. Throws a FaultError that names the links there are. */
  poison({ link: meant, direction, toxic }: Poisoning): Undo {
    const links = this.#links.filter(({ name }) => isLinkMeant(name, meant));
    if (links.length === 0) {
      const { names } = this;
      const known = names.length === 0 ? "there is none" : `there are ${names.join(", ")}`;
      throw new FaultError(`there is no link ${formatLinkName(meant)}; ${known}`);
    }
    const placed = { toxic, direction };
    for (const link of links) link.check(placed);
    const undos = links.map((link) => link.poison(placed));
    return async () => {
      for (const undo of undos) await undo();
    };
  }

  /** How many bytes have come into the links' relays. */
  get traffic(): number {
    return this.#links.reduce((sum, { traffic }) => sum + traffic, 0);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#links.map((link) => link.stop()));
  }
}
