import { contenderPrefix, type EtcdClient, prefixEnd } from "@leaderlab/election";

/** A key in the queue of an election or a lock. */
export interface Contender {
  readonly key: string;
  readonly value: string;
  /** As in the key: hexadecimal. */
  readonly lease: string;
}

/** Everybody who contends in an election or for a lock, the leader first; waits until there are so many. */
export async function contendersWhen(
  client: EtcdClient,
  name: string,
  count: number,
): Promise<readonly Contender[]> {
  const key = contenderPrefix(name);
  const range = { key, rangeEnd: prefixEnd(key) };
  const stop = new AbortController();
  // The watch is confirmed before the first look, so that no change falls in between.
  for await (const _news of client.watch(range, 0, stop.signal)) {
    const { kvs } = await client.get({ ...range, sortOrder: "ascend", sortTarget: "create" });
    if (kvs.length !== count) continue;
    return kvs.map((kv) => ({
      key: Buffer.from(kv.key).toString(),
      value: Buffer.from(kv.value).toString(),
      lease: kv.lease.toString(16),
    }));
  }
  throw new Error(`the watch of ${name} ended`);
}
