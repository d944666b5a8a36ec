import { createRpcClient, type RpcClient } from "@leaderlab/rpc/client";
import { type EtcdOptions, type EtcdServer, startEtcd } from "../etcd-server.ts";

/** A server and a client of it; both end with the scope. */
export async function embeddedEtcd(
  options: EtcdOptions = {},
): Promise<AsyncDisposable & { readonly etcd: EtcdServer; readonly client: RpcClient }> {
  const etcd = await startEtcd({ port: 0, seed: 1, ...options });
  const client = createRpcClient(etcd.endpoint.replace("http://", ""));
  return {
    etcd,
    client,
    [Symbol.asyncDispose]: async () => {
      client.close();
      await etcd.stop();
    },
  };
}

/** Waits for the condition, a turn of the event loop at a time; for what comes over a socket on the same machine. */
export async function eventually(condition: () => boolean): Promise<void> {
  for (let turn = 0; !condition(); turn++) {
    if (turn > 100_000) throw new Error(`never: ${condition}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
