import type { Clock } from "@leaderlab/clock";
import {
  contenderPrefix,
  type EtcdClient,
  type KeyValue,
  prefixEnd,
  resumeWatch,
} from "@leaderlab/election";
import type { ElectionSight } from "./choose-leader.ts";
import { ReconnectBackoff } from "./reconnect-backoff.ts";
import type { TrackerTimings } from "./tracker-timings.ts";

export interface ElectionWatchParts {
  readonly client: EtcdClient;
  readonly clock: Clock;
  /** Namespace and election prefix glued together, as lnd does it; a slash follows. */
  readonly prefix: string;
  readonly timings: TrackerTimings;
  readonly tick: () => number;
  readonly onChange: () => void;
}

/**
 * Follows an election's keys: the oldest key with a lease leads, its value is the leader's `cluster.id`. Questions
 * beside the watch show whether etcd still answers.
 */
export class ElectionWatch {
  readonly #parts: ElectionWatchParts;
  readonly #stopping = new AbortController();
  readonly #keys = new Map<string, KeyValue>();
  #isLive = false;
  #newest: (NonNullable<ElectionSight["newest"]> & { readonly revision: number }) | undefined;

  constructor(parts: ElectionWatchParts) {
    this.#parts = parts;
  }

  get sight(): ElectionSight {
    return { isLive: this.#isLive, holder: nameIn(this.#oldest), newest: this.#newest };
  }

  /** Follows it until `stop`; never rejects. */
  async run(): Promise<void> {
    const { clock, timings, onChange } = this.#parts;
    const { signal } = this.#stopping;
    const backoff = new ReconnectBackoff(clock, timings.longestBackoffMs);
    while (!signal.aborted) {
      const round = new AbortController();
      const onStop = () => round.abort(signal.reason);
      signal.addEventListener("abort", onStop, { once: true });
      try {
        await this.#follow(round, backoff);
      } catch {
        // Away, or it refuses: what was seen last stays, and states decide meanwhile.
      } finally {
        signal.removeEventListener("abort", onStop);
        round.abort(new Error("the round is over"));
      }
      if (signal.aborted) return;
      this.#isLive = false;
      onChange();
      await backoff.wait(signal).catch(() => {});
    }
  }

  stop(): void {
    this.#stopping.abort(new Error("the proxy stops"));
  }

  async #follow(round: AbortController, backoff: ReconnectBackoff): Promise<void> {
    const { client, clock, onChange } = this.#parts;
    const key = contenderPrefix(this.#parts.prefix);
    const range = { key, rangeEnd: prefixEnd(key) };
    const { kvs, revision } = await this.#inTime(round, () => client.get(range, round.signal));
    this.#keys.clear();
    for (const kv of kvs) this.#keys.set(textOf(kv.key), kv);
    backoff.reset();
    this.#isLive = true;
    this.#look();
    onChange();
    void this.#keepAsking(round, range);
    const startRevision = revision + 1;
    const { signal } = round;
    for await (const { events } of resumeWatch({ client, clock, range, startRevision, signal })) {
      for (const { type, kv } of events) {
        if (type === "put") this.#keys.set(textOf(kv.key), kv);
        else this.#keys.delete(textOf(kv.key));
        this.#look();
      }
      if (events.length > 0) onChange();
    }
  }

  async #keepAsking(
    round: AbortController,
    range: { readonly key: Uint8Array; readonly rangeEnd: Uint8Array },
  ): Promise<void> {
    const { client, clock, timings } = this.#parts;
    const { signal } = round;
    while (!signal.aborted) {
      await clock.sleep(timings.checkIntervalMs, signal).catch(() => {});
      if (signal.aborted) return;
      try {
        await this.#inTime(round, () => client.get({ ...range, limit: 1 }, signal));
      } catch (error) {
        round.abort(error);
      }
    }
  }

  /** A request whose answer is late ends the round. */
  async #inTime<T>(round: AbortController, ask: () => Promise<T>): Promise<T> {
    const { clock, timings } = this.#parts;
    const late = clock.setTimer(timings.checkTimeoutMs, () =>
      round.abort(new Error("etcd does not answer in time")),
    );
    try {
      return await ask();
    } finally {
      late.cancel();
    }
  }

  get #oldest(): KeyValue | undefined {
    let oldest: KeyValue | undefined;
    for (const kv of this.#keys.values()) {
      if (kv.lease === 0n) continue;
      if (oldest === undefined || kv.createRevision < oldest.createRevision) oldest = kv;
    }
    return oldest;
  }

  #look(): void {
    const oldest = this.#oldest;
    if (oldest === undefined || oldest.createRevision <= (this.#newest?.revision ?? 0)) return;
    const seen = this.#parts.tick();
    this.#newest = { name: nameIn(oldest) ?? "", seen, revision: oldest.createRevision };
  }
}

function nameIn(kv: KeyValue | undefined): string | undefined {
  return kv && textOf(kv.value);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}
