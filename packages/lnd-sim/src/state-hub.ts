import type { WalletState } from "./wallet-state.ts";
import { mayMove } from "./wallet-state.ts";

/** How many states may wait for a slow subscriber: more than a process can go through. */
const maxWaiting = 16;

/** The node's wallet state and those who follow it. */
export interface StateHub {
  readonly state: WalletState;
  /** Moves on; throws for a move that lnd never makes, which is a fault of ours. */
  move(next: WalletState): void;
  /** The state of now at once, then each change once, until the signal aborts. */
  subscribe(signal: AbortSignal): AsyncIterable<WalletState>;
  /** Called at each change, in the order of subscription. */
  onMove(listener: (state: WalletState) => void): void;
}

/** A hub in WAITING_TO_START, where every lnd begins. */
export function createStateHub(): StateHub {
  let state: WalletState = "WAITING_TO_START";
  const listeners = new Set<(state: WalletState) => void>();

  async function* subscribe(signal: AbortSignal): AsyncIterable<WalletState> {
    const waiting: WalletState[] = [state];
    let wake = () => {};
    const listener = (next: WalletState) => {
      if (waiting.length < maxWaiting) waiting.push(next);
      wake();
    };
    const onAbort = () => wake();
    listeners.add(listener);
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      while (!signal.aborted) {
        const next = waiting.shift();
        if (next !== undefined) yield next;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      listeners.delete(listener);
      signal.removeEventListener("abort", onAbort);
    }
  }
  return {
    get state() {
      return state;
    },
    move(next) {
      if (!mayMove(state, next)) throw new Error(`a node in ${state} does not move to ${next}`);
      state = next;
      for (const listener of listeners) listener(next);
    },
    subscribe,
    onMove: (listener) => listeners.add(listener),
  };
}
