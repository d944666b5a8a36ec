import { type Clock, nothingSettled, type Timer } from "@leaderlab/clock";
import type { EtcdClient, KeepAlive, KeepAliveStream, LeaseId } from "./etcd-client.ts";

/** Requests go out on ticks, counted from the opening of a stream. Mirrors: etcd clientv3 sendKeepAliveLoop. */
const tickMs = 500;

/**
 * How much before its due time a keep-alive may go out. Go's ticks each come a fraction of a millisecond late, which
 * hides the time that an answer travels: TTL 90 gives one every 30.04 s, not every 30.5 s. Ours are on time.
 */
const tickToleranceMs = 50;

/** How long to wait before a broken stream is opened anew. Mirrors: etcd clientv3 retryConnWait. */
const reconnectDelayMs = 500;

/** How often the deadline is looked at. Mirrors: etcd clientv3 deadlineLoop. */
const deadlineTickMs = 1000;

/** Why the keep-alives ended: on request, because etcd said TTL 0, or because no answer came in time. */
export type KeepAliveEnd = "stopped" | "expired" | "unanswered";

export interface LeaseKeeperOptions {
  readonly client: EtcdClient;
  readonly clock: Clock;
  readonly lease: LeaseId;
  /** How long to wait for the first answer; after it, the TTL in the last answer counts. */
  readonly firstAnswerTimeoutMs: number;
}

/**
 * Keeps one lease alive, at the pace of Go's client. The first request goes out at once, the next at the first tick
 * that comes a third of the TTL after the answer; while an answer is missing, one goes out each tick:
 *
 *     TTL 5 s     0.0          0.5  1.0  1.5  2.0          2.5 …
 *                 send answer                 send answer
 *                      └── due 1.67 s later ──┘ rounded up to a tick
 *
 * A broken stream is opened anew after 500 ms, whatever the error. The keeper gives up when the TTL has passed since
 * the last answer, looked at once a second; so at most TTL / 0.5 s requests and as many streams wait for an answer.
 *
 * Mirrors: etcd clientv3 lease.go. Deviates: one stream per lease, where Go's client shares one among its leases.
 */
export class LeaseKeeper {
  /** Resolves, never rejects, when the lease is no longer kept alive. */
  readonly ended: Promise<KeepAliveEnd>;
  readonly #options: LeaseKeeperOptions;
  readonly #startedMs: number;
  readonly #stopping = new AbortController();
  #deadlineMs: number;
  readonly #deadlineTimer: Timer;
  #nextDueMs: number;
  #end: KeepAliveEnd | undefined;
  #lastError: unknown;
  #resolveEnded: (end: KeepAliveEnd) => void = () => {};

  constructor(options: LeaseKeeperOptions) {
    this.#options = options;
    this.#startedMs = options.clock.now();
    this.#nextDueMs = this.#startedMs;
    this.#deadlineMs = this.#startedMs + options.firstAnswerTimeoutMs;
    const look = () => this.#lookAtDeadline();
    this.#deadlineTimer = options.clock.setTimer(this.#delayToDeadlineMs(), look);
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
    void this.#run();
  }

  /** When the lease may have expired if no further answer comes, in the clock's milliseconds. */
  get deadlineMs(): number {
    return this.#deadlineMs;
  }

  /** What last broke the stream; undefined when nothing did. */
  get lastError(): unknown {
    return this.#lastError;
  }

  /** Sends no more and closes the stream. The lease stays as it is. */
  stop(): void {
    this.#finish("stopped");
  }

  async #run(): Promise<void> {
    while (this.#end === undefined) {
      await this.#oneStream().catch((error: unknown) => this.#remember(error));
      const pause = this.#options.clock.sleep(reconnectDelayMs, this.#stopping.signal);
      await pause.catch(() => {});
    }
  }

  async #oneStream(): Promise<void> {
    const { client, lease } = this.#options;
    const stream = client.keepAlive(lease, this.#stopping.signal);
    const ticks = this.#startTicks(stream);
    const hear = ({ ttlSeconds }: KeepAlive) => {
      if (this.#end !== undefined) return undefined;
      if (ttlSeconds <= 0) return this.#finish("expired");
      this.#renewed(ttlSeconds * 1000);
      ticks.reschedule();
      return nothingSettled;
    };
    try {
      if (stream.hear !== undefined) return await stream.hear(hear);
      for await (const answer of stream) {
        hear(answer);
        if (this.#end !== undefined) return;
      }
    } finally {
      ticks.stop();
    }
  }

  #renewed(ttlMs: number): void {
    const nowMs = this.#options.clock.now();
    this.#nextDueMs = nowMs + ttlMs / 3;
    this.#deadlineMs = nowMs + ttlMs;
  }

  /** Sends on the ticks at which a keep-alive is due; a tick at which none is due costs no timer. */
  #startTicks(stream: KeepAliveStream) {
    const { clock } = this.#options;
    const openedMs = clock.now();
    let tick = -1;
    let next = 0;
    const delayToNextMs = () => {
      const dueTick = Math.ceil((this.#nextDueMs - tickToleranceMs - openedMs) / tickMs);
      next = Math.max(tick + 1, dueTick);
      return openedMs + next * tickMs - clock.now();
    };
    if (this.#nextDueMs - tickToleranceMs <= openedMs) {
      tick = 0;
      stream.send();
    }
    const timer = clock.setTimer(delayToNextMs(), () => {
      tick = next;
      stream.send();
      timer.reset(delayToNextMs());
      return nothingSettled;
    });
    return { reschedule: () => timer.reset(delayToNextMs()), stop: () => timer.cancel() };
  }

  /** The first look at the deadline that can find it over. */
  #delayToDeadlineMs(): number {
    const ticks = Math.ceil((this.#deadlineMs - this.#startedMs) / deadlineTickMs);
    return this.#startedMs + ticks * deadlineTickMs - this.#options.clock.now();
  }

  #lookAtDeadline(): unknown {
    if (this.#deadlineMs <= this.#options.clock.now()) return this.#finish("unanswered");
    this.#deadlineTimer.reset(this.#delayToDeadlineMs());
    return nothingSettled;
  }

  #remember(error: unknown): void {
    if (this.#end === undefined) this.#lastError = error;
  }

  #finish(end: KeepAliveEnd): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    this.#deadlineTimer.cancel();
    this.#stopping.abort();
    this.#resolveEnded(end);
  }
}
