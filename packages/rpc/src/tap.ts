import type { Call } from "./handler.ts";
import { RpcError } from "./status.ts";

/** What becomes of a message: it goes on, or it is lost without a word. */
export type Passage = "pass" | "lose";

/**
 * Sees the messages of one call on their way, on every listener alike, and may delay, lose or refuse them: by a
 * promise, by "lose", by a throw. Histories, metrics and faults are taps.
 *
 * A call that does not stream and whose request or answer is lost is never answered: it ends when the client gives up.
 */
export interface Tap {
  request?(message: unknown): Passage | Promise<Passage>;
  response?(message: unknown): Passage | Promise<Passage>;
  /** Told once, when the call is over: of the refusal that the client sees, or of none. Must not throw. */
  end?(refusal: RpcError | undefined): void;
}

/** Called as a call begins, before its gates; undefined for a call that is not looked at. */
export type OpenTap = (call: Call) => Tap | undefined;

/** How a call ends whose client went away. */
export function canceled(): RpcError {
  return new RpcError("CANCELLED", "context canceled");
}

/** Resolves when the call is over for its client. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/**
 * The taps of one call, the outermost first: a request passes them from the outside to the inside, a response the other
 * way round, so the first one sees what the client sees.
 */
export class CallTaps {
  readonly #call: Call;
  readonly #taps: readonly Tap[];
  readonly #outwards: readonly Tap[];

  private constructor(call: Call, taps: readonly Tap[]) {
    this.#call = call;
    this.#taps = taps;
    this.#outwards = taps.length < 2 ? taps : taps.toReversed();
  }

  /** Undefined when nobody looks at this call, which then costs nothing. */
  static open(openers: readonly OpenTap[], call: Call): CallTaps | undefined {
    const taps: Tap[] = [];
    for (const open of openers) {
      const tap = open(call);
      if (tap !== undefined) taps.push(tap);
    }
    return taps.length === 0 ? undefined : new CallTaps(call, taps);
  }

  /** Whether the client is gone: a handler then ends without a word. */
  get isAborted(): boolean {
    return this.#call.signal.aborted;
  }

  /** Whether a request goes on; a promise only when a tap waits. */
  request(message: unknown): boolean | Promise<boolean> {
    return passAll(this.#taps, "request", message, 0);
  }

  /** Whether a response goes on; a promise only when a tap waits. */
  response(message: unknown): boolean | Promise<boolean> {
    return passAll(this.#outwards, "response", message, 0);
  }

  /** A single request or response, which has to arrive; when it is lost, waits for the client to give up. */
  single(direction: "request" | "response", message: unknown): undefined | Promise<undefined> {
    const passes = this[direction](message);
    if (passes === true) return undefined;
    return passes === false
      ? this.#lost()
      : passes.then((later) => (later ? undefined : this.#lost()));
  }

  /** Lets a single response go by and ends the call with it. */
  answer<T>(response: T): T | Promise<T> {
    const waits = this.single("response", response);
    const done = () => {
      this.end(undefined);
      return response;
    };
    return waits === undefined ? done() : waits.then(done);
  }

  /** The messages that go on. */
  requests(messages: AsyncIterable<unknown>): AsyncIterable<unknown> {
    return passing(messages, (message) => this.request(message));
  }

  /** The messages that go on. */
  responses<T>(messages: AsyncIterable<T>): AsyncIterable<T> {
    return passing(messages, (message) => this.response(message));
  }

  async #lost(): Promise<never> {
    await untilAborted(this.#call.signal);
    throw canceled();
  }

  end(refusal: RpcError | undefined): void {
    for (const tap of this.#outwards) tap.end?.(refusal);
  }
}

/** The messages that pass, for one reader. By hand: a generator would wait three times for each, and most pass at once. */
function passing<T>(
  messages: AsyncIterable<T>,
  passes: (message: T) => boolean | Promise<boolean>,
): AsyncIterable<T> {
  const source = messages[Symbol.asyncIterator]();
  /** Who refuses a message ends the call: its source is left, too. */
  const refuse = async (refusal: unknown): Promise<never> => {
    await source.return?.();
    throw refusal;
  };
  const goesOn = (message: T): boolean | Promise<boolean> => {
    try {
      const passage = passes(message);
      return typeof passage === "boolean" ? passage : passage.catch(refuse);
    } catch (refusal) {
      return refuse(refusal);
    }
  };
  const iterator: AsyncIterableIterator<T> = {
    async next() {
      for (;;) {
        const result = await source.next();
        if (result.done === true) return result;
        const passage = goesOn(result.value);
        if (typeof passage === "boolean" ? passage : await passage) return result;
      }
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** Asks the taps from this one on, and waits only for one that makes it wait. */
function passAll(
  taps: readonly Tap[],
  direction: "request" | "response",
  message: unknown,
  from: number,
): boolean | Promise<boolean> {
  for (let at = from; at < taps.length; at += 1) {
    const passage = taps[at]?.[direction]?.(message);
    if (passage instanceof Promise) {
      return passage.then((later) =>
        later === "lose" ? false : passAll(taps, direction, message, at + 1),
      );
    }
    if (passage === "lose") return false;
  }
  return true;
}
