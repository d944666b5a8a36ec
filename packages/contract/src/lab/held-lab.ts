import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import type { HeldState } from "../check-report.ts";
import type { HeldNode, HeldPlace, HeldPorts } from "./held-node.ts";
import { HeldNodePlace } from "./held-node-place.ts";
import { holdState } from "./hold-state.ts";
import { makeWalletFolder } from "./wallet-folder.ts";

export interface HeldLabOptions {
  readonly clock: Clock;
  readonly random: Random;
}

/** How a node is asked for. */
export interface HeldNodeOptions {
  /** How late `slow` answers; default 1000, Kubernetes' timeout. Nothing else looks at it. */
  readonly slowMs?: number;
}

/** How a node is held at a place of its own. */
export interface HoldOptions extends HeldNodeOptions {
  /** Default, and where 0: free ports. */
  readonly ports?: HeldPorts;
  /** Whether it can be stopped and go on, as by signals, without a restart; default false. */
  readonly isStoppable?: boolean;
}

/** Nodes held in every state. */
export interface HeldLab extends AsyncDisposable {
  /** The lab's own node in a state. It is started when it is asked for first, and stays as long as the lab. */
  node(state: HeldState, options?: HeldNodeOptions): Promise<HeldNode>;
  /**
   * Holds one more node, until it is released. Rejects with lnd-sim's ListenError, or Node's error, when a port is
   * taken.
   */
  hold(state: HeldState, options?: HoldOptions): Promise<HeldPlace>;
  /** Ends every node, cuts every connection and removes all files. */
  stop(): Promise<void>;
}

const defaultSlowMs = 1000;

/** Makes a lab. Nothing is started yet; its folder can be read by this user alone. */
export async function startHeldLab(options: HeldLabOptions): Promise<HeldLab> {
  return new Lab(options);
}

class Lab implements HeldLab {
  readonly #parts: HeldLabOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), "leaderlab-held-"));
  readonly #nodes = new Map<string, Promise<HeldPlace>>();
  readonly #held = new Set<Promise<HeldPlace>>();
  #walletFolder: Promise<string> | undefined;
  #folders = 0;
  #isStopped = false;

  constructor(parts: HeldLabOptions) {
    this.#parts = parts;
  }

  node(state: HeldState, { slowMs = defaultSlowMs }: HeldNodeOptions = {}): Promise<HeldNode> {
    const key = state === "slow" ? `${state} ${slowMs}` : state;
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node = this.hold(state, { slowMs });
    this.#nodes.set(key, node);
    return node;
  }

  hold(state: HeldState, options: HoldOptions = {}): Promise<HeldPlace> {
    if (this.#isStopped) throw new Error("the lab is stopped: it holds no more nodes");
    const place = this.#hold(state, options);
    this.#held.add(place);
    place.catch(() => this.#held.delete(place));
    return place;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    const places = await Promise.allSettled(this.#held);
    await Promise.all(
      places.map((place) => (place.status === "fulfilled" ? place.value.release() : undefined)),
    );
    await this.#walletFolder?.catch(() => {});
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #hold(state: HeldState, options: HoldOptions): Promise<HeldPlace> {
    const { slowMs = defaultSlowMs, ports = { rest: 0, rpc: 0 }, isStoppable = false } = options;
    const walletFolder = await this.#wallet();
    return HeldNodePlace.take(state, (wanted, at) => {
      this.#folders += 1;
      const lndDir = join(this.#folder, `${this.#folders}-${wanted}`, ".lnd");
      const parts = { ...this.#parts, lndDir, walletFolder, slowMs, isStoppable };
      return { lndDir, hold: holdState(wanted, { ...parts, ports: at ?? ports }) };
    });
  }

  /** One wallet for all: nodes of a cluster are one node to the network. */
  #wallet(): Promise<string> {
    const path = join(this.#folder, "wallet", ".lnd");
    this.#walletFolder ??= makeWalletFolder(path, this.#parts).then(() => path);
    return this.#walletFolder;
  }
}
