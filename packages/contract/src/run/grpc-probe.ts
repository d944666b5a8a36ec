import { health } from "@leaderlab/proto/etcd";
import { createRpcClient, RpcError } from "@leaderlab/rpc/client";
import type { NetworkOutcome } from "./network-run.ts";

/**
 * A check of grpc.health.v1 as the kubelet makes it: in plain text, since it knows no other way, so that a port with
 * TLS never answers. Mirrors: Kubernetes pkg/probe/grpc.
 */
export async function askGrpc(
  port: number,
  service: string,
  signal: AbortSignal,
): Promise<NetworkOutcome> {
  const client = createRpcClient(`127.0.0.1:${port}`);
  try {
    const { status } = await client.unary(health.methods.Check, { service }, { signal });
    return { isSuccess: status === "SERVING", detail: `status ${status}` };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return { isSuccess: false, detail: `${error.code}: ${error.message}` };
  } finally {
    client.close();
  }
}
