import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement, RpcError } from "@leaderlab/rpc";
import type { LeaderTracker } from "./leader-tracker.ts";

type Status = "SERVING" | "NOT_SERVING" | "SERVICE_UNKNOWN";

/** lnd's main service: whoever asks for it means the leader, as with the empty name. */
const leaderServices = ["", "lnrpc.Lightning"];

/**
 * grpc.health.v1. The empty name and `lnrpc.Lightning`: whether there is a leader; the name of a backend: whether that
 * one leads. Other names are not known. Check, Watch and List are as gRPC's own health servers have them.
 */
export function serveGrpcHealth(tracker: LeaderTracker): Implementation {
  const statusOf = (service: string): Status => {
    const { leader, backends } = tracker;
    if (leaderServices.includes(service)) return leader === undefined ? "NOT_SERVING" : "SERVING";
    if (!backends.some(({ name }) => name === service)) return "SERVICE_UNKNOWN";
    return leader?.name === service ? "SERVING" : "NOT_SERVING";
  };
  return implement(etcd.health, {
    Check({ service }) {
      const status = statusOf(service);
      if (status === "SERVICE_UNKNOWN") throw new RpcError("NOT_FOUND", "unknown service");
      return { status };
    },
    List() {
      const services = [...leaderServices, ...tracker.backends.map(({ name }) => name)];
      return {
        statuses: Object.fromEntries(
          services.map((service) => [service, { status: statusOf(service) }]),
        ),
      };
    },
    async *Watch({ service }, { signal }) {
      let told: Status | undefined;
      while (!signal.aborted) {
        const status = statusOf(service);
        if (status === told) await nextTurn(tracker, signal);
        else yield { status };
        told = status;
      }
    },
  });
}

/** Resolves when another one leads, or the signal aborts. */
function nextTurn(tracker: LeaderTracker, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      forget();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const forget = tracker.onTurn(done);
    signal.addEventListener("abort", done, { once: true });
  });
}
