import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement, RpcError, untilAborted } from "@leaderlab/rpc";

/** The name of the server as a whole; etcd knows no other. */
const wholeServer = "";

/**
 * gRPC's health service. Whoever can ask is served, so that the server is always well.
 *
 * Mirrors: grpc-go health.Server as etcd sets it. Deviates: it is not set to NOT_SERVING for the time of a
 * defragmentation, which here takes no time.
 */
export function createHealthService(): Implementation {
  return implement(etcd.health, {
    Check({ service }) {
      if (service !== wholeServer) throw new RpcError("NOT_FOUND", "unknown service");
      return { status: "SERVING" };
    },
    List: () => ({ statuses: { [wholeServer]: { status: "SERVING" } } }),
    async *Watch({ service }, { signal }) {
      yield { status: service === wholeServer ? "SERVING" : "SERVICE_UNKNOWN" };
      await untilAborted(signal);
      throw new RpcError("CANCELLED", "Stream has ended.");
    },
  });
}
