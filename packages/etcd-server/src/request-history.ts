import type { Clock } from "@leaderlab/clock";
import type { MethodDefinition, MethodTypes } from "@leaderlab/proto";
import type { OpenTap } from "@leaderlab/rpc";
import type { CallRecord } from "./call-record.ts";
import { RecordedCall } from "./recorded-call.ts";

/** What clients have asked and been answered, the oldest call first. */
export interface RequestHistory {
  /** The calls that are kept; of a method (its definition, or a name like `Put`) or of all. */
  calls<T extends MethodTypes>(method: MethodDefinition<T>): readonly CallRecord<T>[];
  calls(method?: string): readonly CallRecord[];
  /** How many calls are gone since the start because the history had no room for more. */
  readonly dropped: number;
  /** Forgets everything; calls that are open are kept from their next message on. */
  clear(): void;
}

/** How much a history keeps. */
export interface HistoryLimits {
  /** How many messages; the oldest goes first, and a call that is over goes with its last message. Default 10,000. */
  readonly maxMessages?: number;
  /** How many bytes of keys, values and texts, about. Default 16 MiB. */
  readonly maxBytes?: number;
}

export interface HistoryOptions {
  readonly clock: Clock;
  /** false: nothing is kept, and calls cost nothing for it. */
  readonly limits: HistoryLimits | false | undefined;
}

/** A history and what fills it. */
export interface HistoryRecorder extends RequestHistory {
  /** To be given to the router as the outermost, so that they see what clients see. */
  readonly taps: readonly OpenTap[];
}

interface Kept {
  readonly call: RecordedCall;
  readonly bytes: number;
}

/** An empty history; one that keeps nothing throws when it is asked. */
export function createRequestHistory({ clock, limits = {} }: HistoryOptions): HistoryRecorder {
  if (limits === false) return noHistory;
  const { maxMessages = 10_000, maxBytes = 16 * 1024 * 1024 } = limits;
  return new BoundedHistory(clock, { maxMessages, maxBytes });
}

const noHistory: HistoryRecorder = {
  taps: [],
  dropped: 0,
  clear() {},
  calls() {
    throw new Error("history: the server was started with { history: false }");
  },
};

class BoundedHistory implements HistoryRecorder {
  readonly #clock: Clock;
  readonly #limits: Required<HistoryLimits>;
  readonly #calls = new Set<RecordedCall>();
  /** One entry for each message that is kept, the oldest at `#first`. */
  #kept: Kept[] = [];
  #first = 0;
  #bytes = 0;
  #seq = 0;
  #dropped = 0;

  constructor(clock: Clock, limits: Required<HistoryLimits>) {
    this.#clock = clock;
    this.#limits = limits;
  }

  get taps(): readonly OpenTap[] {
    return [this.#tap];
  }

  get dropped(): number {
    return this.#dropped;
  }

  calls<T extends MethodTypes>(method?: MethodDefinition<T> | string): readonly CallRecord<T>[] {
    const wanted = typeof method === "string" ? method : method?.path;
    return [...this.#calls]
      .filter(
        ({ call }) => wanted === undefined || [call.method.name, call.method.path].includes(wanted),
      )
      .map((recorded) => recorded.record<T>());
  }

  clear(): void {
    for (const { call } of this.#kept.slice(this.#first)) call.forgetOldest();
    for (const call of this.#calls) if (call.isOver) this.#calls.delete(call);
    this.#kept = [];
    this.#first = 0;
    this.#bytes = 0;
  }

  readonly #tap: OpenTap = (call) => {
    const now = () => this.#clock.unixNow();
    const recorded = new RecordedCall(++this.#seq, call, now());
    this.#calls.add(recorded);
    const keep = (direction: "request" | "response") => (message: unknown) => {
      this.#keep(recorded, recorded.add(direction, message, now()));
      return "pass" as const;
    };
    return {
      request: keep("request"),
      response: keep("response"),
      end: (refusal) => {
        recorded.end(now(), refusal);
        this.#forgetIfEmpty(recorded);
      },
    };
  };

  #keep(call: RecordedCall, bytes: number): void {
    this.#kept.push({ call, bytes });
    this.#bytes += bytes;
    const { maxMessages, maxBytes } = this.#limits;
    while (this.#kept.length - this.#first > maxMessages || this.#bytes > maxBytes) {
      const oldest = this.#kept[this.#first];
      if (oldest === undefined) break;
      this.#first += 1;
      this.#bytes -= oldest.bytes;
      oldest.call.forgetOldest();
      this.#forgetIfEmpty(oldest.call);
    }
    if (this.#first <= maxMessages) return;
    this.#kept = this.#kept.slice(this.#first);
    this.#first = 0;
  }

  /** A call that is over and of which nothing is left goes; one that is open is kept by its client. */
  #forgetIfEmpty(call: RecordedCall): void {
    if (!call.isOver || !call.isEmpty) return;
    if (this.#calls.delete(call)) this.#dropped += 1;
  }
}
