import { defaultTimings, LeaderTracker, stateConnectionOver } from "@leaderlab/leader-proxy";
import type { FabricProxy, FabricProxyOptions } from "../proxy/fabric-proxy.ts";
import type { NetworkHost } from "./memory-connection.ts";
import { MemoryEtcdClient } from "./memory-etcd-client.ts";
import { MemoryGate } from "./memory-gate.ts";
import type { MemoryNetwork } from "./memory-network.ts";
import { createMemoryRpcClient } from "./memory-rpc-client.ts";

/** What a proxy in memory stands on. */
export interface MemoryProxyParts {
  readonly network: MemoryNetwork;
  /** The proxy's own. */
  readonly host: NetworkHost;
  /** Where its clients are. */
  readonly outside: NetworkHost;
  /** Where a node's gRPC is. */
  readonly addressOf: (node: string) => string;
  readonly options: FabricProxyOptions;
}

const proxyAddress = "10.0.0.2:10009";

/** A proxy with a gate for gRPC, on its own host of the simulation. */
export function startMemoryProxy(parts: MemoryProxyParts): FabricProxy {
  const { network, host, outside, addressOf, options } = parts;
  const { settings, prefix, etcd } = options;
  const client =
    etcd &&
    new MemoryEtcdClient({ host, dial: (outcome) => network.dial(host, etcd.address, outcome) });
  const tracker = new LeaderTracker({
    backends: options.backends.map((name) => ({
      name,
      grpcAddress: addressOf(name),
      restAddress: undefined,
    })),
    source: {
      connect: ({ grpcAddress }) =>
        stateConnectionOver(
          createMemoryRpcClient({
            host,
            dial: (outcome) => network.dial(host, grpcAddress, outcome),
          }),
        ),
    },
    clock: host.clock,
    ...(settings.contract && { contract: settings.contract }),
    ...(client && { election: { client, prefix } }),
    ...(settings.timings && { timings: settings.timings }),
  });
  const dialTimeoutMs = settings.timings?.checkTimeoutMs ?? defaultTimings.checkTimeoutMs;
  const gate = new MemoryGate({ network, host, address: proxyAddress, tracker, dialTimeoutMs });
  tracker.start();
  return {
    tracker,
    grpcAddress: proxyAddress,
    restAddress: null,
    adminAddress: null,
    connect: () =>
      createMemoryRpcClient({
        host: outside,
        dial: (outcome) => network.dial(outside, proxyAddress, outcome),
      }),
    async stop() {
      gate.stop();
      await tracker.stop();
      client?.close();
    },
  };
}
