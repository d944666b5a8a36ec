import { startLeaderProxy } from "@leaderlab/leader-proxy";
import type { ProxyLab } from "./proxy-lab.ts";
import type { RewriteTargets } from "./rewriting.ts";

/** A `leaderlab proxy` in front of a lab's nodes, at free ports of 127.0.0.1. */
export interface PlacedLeaderProxy {
  readonly place: RewriteTargets["leaderProxy"];
  stop(): Promise<void>;
}

/** Starts one for the lab's nodes; it looks at the nodes alone. */
export async function placeLeaderProxy(lab: ProxyLab): Promise<PlacedLeaderProxy> {
  const host = "127.0.0.1";
  const free = { host, port: 0 };
  const proxy = await startLeaderProxy({
    clock: lab.clock,
    backends: lab.places.map((place, index) => ({
      name: `lnd-${index + 1}`,
      grpcAddress: `${place.host}:${place.grpcPort}`,
      restAddress: `${place.host}:${place.restPort}`,
    })),
    grpc: free,
    rest: free,
    admin: free,
    onFault: (error) => {
      throw error;
    },
  });
  const portOf = (address: string | undefined) =>
    Number(address?.slice(address.lastIndexOf(":") + 1));
  return {
    place: {
      host,
      grpcPort: portOf(proxy.grpcAddress),
      restPort: portOf(proxy.restAddress),
      adminPort: portOf(proxy.adminAddress),
    },
    stop: () => proxy.stop(),
  };
}
