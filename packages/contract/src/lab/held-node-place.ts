import type { HeldState } from "../check-report.ts";
import type { HeldNode, HeldPlace, HeldPorts } from "./held-node.ts";
import type { Hold } from "./hold-state.ts";
import { placesIn } from "./lnd-folder.ts";

/** Begins to hold a state in a folder of its own, at given ports or at those that were asked for first. */
type StartHold = (
  state: HeldState,
  ports?: HeldPorts,
) => { readonly lndDir: string; readonly hold: Promise<Hold> };

/** Ports of this machine at which one node after the other is held. */
export class HeldNodePlace implements HeldPlace {
  readonly #start: StartHold;
  #state: HeldState;
  #lndDir: string;
  #hold: Hold;
  /** Turns and releases come one after the other. */
  #last: Promise<void> = Promise.resolve();
  #isReleased = false;

  private constructor(state: HeldState, lndDir: string, hold: Hold, start: StartHold) {
    this.#state = state;
    this.#lndDir = lndDir;
    this.#hold = hold;
    this.#start = start;
  }

  static async take(state: HeldState, start: StartHold): Promise<HeldNodePlace> {
    const { lndDir, hold } = start(state);
    return new HeldNodePlace(state, lndDir, await hold, start);
  }

  get state(): HeldState {
    return this.#state;
  }

  get ports(): HeldPorts {
    return this.#hold.ports;
  }

  get guises(): HeldNode["guises"] {
    return this.#hold.guises ?? [];
  }

  get lndDir(): string {
    return this.#lndDir;
  }

  get certificatePath(): string {
    return placesIn(this.#lndDir).certificatePath;
  }

  get macaroonPath(): string {
    return placesIn(this.#lndDir).macaroonPath;
  }

  turn(state: HeldState): Promise<void> {
    return this.#next(async () => {
      if (this.#isReleased) throw new Error("the node was released: it holds no more states");
      if (state === this.#state) return;
      if (!((await this.#hold.goOn?.(state)) ?? false)) await this.#restart(state);
      this.#state = state;
    });
  }

  release(): Promise<void> {
    return this.#next(async () => {
      if (!this.#isReleased) await this.#hold.release();
      this.#isReleased = true;
    });
  }

  /** When the ports are taken meanwhile, nothing listens at them any more on our behalf. */
  async #restart(state: HeldState): Promise<void> {
    const { ports } = this.#hold;
    await this.#hold.release();
    this.#hold = { ports, release: async () => {} };
    this.#state = "nothing-listening";
    const { lndDir, hold } = this.#start(state, ports);
    this.#hold = await hold;
    this.#lndDir = lndDir;
  }

  #next(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}
