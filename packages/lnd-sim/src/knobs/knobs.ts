import type { Clock } from "@leaderlab/clock";
import type { Call } from "@leaderlab/rpc";
import { startupTexts } from "../errors.ts";
import type { WalletState } from "../wallet-state.ts";
import type { KnobSettings } from "./knob-settings.ts";

/** The knobs of one node: what they stand at, and the places in its life at which they are felt. */
export class Knobs {
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #settings: KnobSettings;

  constructor(settings: KnobSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  get settings(): KnobSettings {
    return this.#settings;
  }

  /** Turns some of them; a node that is held in a state goes on when it is not any more. */
  turn(changes: Partial<KnobSettings>): void {
    this.#settings = { ...this.#settings, ...changes };
    for (const listener of [...this.#listeners]) listener();
  }

  /**
   * Called when the node would leave a state: waits as long as it is told to stay there. Rejects when the node is to
   * fail in it, and with the signal's reason when it aborts. `onHeld` is called once when it is held.
   */
  async beforeLeaving(state: WalletState, signal: AbortSignal, onHeld: () => void): Promise<void> {
    const delayMs = this.#settings.stateDelayMs[state] ?? 0;
    if (delayMs > 0) await this.#clock.sleep(delayMs, signal);
    if (this.#settings.failIn === state) throw new Error(startupTexts.madeToFail(state));
    if (this.#settings.holdIn !== state) return;
    onHeld();
    await this.#until(() => this.#settings.holdIn !== state, signal);
    if (this.#settings.failIn === state) throw new Error(startupTexts.madeToFail(state));
  }

  /** The delay of one call; nothing at all when no knob is turned. Rejects when the client gives up. */
  beforeCall(call: Call): Promise<void> | undefined {
    const delayMs = delayOf(this.#settings.callDelayMs, call.method.path);
    if (delayMs === undefined || delayMs === 0) return undefined;
    if (delayMs === null) return this.#until(() => false, call.signal);
    return this.#clock.sleep(delayMs, call.signal);
  }

  #until(isSo: () => boolean, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (done: () => void) => {
        this.#listeners.delete(check);
        signal.removeEventListener("abort", abort);
        done();
      };
      const check = () => {
        if (isSo()) settle(resolve);
      };
      const abort = () => settle(() => reject(signal.reason as Error));
      this.#listeners.add(check);
      signal.addEventListener("abort", abort, { once: true });
      if (signal.aborted) abort();
      else check();
    });
  }
}

/** `/lnrpc.Lightning/GetInfo` goes by `GetInfo`, by `Lightning.GetInfo` and, last, by `*`. */
function delayOf(delays: KnobSettings["callDelayMs"], path: string): number | null | undefined {
  const [, service = "", method = ""] = /^\/(?:\w+\.)*(\w+)\/(\w+)$/.exec(path) ?? [];
  for (const name of [`${service}.${method}`, method, "*"]) {
    if (Object.hasOwn(delays, name)) return delays[name];
  }
  return undefined;
}
