/** What a client did and saw. Moments are any numbers that order the calls and returns of all clients. */
export interface Operation<Op, Output> {
  readonly client: number;
  readonly op: Op;
  readonly called: number;
  /** Left out where the client never learned what came of it: it may take effect at any later time, or never. */
  readonly result?: { readonly returned: number; readonly output: Output };
}

/** What operations come to when they are done one after the other. */
export interface Model<State, Op, Output> {
  readonly initial: State;
  /** Never alters a state. */
  step(state: State, op: Op): { readonly state: State; readonly output: Output };
  agrees(expected: Output, seen: Output): boolean;
  /** Equal texts for equal states only. */
  fingerprint(state: State): string;
  /**
   * A number that states have and that no operation lowers, such as a revision, and the one of the state that an output
   * came of, where it tells. The search then goes by it, which saves it most of its ways.
   */
  readonly rank?: {
    of(state: State): number;
    in(output: Output): number | undefined;
  };
  /**
   * What all outputs together tell of states: whether one can have been. Spares the search the ways that would end much
   * later, at an output that says so.
   */
  evidence?(operations: readonly Operation<Op, Output>[]): (state: State) => boolean;
}

/** Whether there is an order in which one server, doing one operation at a time, gives what every client saw. */
export type Verdict<State, Op, Output> =
  | { readonly kind: "linearizable"; readonly order: readonly Operation<Op, Output>[] }
  | {
      readonly kind: "violation";
      /** The longest beginning of such an order. */
      readonly order: readonly Operation<Op, Output>[];
      /** What the state is after it. */
      readonly state: State;
      /** What had to come next at the latest, and fits nowhere. */
      readonly stuck: Operation<Op, Output>;
    }
  | { readonly kind: "gaveUp"; readonly steps: number };

/** How many steps a search takes at most. */
const maxSteps = 500_000;

/**
 * Searches for an order: at each point one of the operations that were called, before the first return of those left,
 * goes next; those of unknown outcome only where none of the others does. Where none does at all, the last choice is
 * taken back. A set of done operations with the state it led to is tried once.
 *
 * Example: `put x 1` and `get x` overlap, then `put x 2` follows. If the get saw 1, the order is put, get, put. If it
 * saw 2, there is none: it had returned before that put was called.
 *
 * Mirrors: Wing and Gong, "Testing and verifying concurrent objects" (1993), with the memory of Lowe, "Testing for
 * linearizability" (2017).
 */
export function checkLinearizable<State, Op, Output>(
  model: Model<State, Op, Output>,
  operations: readonly Operation<Op, Output>[],
): Verdict<State, Op, Output> {
  return new Search(model, operations).run();
}

/**
 * As `checkLinearizable`, key by key: a history of operations that each concern one object is linearizable exactly when
 * that of each object is (Herlihy and Wing 1990), and many short searches are quicker than a long one. Not for models
 * whose objects share anything, such as a revision.
 */
export function checkByObject<State, Op, Output>(
  model: Model<State, Op, Output>,
  operations: readonly Operation<Op, Output>[],
  objectOf: (op: Op) => string,
): Verdict<State, Op, Output> {
  const order: Operation<Op, Output>[] = [];
  for (const object of new Set(operations.map(({ op }) => objectOf(op)))) {
    const part = operations.filter(({ op }) => objectOf(op) === object);
    const verdict = checkLinearizable(model, part);
    if (verdict.kind !== "linearizable") return verdict;
    order.push(...verdict.order);
  }
  return { kind: "linearizable", order };
}

/** A call or a return in a doubly linked list in the order of time; calls of unknown outcome have a list of their own. */
interface Entry {
  readonly kind: "head" | "call" | "return";
  /** The operation's place in the order of calls. */
  readonly index: number;
  readonly at: number;
  previous: Entry | undefined;
  next: Entry | undefined;
}

interface Choice<State> {
  readonly call: Entry;
  readonly before: State;
}

class Search<State, Op, Output> {
  readonly #model: Model<State, Op, Output>;
  readonly #operations: readonly Operation<Op, Output>[];
  readonly #returns = new Map<number, Entry>();
  readonly #known: Entry;
  readonly #unknown: Entry;
  readonly #tried = new Set<string>();
  readonly #ranks: RankQueue;
  readonly #canBe: (state: State) => boolean;
  readonly #choices: Choice<State>[] = [];
  #state: State;
  /** How many operations whose result is known are not done. */
  #left: number;
  #best: { order: Operation<Op, Output>[]; state: State; stuck: number } | undefined;

  constructor(model: Model<State, Op, Output>, operations: readonly Operation<Op, Output>[]) {
    this.#model = model;
    this.#state = model.initial;
    this.#operations = operations.toSorted((a, b) => a.called - b.called);
    this.#left = operations.filter(({ result }) => result !== undefined).length;
    this.#ranks = new RankQueue(
      this.#operations.map(({ result }) => result && model.rank?.in(result.output)),
    );
    this.#canBe = model.evidence?.(operations) ?? (() => true);
    this.#known = this.#linked(true);
    this.#unknown = this.#linked(false);
  }

  run(): Verdict<State, Op, Output> {
    let entry = this.#known.next;
    for (let steps = 0; this.#left > 0; steps++) {
      if (steps > maxSteps) return { kind: "gaveUp", steps };
      if (entry !== undefined && this.#isOpen(entry)) {
        entry = this.#take(entry) ? this.#known.next : this.#after(entry);
        continue;
      }
      // Whatever may come before the first return of those left has been tried.
      this.#remember(this.#firstReturn());
      const choice = this.#choices.pop();
      if (choice === undefined) return this.#violation();
      this.#takeBack(choice);
      entry = this.#after(choice.call);
    }
    return { kind: "linearizable", order: this.#order() };
  }

  /** What is to be tried after this call: the known ones that are open, then the unknown ones. */
  #after({ next, index }: Entry): Entry | undefined {
    const isKnown = this.#returns.has(index);
    return isKnown && next?.kind !== "call" ? this.#unknown.next : next;
  }

  /** Whether an operation was called before every return of those left. */
  #isOpen(call: Entry): boolean {
    return call.kind === "call" && call.at < (this.#firstReturn()?.at ?? Infinity);
  }

  /** Between it and the head are only calls, at most one a client. */
  #firstReturn(): Entry | undefined {
    let entry = this.#known.next;
    while (entry?.kind === "call") entry = entry.next;
    return entry;
  }

  /** Does an operation next, if that fits and was not tried. */
  #take(call: Entry): boolean {
    const { op, result } = this.#operation(call.index);
    const { state, output } = this.#model.step(this.#state, op);
    if (result !== undefined && !this.#model.agrees(output, result.output)) return false;
    if ((this.#model.rank?.of(state) ?? 0) > this.#ranks.least) return false;
    if (!this.#canBe(state)) return false;
    const fingerprint = this.#model.fingerprint(state);
    // An unknown one that changes nothing might as well never happen.
    if (result === undefined && fingerprint === this.#model.fingerprint(this.#state)) return false;
    this.#lift(call);
    const key = `${this.#notDone()} ${fingerprint}`;
    if (this.#tried.has(key)) {
      this.#putBack(call);
      return false;
    }
    this.#tried.add(key);
    this.#choices.push({ call, before: this.#state });
    this.#state = state;
    return true;
  }

  #takeBack({ call, before }: Choice<State>): void {
    this.#putBack(call);
    this.#state = before;
  }

  #putBack(call: Entry): void {
    const end = this.#returns.get(call.index);
    if (end !== undefined) {
      link(end);
      this.#left += 1;
    }
    link(call);
    this.#ranks.putBack(call.index);
  }

  #lift(call: Entry): void {
    unlink(call);
    this.#ranks.take(call.index);
    const end = this.#returns.get(call.index);
    if (end === undefined) return;
    unlink(end);
    this.#left -= 1;
  }

  /**
   * Says which operations are done, by those that are not: the open ones, the first that is not open (all after it are
   * not done either), and the unknown ones that were called before it.
   */
  #notDone(): string {
    const indexes: number[] = [];
    let entry = this.#known.next;
    for (; entry?.kind === "call"; entry = entry.next) indexes.push(entry.index);
    while (entry?.kind === "return") entry = entry.next;
    indexes.push(entry?.index ?? -1);
    const until = entry?.at ?? Infinity;
    for (let other = this.#unknown.next; other && other.at < until; other = other.next) {
      indexes.push(other.index);
    }
    return indexes.join();
  }

  #remember(end: Entry | undefined): void {
    if (this.#choices.length < (this.#best?.order.length ?? 0)) return;
    this.#best = { order: this.#order(), state: this.#state, stuck: end?.index ?? 0 };
  }

  #violation(): Verdict<State, Op, Output> {
    const { order = [], state = this.#model.initial, stuck = 0 } = this.#best ?? {};
    return { kind: "violation", order, state, stuck: this.#operation(stuck) };
  }

  #order(): Operation<Op, Output>[] {
    return this.#choices.map(({ call }) => this.#operation(call.index));
  }

  #operation(index: number): Operation<Op, Output> {
    const operation = this.#operations[index];
    if (operation === undefined) throw new Error(`no operation ${index}`);
    return operation;
  }

  #linked(isKnown: boolean): Entry {
    const entries: Entry[] = this.#operations.flatMap(({ called, result }, index) => {
      if ((result !== undefined) !== isKnown) return [];
      const call = entryOf("call", index, called);
      if (result === undefined) return [call];
      const end = entryOf("return", index, result.returned);
      this.#returns.set(index, end);
      return [call, end];
    });
    const head = entryOf("head", -1, Number.NEGATIVE_INFINITY);
    let previous = head;
    for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
      previous.next = entry;
      entry.previous = previous;
      previous = entry;
    }
    return head;
  }
}

/** The ranks that are known of operations that are not done. */
class RankQueue {
  readonly #ranks: readonly (number | undefined)[];
  /** Those that have a rank, the least first. */
  readonly #order: readonly number[];
  readonly #places = new Map<number, number>();
  readonly #taken = new Set<number>();
  /** All before this place are taken. */
  #first = 0;

  constructor(ranks: readonly (number | undefined)[]) {
    const rankOf = (index: number) => ranks[index] ?? 0;
    this.#ranks = ranks;
    this.#order = [...ranks.keys()]
      .filter((index) => ranks[index] !== undefined)
      .toSorted((a, b) => rankOf(a) - rankOf(b));
    for (const [place, index] of this.#order.entries()) this.#places.set(index, place);
  }

  get least(): number {
    return this.#ranks[this.#order[this.#first] ?? -1] ?? Number.POSITIVE_INFINITY;
  }

  take(index: number): void {
    this.#taken.add(index);
    while (this.#taken.has(this.#order[this.#first] ?? -1)) this.#first += 1;
  }

  putBack(index: number): void {
    this.#taken.delete(index);
    this.#first = Math.min(this.#first, this.#places.get(index) ?? this.#first);
  }
}

function entryOf(kind: Entry["kind"], index: number, at: number): Entry {
  return { kind, index, at, previous: undefined, next: undefined };
}

function unlink({ previous, next }: Entry): void {
  if (previous !== undefined) previous.next = next;
  if (next !== undefined) next.previous = previous;
}

/** Puts an entry back where it was; entries must be put back in the opposite order of their leaving. */
function link(entry: Entry): void {
  const { previous, next } = entry;
  if (previous !== undefined) previous.next = entry;
  if (next !== undefined) next.previous = entry;
}
