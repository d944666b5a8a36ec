import type { Clock } from "@leaderlab/clock";
import {
  contenderPrefix,
  type EtcdClient,
  prefixEnd,
  resumeWatch,
  untilAvailable,
} from "@leaderlab/election";

/** An election key that came or went. */
export interface KeyNews {
  readonly kind: "added" | "removed";
  /** The lease's id in hexadecimal: the end of the key. */
  readonly lease: string;
  /** The `--cluster.id` that the key holds, or held. */
  readonly id: string;
}

/** What to observe, and until when. */
export interface ObserveKeysOptions {
  readonly client: EtcdClient;
  readonly clock: Clock;
  /** Namespace and election prefix glued together, as lnd does it. */
  readonly prefix: string;
  readonly signal: AbortSignal;
}

/** Tells of every election key, those that are there already first and in their order. Rides out an etcd that is away. */
export async function* observeKeys(options: ObserveKeysOptions): AsyncGenerator<KeyNews> {
  const { client, clock, signal } = options;
  const key = contenderPrefix(options.prefix);
  const range = { key, rangeEnd: prefixEnd(key) };
  const leaseOf = (found: Uint8Array) => Buffer.from(found.subarray(key.length)).toString("utf8");
  const ids = new Map<string, string>();
  const standing = await untilAvailable({ clock, signal, repeatable: true }, () =>
    client.get({ ...range, sortOrder: "ascend", sortTarget: "create" }, signal),
  );
  const added = (found: Uint8Array, value: Uint8Array): KeyNews => {
    const news = {
      kind: "added",
      lease: leaseOf(found),
      id: Buffer.from(value).toString("utf8"),
    } as const;
    ids.set(news.lease, news.id);
    return news;
  };
  for (const kv of standing.kvs) yield added(kv.key, kv.value);
  const startRevision = standing.revision + 1;
  for await (const { events } of resumeWatch({ client, clock, range, startRevision, signal })) {
    for (const { type, kv } of events) {
      if (type === "put") yield added(kv.key, kv.value);
      else yield { kind: "removed", lease: leaseOf(kv.key), id: ids.get(leaseOf(kv.key)) ?? "" };
    }
  }
}
