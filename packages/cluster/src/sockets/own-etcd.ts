import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import type { Etcd } from "@leaderlab/etcd-core";
import { type EtcdServer, type Fault, startEtcd } from "@leaderlab/etcd-server";
import type { OwnEtcd } from "../fabric.ts";
import { FaultError, type RpcFault, type Undo } from "../faults/index.ts";
import type { EtcdEndpoint } from "../node-flags.ts";

export interface OwnEtcdOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** For its state while it is down. */
  readonly folder: string;
  /** 0 for a free one. */
  readonly port: number;
  /** Told when its process ends and begins, so that nobody listens for it meanwhile. */
  readonly onStop: () => void;
  readonly onStart: () => Promise<void>;
  /** Is put before the core of each process. */
  readonly dress: (core: Etcd) => Etcd;
}

/** What lnd's largest transaction needs, and what its guide tells to give etcd. */
const etcdLimits = { maxTxnOps: 16_384, maxRequestBytes: 104_857_600 } as const;

/** The lab's own etcd in this process, that can be stopped and started as if it had a process of its own. */
export class SocketsEtcd implements OwnEtcd {
  readonly endpoint: EtcdEndpoint;
  readonly #options: OwnEtcdOptions;
  readonly #port: number;
  #server: EtcdServer | undefined;
  /** Faults that are to be there again after a restart. */
  readonly #faults = new Set<{ readonly fault: Fault; undo: () => void }>();

  private constructor(options: OwnEtcdOptions, server: EtcdServer) {
    this.#options = options;
    this.#server = server;
    const address = server.endpoint.replace("http://", "");
    this.#port = Number(new URL(server.endpoint).port);
    this.endpoint = { address, isTls: false, insecureSkipVerify: false };
  }

  /** Rejects with Node's error (EADDRINUSE …) when the port cannot be had. */
  static async start(options: OwnEtcdOptions): Promise<SocketsEtcd> {
    return new SocketsEtcd(options, await startServer(options, options.port));
  }

  leaseRemainingMs(lease: bigint): number | undefined {
    return this.#server?.core.leaseRemainingMs(lease);
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    this.#options.onStop();
    await server.stop();
  }

  async start(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = await startServer(this.#options, this.#port);
    this.#server = server;
    for (const injected of this.#faults) injected.undo = inject(server, injected.fault);
    await this.#options.onStart();
  }

  strike({ code, ...rest }: RpcFault): Undo {
    const fault = { ...rest, ...(code !== undefined && { code: code as Fault["code"] }) } as Fault;
    if (this.#server === undefined) throw new FaultError("etcd is down: it can do nothing wrong");
    const injected = { fault, undo: inject(this.#server, fault) };
    this.#faults.add(injected);
    return () => {
      this.#faults.delete(injected);
      injected.undo();
    };
  }

  async close(): Promise<void> {
    await this.#server?.stop();
    this.#server = undefined;
  }
}

/** What a fault was refused for is no fault of this program. */
function inject(server: EtcdServer, fault: Fault): () => void {
  try {
    const injected = server.injectFault(fault);
    return () => injected.undo();
  } catch (error) {
    throw new FaultError(error instanceof Error ? error.message : String(error));
  }
}

function startServer(options: OwnEtcdOptions, port: number): Promise<EtcdServer> {
  const { clock, random, folder, dress: dressCore } = options;
  const stateFile = join(folder, "etcd.db");
  return startEtcd({ clock, random, history: false, port, stateFile, dressCore, ...etcdLimits });
}
