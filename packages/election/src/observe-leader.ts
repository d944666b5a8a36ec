import type { Clock } from "@leaderlab/clock";
import { type Bytes, equalBytes } from "./bytes.ts";
import { contenderPrefix, contenders, oldestContender } from "./contender.ts";
import { isCompacted } from "./errors.ts";
import type { EtcdClient, KeyValue } from "./etcd-client.ts";
import { resumeWatch } from "./resume-watch.ts";
import { untilAvailable } from "./until-available.ts";

/** A leader, or a leader's new value. */
export interface LeaderNews {
  /** The leader's key with its value. */
  readonly kv: KeyValue;
  /** The store's revision when etcd told of it. */
  readonly revision: number;
}

export interface ObserveLeaderOptions {
  readonly client: EtcdClient;
  readonly clock: Clock;
  /** The election's name, without the slash. */
  readonly name: string | Bytes;
  readonly signal: AbortSignal;
}

/**
 * Tells of every leader of an election and of every value that it proclaims, in order, beginning with the present one.
 * Values that came and went while etcd was away, or before a compaction, may be left out; the latest one never is.
 * Nothing is buffered: who iterates slowly holds the stream up. Ends quietly when the signal aborts; throws an
 * EtcdClientError that waiting does not mend.
 *
 * Mirrors: etcd clientv3/concurrency Election.Observe. Deviates: Go's channel closes when the revision that it watches
 * has been compacted; this looks the leader up again and goes on, leaving out what it has told already.
 */
export async function* observeLeader(options: ObserveLeaderOptions): AsyncGenerator<LeaderNews> {
  let told: KeyValue | undefined;
  while (!options.signal.aborted) {
    try {
      for await (const news of oneReign(options)) {
        if (told !== undefined && isNoNewerThan(news.kv, told)) continue;
        told = news.kv;
        yield news;
      }
    } catch (error) {
      if (options.signal.aborted) return;
      if (!isCompacted(error)) throw error;
    }
  }
}

/** Only values of one key compare: a successor's key may well have been put before its predecessor's last value. */
function isNoNewerThan(kv: KeyValue, told: KeyValue): boolean {
  return equalBytes(kv.key, told.key) && kv.modRevision <= told.modRevision;
}

/** The leader of now, or the first to come, and its values until its key is deleted. */
async function* oneReign(options: ObserveLeaderOptions): AsyncGenerator<LeaderNews> {
  const first = await presentLeader(options);
  yield first;
  const watch = { ...options, range: { key: first.kv.key }, startRevision: first.revision + 1 };
  for await (const result of resumeWatch(watch)) {
    for (const event of result.events) {
      if (event.type === "delete") return;
      yield { kv: event.kv, revision: result.revision };
    }
  }
}

async function presentLeader(options: ObserveLeaderOptions): Promise<LeaderNews> {
  const { client, clock, signal } = options;
  const prefix = contenderPrefix(options.name);
  const found = await untilAvailable({ clock, signal, repeatable: true }, () =>
    client.get(oldestContender(prefix), signal),
  );
  const leader = found.kvs[0];
  if (leader !== undefined) return { kv: leader, revision: found.revision };
  return await firstPut(options, contenders(prefix), found.revision);
}

/** Whoever puts a key first leads; a deletion is of no interest to someone who saw no key. */
async function firstPut(
  options: ObserveLeaderOptions,
  range: ReturnType<typeof contenders>,
  startRevision: number,
): Promise<LeaderNews> {
  for await (const result of resumeWatch({ ...options, range, startRevision })) {
    const put = result.events.find((event) => event.type === "put");
    // A result may hold later revisions, too: the key's own is where its watch must go on.
    if (put !== undefined) return { kv: put.kv, revision: put.kv.modRevision };
  }
  throw new Error("resumeWatch ended without an error");
}
