import type { Clock } from "@leaderlab/clock";
import type { Bytes } from "./bytes.ts";
import { youngestContender } from "./contender.ts";
import type { EtcdClient } from "./etcd-client.ts";
import { resumeWatch } from "./resume-watch.ts";
import { untilAvailable } from "./until-available.ts";

export interface WaitDeletesOptions {
  readonly client: EtcdClient;
  readonly clock: Clock;
  readonly prefix: Bytes;
  /** Waits for the contenders created at this revision or before. */
  readonly maxCreateRevision: number;
  readonly signal: AbortSignal;
}

/**
 * Resolves when no contender is left that is as old as a revision. It watches one key only, the youngest of them, so
 * that a deletion wakes one waiter and not all; when that key goes, it asks again, because the key may have been
 * that of a waiter that gave up in the middle of the queue.
 *
 * It does not look at the caller's own key. Whoever has lost that key while waiting is told all the same that nobody
 * is before them: an lnd whose lease expired while etcd was away becomes leader without a key in etcd.
 *
 * Rejects with the signal's reason, or with an EtcdClientError that waiting does not mend.
 *
 * Mirrors: etcd clientv3/concurrency waitDeletes.
 */
export async function waitDeletes(options: WaitDeletesOptions): Promise<void> {
  const { client, clock, prefix, maxCreateRevision, signal } = options;
  const request = youngestContender(prefix, maxCreateRevision);
  const read = { clock, signal, repeatable: true };
  for (;;) {
    const found = await untilAvailable(read, () => client.get(request, signal));
    const predecessor = found.kvs[0];
    if (predecessor === undefined) return;
    await waitDelete(options, predecessor.key, found.revision);
  }
}

async function waitDelete(options: WaitDeletesOptions, key: Bytes, revision: number) {
  const watch = { ...options, range: { key }, startRevision: revision };
  for await (const result of resumeWatch(watch)) {
    if (result.events.some((event) => event.type === "delete")) return;
  }
}
