import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import { createEtcd3Client } from "@leaderlab/election/etcd3";
import { type EtcdServer, startEtcd } from "@leaderlab/etcd-server";
import { channelOptionsFor } from "@leaderlab/rpc/client";
import type { Fabric, ObserverClient, OwnEtcd } from "../fabric.ts";
import { FaultError } from "../faults/fault-kind.ts";
import { type EtcdEndpoint, nodeFolder } from "../node-flags.ts";
import type { TimeControl } from "../time-control.ts";
import { SocketsHost } from "./sockets-host.ts";

/** What the fabric of real sockets is made of. */
export interface SocketsFabricOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** For the nodes' files. */
  readonly folder: string;
  /** The port of the cluster's own etcd; 0 for a free one. */
  readonly etcdPort?: number;
  /** The first node's ports, the others follow; 0 for free ones. */
  readonly rpcPort?: number;
  readonly restPort?: number;
  /** The password of the lab's wallet. */
  readonly password: string;
}

/** What lnd's largest transaction needs, and what its guide tells to give etcd. */
const etcdLimits = { maxTxnOps: 16_384, maxRequestBytes: 104_857_600 } as const;

/** Everything on 127.0.0.1, in the time of the clock that was given. */
export function createSocketsFabric(options: SocketsFabricOptions): Fabric {
  const { clock, folder, password, rpcPort = 0, restPort = 0 } = options;
  const passwordFile = join(folder, "wallet-password");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const addressOf = (first: number, index: number) =>
    `127.0.0.1:${first === 0 ? 0 : first + index}`;
  return {
    kind: "sockets",
    clock,
    time: realTime,
    startEtcd: () => startOwnEtcd(options),
    createHost: (name, index) =>
      new SocketsHost(options, {
        folder: nodeFolder(folder, name),
        passwordFile,
        rpcAddress: addressOf(rpcPort, index),
        restAddress: addressOf(restPort, index),
      }),
    connectObserver: (endpoint) => connect(endpoint, clock),
    poison: () => notYet("faults on links"),
    finish: (work) => work,
  };
}

async function startOwnEtcd(options: SocketsFabricOptions): Promise<OwnEtcd> {
  const { clock, random, etcdPort: port = 0 } = options;
  const server = await startEtcd({ clock, random, history: false, port, ...etcdLimits });
  return {
    endpoint: endpointOf(server),
    leaseRemainingMs: (lease) => server.core.leaseRemainingMs(lease),
    stop: () => notYet("stopping etcd"),
    start: () => notYet("starting etcd"),
    strike: () => notYet("faults of etcd"),
    close: () => server.stop(),
  };
}

function notYet(what: string): never {
  throw new FaultError(`${what}: not on sockets`);
}

/** The time of the clock that was given. */
const realTime: TimeControl = {
  mode: "real",
  speed: 1,
  setSpeed: () => notYet("setSpeed"),
  pause: () => notYet("pausing time"),
  resume: () => notYet("resuming time"),
  step: () => notYet("step"),
  advance: () => notYet("advance"),
};

function endpointOf(server: EtcdServer): EtcdEndpoint {
  const address = server.endpoint.replace("http://", "");
  return { address, isTls: false, insecureSkipVerify: false };
}

function connect(endpoint: EtcdEndpoint, clock: Clock): ObserverClient {
  const { address, user, isTls, insecureSkipVerify } = endpoint;
  return createEtcd3Client({
    endpoints: [address],
    clock,
    ...(user !== undefined && { user }),
    channelOptions: channelOptionsFor(isTls ? { insecureSkipVerify } : undefined),
  });
}
