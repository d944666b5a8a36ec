import type { Clock } from "@leaderlab/clock";
import type { EtcdClient } from "@leaderlab/election";
import type { Backend } from "./backend.ts";
import { LeaderTracker } from "./leader-tracker.ts";
import type { GateName } from "./proxy-counters.ts";
import { type AdminPort, startAdminPort } from "./sockets/admin-port.ts";
import { type Gate, startGate } from "./sockets/gate.ts";
import type { SocketAddress } from "./sockets/parse-address.ts";
import type { GateTimings } from "./sockets/routed-connection.ts";
import { createSocketStateSource } from "./sockets/socket-state-source.ts";
import type { TrackerTimings } from "./tracker-timings.ts";
import type { TrafficContract } from "./traffic-contract.ts";

export interface LeaderProxyOptions {
  /** At least one; names are unique. */
  readonly backends: readonly Backend[];
  readonly clock: Clock;
  /** Where clients come in; a gate that is left out is not opened. Port 0 takes a free one. */
  readonly grpc?: SocketAddress | undefined;
  readonly rest?: SocketAddress | undefined;
  /** Where probes and people ask. */
  readonly admin?: SocketAddress | undefined;
  /** Default `serving`. */
  readonly contract?: TrafficContract | undefined;
  /** Looks into the election itself: its client, which the caller closes, and namespace and prefix glued together. */
  readonly election?: { readonly client: EtcdClient; readonly prefix: string } | undefined;
  /** Verifies the backends' certificates against these; left out: any is taken. */
  readonly ca?: Buffer | undefined;
  readonly timings?: Partial<TrackerTimings & GateTimings> | undefined;
  /** Of each gate. Default 1000. */
  readonly mostConnections?: number | undefined;
  /** Told in the moment in which a client's bytes begin to pass to a backend. */
  readonly onRoute?: ((backend: Backend, gate: GateName) => void) | undefined;
  /** Told of what is a fault of ours. */
  readonly onFault: (error: unknown) => void;
}

/** A proxy that runs. */
export interface LeaderProxy extends AsyncDisposable {
  readonly tracker: LeaderTracker;
  readonly gates: readonly Gate[];
  /** `127.0.0.1:10009`; undefined for what was not asked for. */
  readonly grpcAddress: string | undefined;
  readonly restAddress: string | undefined;
  readonly adminAddress: string | undefined;
  /** Closes the ports and cuts every connection. */
  stop(): Promise<void>;
}

/**
 * Starts a proxy: whoever connects to its gRPC or REST port is connected to the leader, TLS and all, while it leads.
 * Rejects with Node's error (EADDRINUSE …) when a port cannot be had; then none is left open.
 */
export async function startLeaderProxy(options: LeaderProxyOptions): Promise<LeaderProxy> {
  const { clock, backends, contract, election, timings, ca } = options;
  const tracker = new LeaderTracker({
    backends,
    clock,
    source: createSocketStateSource({ ca }),
    ...(contract && { contract }),
    ...(election && { election }),
    ...(timings && { timings }),
  });
  const gates: Gate[] = [];
  let admin: AdminPort | undefined;
  const stop = async () => {
    await tracker.stop();
    await Promise.all(gates.map((gate) => gate.stop()));
    await admin?.stop();
  };
  const open = async (name: GateName, listen: SocketAddress | undefined) => {
    if (listen === undefined) return undefined;
    const addressOf = ({ grpcAddress, restAddress }: Backend) =>
      name === "grpc" ? grpcAddress : restAddress;
    const { mostConnections, onRoute } = options;
    const parts = { name, listen, tracker, clock, addressOf, timings, mostConnections, onRoute };
    const gate = await startGate(parts);
    gates.push(gate);
    return gate.address;
  };
  try {
    const grpcAddress = await open("grpc", options.grpc);
    const restAddress = await open("rest", options.rest);
    const { admin: listen, onFault } = options;
    if (listen !== undefined) {
      admin = await startAdminPort({ listen, tracker, gates, clock, onFault });
    }
    tracker.start();
    const addresses = { grpcAddress, restAddress, adminAddress: admin?.address };
    return { tracker, gates, ...addresses, stop, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
