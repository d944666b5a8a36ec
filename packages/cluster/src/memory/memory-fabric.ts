import { createHostClock, createVirtualClock, type VirtualClock } from "@leaderlab/clock";
import type { Etcd } from "@leaderlab/etcd-core";
import type { EtcdConnection } from "@leaderlab/lnd-sim";
import type { Fabric, HostOptions, OwnEtcd } from "../fabric.ts";
import { FaultError, type Poisoning } from "../faults/fault-kind.ts";
import { formatLinkName, type LinkName } from "../faults/link-name.ts";
import type { FabricProxy, FabricProxyOptions } from "../proxy/fabric-proxy.ts";
import type { TimeControl } from "../time-control.ts";
import { forkRandom } from "./fork-random.ts";
import type { NetworkHost } from "./memory-connection.ts";
import { MemoryEtcd } from "./memory-etcd.ts";
import { MemoryEtcdClient } from "./memory-etcd-client.ts";
import { MemoryHost } from "./memory-host.ts";
import { MemoryNetwork, type NetworkSpeed } from "./memory-network.ts";
import { startMemoryProxy } from "./start-memory-proxy.ts";
import { VirtualTime } from "./virtual-time.ts";

/** What a simulation is made of. */
export interface MemoryFabricOptions {
  /** The same seed, with the same nodes, options and calls, gives the same timeline byte for byte. */
  readonly seed: number;
  readonly network?: NetworkSpeed;
  /** The password of the lab's wallet. */
  readonly password: string;
  /** Stands before each node's connection to etcd; for tests only. */
  readonly spoilConnection?: (connection: EtcdConnection) => EtcdConnection;
}

const etcdAddress = "10.0.0.1:2379";
/** What lnd's largest transaction needs, and what its guide tells to give etcd. */
const maxTxnOps = 16_384;

/**
 * A cluster's surroundings without sockets, files, threads and real time: one virtual clock, one network in memory, and
 * chance from one seed.
 */
export class MemoryFabric implements Fabric {
  readonly kind = "memory";
  readonly clock: VirtualClock;
  readonly time: TimeControl;
  readonly #options: MemoryFabricOptions;
  readonly #time: VirtualTime;
  readonly #network: MemoryNetwork;
  /** Where clients and probes are. */
  readonly #client: NetworkHost;
  readonly #hosts = new Map<string, MemoryHost>();
  /** Told of each request that reaches a node through the proxy. */
  #onProxied: (node: string) => void = () => {};
  #hasProxy = false;
  /** Where the lab itself looks on from. */
  readonly #observer: NetworkHost;

  constructor(options: MemoryFabricOptions) {
    const { seed, network: speed = {} } = options;
    this.clock = createVirtualClock(undefined, { settle: "microtasks" });
    this.#time = new VirtualTime(this.clock);
    this.time = this.#time;
    this.#options = options;
    this.#network = new MemoryNetwork({ clock: this.clock, seed, speed });
    this.#client = { name: "client", clock: createHostClock(this.clock) };
    this.#observer = { name: "observer", clock: createHostClock(this.clock) };
  }

  async startEtcd(dress: (core: Etcd) => Etcd): Promise<OwnEtcd> {
    const { clock } = this;
    const random = forkRandom(this.#options.seed, "etcd");
    const network = this.#network;
    const place = { network, address: etcdAddress };
    const etcd = new MemoryEtcd({ clock, random, ...place, maxTxnOps, dress });
    return {
      endpoint: { address: etcdAddress, isTls: false, insecureSkipVerify: false },
      leaseRemainingMs: (lease) => etcd.core.leaseRemainingMs(lease),
      stop: async () => etcd.stop(),
      start: async () => etcd.start(),
      strike: (fault) => etcd.strike(fault),
      close: async () => etcd.stop(),
    };
  }

  createHost(name: string, index: number, { unlockPassword }: HostOptions = {}): MemoryHost {
    const { seed, password, spoilConnection = (connection) => connection } = this.#options;
    const { clock } = this;
    const places = { network: this.#network, outside: this.#client };
    const parts = { clock, seed, password: unlockPassword ?? password, spoilConnection, ...places };
    const onProxied = () => this.#onProxied(name);
    const host = new MemoryHost({ name, index, ...parts, onProxied });
    this.#hosts.set(name, host);
    return host;
  }

  connectObserver(): MemoryEtcdClient {
    const observer = this.#observer;
    return new MemoryEtcdClient({
      host: observer,
      dial: (outcome) => this.#network.tap(observer, etcdAddress, outcome),
    });
  }

  async startProxy(options: FabricProxyOptions): Promise<FabricProxy> {
    this.#onProxied = options.onProxied;
    this.#hasProxy = true;
    return startMemoryProxy({
      network: this.#network,
      host: { name: "proxy", clock: createHostClock(this.clock) },
      outside: this.#client,
      addressOf: (node) => this.#hosts.get(node)?.rpcAddress ?? "",
      options,
    });
  }

  poison(poisoning: Poisoning) {
    this.#requireLink(poisoning.link);
    return this.#network.poison(poisoning);
  }

  /** A fault on a link that nothing ever passes would be no fault. */
  #requireLink(link: LinkName): void {
    const { from, to } = link;
    const isProxy = (name: string) => name === "proxy" && this.#hasProxy;
    const isNode = (name: string) => this.#hosts.has(name);
    const isTaken =
      to === "etcd"
        ? from === "*" || isNode(from) || isProxy(from)
        : isNode(to)
          ? ["*", "client"].includes(from) || isProxy(from)
          : isProxy(to) && ["*", "client"].includes(from);
    if (isTaken) return;
    const ofProxy = this.#hasProxy ? ", proxy:etcd, proxy:NODE, client:proxy" : "";
    throw new FaultError(
      `there is no link ${formatLinkName(link)}; in memory there are NODE:etcd, client:NODE${ofProxy}, and * for ` +
        `whoever speaks to one; nodes are called ${nodeNames([...this.#hosts.keys()])}`,
    );
  }

  finish<T>(work: Promise<T>): Promise<T> {
    return this.#time.finish(work);
  }
}

/** The first few of them. */
function nodeNames(names: readonly string[]): string {
  const [shown, more] = [names.slice(0, 3).join(", "), names.length > 3 ? " …" : ""];
  return `${shown}${more}`;
}
