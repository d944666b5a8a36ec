import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import { createEtcd3Client } from "@leaderlab/election/etcd3";
import type { Etcd } from "@leaderlab/etcd-core";
import { channelOptionsFor } from "@leaderlab/rpc/client";
import type { Fabric, Host, HostOptions, ObserverClient, OwnEtcd } from "../fabric.ts";
import type { Poisoning, Undo } from "../faults/index.ts";
import { LinkBoard } from "../links/link-board.ts";
import { type EtcdEndpoint, nodeFolder } from "../node-flags.ts";
import type { FabricProxy, FabricProxyOptions } from "../proxy/fabric-proxy.ts";
import type { TimeControl } from "../time-control.ts";
import { SocketsEtcd } from "./own-etcd.ts";
import { SocketsHost } from "./sockets-host.ts";
import { SocketsTime } from "./sockets-time.ts";
import { type SocketsProxy, startSocketsProxy } from "./start-sockets-proxy.ts";

/** What the fabric of real sockets is made of. */
export interface SocketsFabricOptions {
  /** A `ScaledClock` if its time is to be steered. */
  readonly clock: Clock;
  readonly random: Random;
  /** For the nodes' files. */
  readonly folder: string;
  /** Somebody else's etcd: then no own one is started. */
  readonly etcd?: readonly EtcdEndpoint[];
  /** The port of the cluster's own etcd; 0 for a free one. */
  readonly etcdPort?: number;
  /** The first node's ports, the others follow; 0 for free ones. */
  readonly rpcPort?: number;
  readonly restPort?: number;
  /** The password of the lab's wallet. */
  readonly password: string;
}

/** Everything on 127.0.0.1, in the time of the clock that was given, and with a link wherever two parts meet. */
export class SocketsFabric implements Fabric {
  readonly kind = "sockets";
  readonly clock: Clock;
  readonly time: TimeControl;
  readonly #options: SocketsFabricOptions;
  readonly #board = new LinkBoard();
  readonly #hosts: SocketsHost[] = [];
  readonly #passwordFile: string;
  #proxy: SocketsProxy | undefined;

  constructor(options: SocketsFabricOptions) {
    const { clock, folder, password } = options;
    this.clock = clock;
    this.time = new SocketsTime({
      clock,
      traffic: () => this.#board.traffic,
      hasForeignEtcd: options.etcd !== undefined,
    });
    this.#options = options;
    this.#passwordFile = join(folder, "wallet-password");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(this.#passwordFile, `${password}\n`, { mode: 0o600 });
  }

  #passwordFileOf(name: string, { unlockPassword }: HostOptions): string {
    if (unlockPassword === undefined) return this.#passwordFile;
    const path = `${this.#passwordFile}-of-${name}`;
    writeFileSync(path, `${unlockPassword}\n`, { mode: 0o600 });
    return path;
  }

  startEtcd(dress: (core: Etcd) => Etcd): Promise<OwnEtcd> {
    const { clock, random, folder, etcdPort: port = 0 } = this.#options;
    return SocketsEtcd.start({
      clock,
      random,
      folder,
      port,
      dress,
      onStop: () => {
        for (const { machine } of this.#hosts) machine.shutEtcd();
        this.#proxy?.etcdRelay?.shut();
      },
      onStart: async () => {
        for (const { machine } of this.#hosts) await machine.openEtcd();
        await this.#proxy?.etcdRelay?.open();
      },
    });
  }

  createHost(name: string, index: number, options: HostOptions = {}): Host {
    const { clock, random, folder, rpcPort = 0, restPort = 0 } = this.#options;
    const { listen } = options;
    const addressOf = (first: number) => `127.0.0.1:${first === 0 ? 0 : first + index}`;
    const place = {
      folder: nodeFolder(folder, name),
      passwordFile: this.#passwordFileOf(name, options),
      rpcAddress: listen === undefined ? addressOf(rpcPort) : `${listen.host}:${listen.rpcPort}`,
      restAddress: listen === undefined ? addressOf(restPort) : `${listen.host}:${listen.restPort}`,
    };
    const host = new SocketsHost({ name, clock, random, board: this.#board }, place);
    this.#hosts.push(host);
    return host;
  }

  connectObserver({ address, user, isTls, insecureSkipVerify }: EtcdEndpoint): ObserverClient {
    return createEtcd3Client({
      endpoints: [address],
      clock: this.clock,
      ...(user !== undefined && { user }),
      channelOptions: channelOptionsFor(isTls ? { insecureSkipVerify } : undefined),
    });
  }

  async startProxy(options: FabricProxyOptions): Promise<FabricProxy> {
    const { clock, random } = this.#options;
    const parts = { clock, random, board: this.#board, hosts: this.#hosts, options };
    this.#proxy = await startSocketsProxy(parts);
    return this.#proxy;
  }

  poison(poisoning: Poisoning): Undo {
    return this.#board.poison(poisoning);
  }

  /** Time that stands still runs meanwhile: nothing would come to an end without it. */
  async finish<T>(work: Promise<T>): Promise<T> {
    if (this.time.mode !== "paused") return work;
    this.time.resume();
    try {
      return await work;
    } finally {
      this.time.pause();
    }
  }

  async close(): Promise<void> {
    await this.#board.stop();
  }
}
