import type { Clock } from "@leaderlab/clock";
import { type Answer, ask, type Protocol } from "./answers.ts";
import type { Entrances } from "./entrances.ts";
import { type OpenStream, openStreams } from "./streams.ts";

/** How often each protocol is asked. */
const periodMs = 400;
/** Requests that are under way at most, for each protocol: those that hang do not keep others from being sent. */
const mostUnderWay = 64;

/** Everything that clients of a proxy have seen so far. */
export class Observation {
  readonly entrances: Entrances;
  readonly clock: Clock;
  readonly beganMs: number;
  readonly answers: Answer[] = [];
  readonly streams: OpenStream[] = [];
  readonly #stopping = new AbortController();
  readonly #running: Promise<unknown>[] = [];

  constructor(entrances: Entrances, clock: Clock) {
    this.entrances = entrances;
    this.clock = clock;
    this.beganMs = clock.now();
  }

  /** The protocols for which there is a way in. */
  get protocols(): readonly Protocol[] {
    return (["grpc", "rest"] as const).filter((one) => this.entrances[one] !== undefined);
  }

  /** Begins to ask, each request over a connection of its own. */
  start(): void {
    for (const protocol of this.protocols) this.#running.push(this.#askOn(protocol));
  }

  /** Opens streams to whoever is answering now. */
  openStreams(): void {
    this.streams.push(...openStreams(this.entrances, this.clock));
  }

  async #askOn(protocol: Protocol): Promise<void> {
    const entrance = this.entrances[protocol];
    if (entrance === undefined) return;
    const { clock } = this;
    const { signal } = this.#stopping;
    const underWay = new Set<Promise<void>>();
    while (!signal.aborted) {
      if (underWay.size < mostUnderWay) {
        const one = ask(protocol, entrance, clock).then((answer) => {
          this.answers.push(answer);
        });
        underWay.add(one);
        void one.then(() => underWay.delete(one));
      }
      await clock.sleep(periodMs, signal).catch(() => {});
    }
    await Promise.all(underWay);
  }

  /** Waits until every protocol has an answer, begun after `sinceMs`, like that; gives up after the limit. */
  async until(
    isIt: (answer: Answer) => boolean,
    { sinceMs, limitMs }: { readonly sinceMs: number; readonly limitMs: number },
  ): Promise<boolean> {
    const { clock } = this;
    const untilMs = clock.now() + limitMs;
    const has = (protocol: Protocol) =>
      this.answers.some(
        (answer) => answer.protocol === protocol && answer.fromMs >= sinceMs && isIt(answer),
      );
    while (!this.protocols.every(has)) {
      if (clock.now() >= untilMs) return false;
      await clock.sleep(50);
    }
    return true;
  }

  /** Ends asking, waits for what is under way, and closes the streams that are left. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
    for (const stream of this.streams) stream.close();
  }
}
