import type { Clock } from "@leaderlab/clock";
import { EtcdClientError } from "./errors.ts";
import type { EtcdClient, KeyRange, WatchResult } from "./etcd-client.ts";
import { createBackoff } from "./until-available.ts";

export interface ResumeWatchOptions {
  readonly client: EtcdClient;
  readonly clock: Clock;
  readonly range: KeyRange;
  /** The first revision to report; 0: from now on. */
  readonly startRevision: number;
  readonly signal: AbortSignal;
}

/**
 * Watches a range across broken connections: whenever the stream breaks it is opened anew, after a backoff, from the
 * revision after the last one seen, so that no change is missed and none comes twice. Goes on until the signal aborts
 * (throws its reason) or etcd refuses (throws the EtcdClientError, as for a compacted revision). Each new stream gives
 * a result with `created` and no events.
 *
 * Mirrors: etcd clientv3's watcher, which resumes its substreams the same way.
 */
export async function* resumeWatch(
  options: ResumeWatchOptions,
): AsyncGenerator<WatchResult, never> {
  const { client, clock, range, signal } = options;
  const backoff = createBackoff(clock, signal);
  let nextRevision = options.startRevision;
  for (;;) {
    try {
      for await (const result of client.watch(range, nextRevision, signal)) {
        backoff.reset();
        nextRevision = revisionAfter(result, nextRevision);
        yield result;
      }
    } catch (error) {
      signal.throwIfAborted();
      if (!isPassing(error)) throw error;
    }
    await backoff.wait();
  }
}

/** Where to go on if the stream breaks after this result. */
function revisionAfter(result: WatchResult, nextRevision: number): number {
  const last = result.events.at(-1);
  if (last !== undefined) return last.kv.modRevision + 1;
  if (!result.created) return result.revision + 1;
  // A watch from "now" must go on from the now at which it was confirmed, or a change during an outage is lost.
  return nextRevision === 0 ? result.revision + 1 : nextRevision;
}

/** Go takes INTERNAL, too, for something that may pass: a frame that was cut off, for one. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof EtcdClientError)) return false;
  return error.code === "UNAVAILABLE" || error.code === "INTERNAL";
}
