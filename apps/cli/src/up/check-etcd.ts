import type { Clock } from "@leaderlab/clock";
import type { EtcdEndpoint } from "@leaderlab/cluster";
import { withDeadline } from "@leaderlab/election";
import { createEtcd3Client } from "@leaderlab/election/etcd3";
import { channelOptionsFor } from "@leaderlab/rpc/client";

const timeoutMs = 5000;

/**
 * Asks each etcd for a key, and says what is wrong with the first that does not answer. lnd itself would wait for ever
 * without a word; who types a command deserves one.
 */
export async function checkEtcd(
  endpoints: readonly EtcdEndpoint[],
  clock: Clock,
): Promise<string | undefined> {
  for (const { address, isTls, insecureSkipVerify, user } of endpoints) {
    const client = createEtcd3Client({
      endpoints: [address],
      clock,
      dialTimeoutMs: timeoutMs,
      ...(user !== undefined && { user }),
      channelOptions: channelOptionsFor(isTls ? { insecureSkipVerify } : undefined),
    });
    try {
      const key = Buffer.from("health");
      await withDeadline(clock, timeoutMs, (signal) => client.get({ key }, signal));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return `etcd at ${address} does not answer: ${reason}`;
    } finally {
      client.close();
    }
  }
  return undefined;
}
