import type { Clock, Random } from "@leaderlab/clock";
import type { MethodDefinition } from "@leaderlab/proto";
import { type Call, type OpenTap, type Passage, RpcError, type StatusCode } from "@leaderlab/rpc";
import { type Fault, faultProblem, methodsOf } from "./fault.ts";

/** A fault that is at work until it is undone, or has struck as often as it may. Disposing of it undoes it. */
export interface InjectedFault extends Disposable {
  readonly fault: Fault;
  /** How many messages it has struck. */
  readonly struck: number;
  /** Whether it may strike again. */
  readonly active: boolean;
  /** Ends it: messages that it holds go on. A second time it does nothing. */
  undo(): void;
}

/** The faults of a server. */
export interface Faults {
  /** To be given to the router. */
  readonly tap: OpenTap;
  /** Those that may strike, in the order in which they were injected, which is the order in which they strike. */
  readonly active: readonly InjectedFault[];
  /** Throws an Error that names what is wrong with the fault. */
  inject(fault: Fault): InjectedFault;
}

export interface FaultsParts {
  readonly clock: Clock;
  readonly random: Random;
  /** Every method that is served: a fault that names none of them is refused. */
  readonly methods: readonly MethodDefinition[];
}

/** No fault is at work at first, and then a call costs nothing more than a look at an empty list. */
export function createFaults({ clock, random, methods }: FaultsParts): Faults {
  const active = new Set<ActiveFault>();
  const strike = async (call: Call, at: "request" | "response"): Promise<Passage> => {
    for (const fault of [...active]) {
      if (!fault.strikes(call, at)) continue;
      if ((await fault.effect(call)) === "lose") return "lose";
    }
    return "pass";
  };
  const tap: OpenTap = (call) => {
    // A stream outlives what is at work as it opens.
    if (active.size === 0 && call.method.kind === "unary") return undefined;
    const passage = (at: "request" | "response") => () =>
      active.size === 0 ? "pass" : strike(call, at);
    return { request: passage("request"), response: passage("response") };
  };
  return {
    tap,
    get active() {
      return [...active];
    },
    inject(fault) {
      const problem = faultProblem(fault);
      if (problem !== undefined) throw new RangeError(`injectFault: ${problem}`);
      const struckMethods = methodsOf(fault, methods);
      if (struckMethods.size === 0) {
        throw new RangeError(`injectFault: no method is called ${fault.method}`);
      }
      const injected = new ActiveFault(fault, struckMethods, { clock, random });
      injected.onEnd = () => active.delete(injected);
      active.add(injected);
      return injected;
    },
  };
}

class ActiveFault implements InjectedFault {
  readonly fault: Fault;
  readonly #methods: ReadonlySet<string>;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #undone = new AbortController();
  #struck = 0;
  #active = true;
  onEnd: () => void = () => {};

  constructor(
    fault: Fault,
    methods: ReadonlySet<string>,
    { clock, random }: Pick<FaultsParts, "clock" | "random">,
  ) {
    this.fault = { ...fault };
    this.#methods = methods;
    this.#clock = clock;
    this.#random = random;
  }

  get struck(): number {
    return this.#struck;
  }

  get active(): boolean {
    return this.#active;
  }

  /** Whether this message is struck, which uses up one of its strikes. */
  strikes({ method }: Call, at: "request" | "response"): boolean {
    const { rate = 1, count = Number.POSITIVE_INFINITY } = this.fault;
    if (!this.#active || (this.fault.at ?? "request") !== at) return false;
    if (!this.#methods.has(method.path)) return false;
    if (rate < 1 && this.#random.nextFloat() >= rate) return false;
    this.#struck += 1;
    if (this.#struck >= count) this.#end();
    return true;
  }

  async effect({ signal }: Call): Promise<Passage> {
    const { delayMs = 0, code, text = "injected fault", drop, hang } = this.fault;
    if (delayMs > 0) await this.#clock.sleep(delayMs, signal).catch(() => refuse("CANCELLED"));
    if (code !== undefined) refuse(code, text);
    if (drop) return "lose";
    if (hang) await this.#held(signal);
    return "pass";
  }

  undo(): void {
    this.#end();
    this.#undone.abort();
  }

  [Symbol.dispose](): void {
    this.undo();
  }

  #end(): void {
    this.#active = false;
    this.onEnd();
  }

  /** Resolves when the fault is undone; rejects when the client has given up. */
  async #held(signal: AbortSignal): Promise<void> {
    const undone = this.#undone.signal;
    await new Promise<void>((resolve) => {
      if (signal.aborted || undone.aborted) return resolve();
      const go = () => {
        signal.removeEventListener("abort", go);
        undone.removeEventListener("abort", go);
        resolve();
      };
      signal.addEventListener("abort", go);
      undone.addEventListener("abort", go);
    });
    if (signal.aborted) refuse("CANCELLED");
  }
}

function refuse(code: StatusCode, text = "context canceled"): never {
  throw new RpcError(code, text);
}
