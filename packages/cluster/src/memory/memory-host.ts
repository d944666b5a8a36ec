import { createHmac } from "node:crypto";
import { type Clock, createHostClock, type HostClock } from "@leaderlab/clock";
import {
  createMadeUpEnvironment,
  type EtcdConnection,
  type Files,
  type LndConfig,
  parseLndConfig,
  type StretchSecret,
  type Surroundings,
} from "@leaderlab/lnd-sim";
import type { RpcClient } from "@leaderlab/rpc/client";
import { createWalletOver } from "../create-wallet.ts";
import type { Host, WalletlessNode } from "../fabric.ts";
import { forkRandom } from "./fork-random.ts";
import type { Endpoint, NetworkHost } from "./memory-connection.ts";
import { MemoryEtcdClient } from "./memory-etcd-client.ts";
import { createMemoryFiles } from "./memory-files.ts";
import type { MemoryNetwork } from "./memory-network.ts";
import { createMemoryRpcClient } from "./memory-rpc-client.ts";
import type { RpcRequest } from "./rpc-messages.ts";
import { ServedConnection } from "./serve-router.ts";

/** What a host in memory is made of. */
export interface MemoryHostOptions {
  readonly name: string;
  /** Its number, from 0 on: its address comes from it. */
  readonly index: number;
  readonly clock: Clock;
  readonly seed: number;
  readonly network: MemoryNetwork;
  /** What its password file holds. */
  readonly password: string;
  /** Where whoever calls the node from outside is. */
  readonly outside: NetworkHost;
  /** A request has reached the node through the proxy. */
  readonly onProxied: () => void;
  /** Stands before the node's connection to etcd. */
  readonly spoilConnection: (connection: EtcdConnection) => EtcdConnection;
}

/** A machine of the simulation: an address, a disk, a clock; nothing of it is outside of this process's memory. */
export class MemoryHost implements Host, NetworkHost {
  readonly name: string;
  readonly folder = "/lnd";
  readonly passwordFile = "/lnd/wallet-password";
  readonly rpcAddress: string;
  readonly restAddress: string;
  readonly #options: MemoryHostOptions;
  readonly #files: Files = createMemoryFiles();
  #clock: HostClock;
  #lives = 0;

  constructor(options: MemoryHostOptions) {
    const ip = addressOf(options.index);
    this.name = options.name;
    this.rpcAddress = `${ip}:10009`;
    this.restAddress = `${ip}:8080`;
    this.#options = options;
    this.#clock = createHostClock(options.clock);
    this.#files.write(this.passwordFile, Buffer.from(`${options.password}\n`), 0o600);
  }

  get clock(): HostClock {
    return this.#clock;
  }

  boot() {
    const { clock, seed } = this.#options;
    const { driftPartsPerMillion } = this.#clock;
    this.#clock = createHostClock(clock, { driftPartsPerMillion });
    const life = this.#lives++;
    return {
      clock: this.#clock,
      random: forkRandom(seed, `life ${life} of ${this.name}`),
      surroundings: this.#surroundings(this.#clock),
    };
  }

  pause(): void {
    this.#clock.pause();
  }

  resume(): void {
    this.#clock.resume();
  }

  readConfig(flags: readonly string[]): LndConfig {
    const files = { [this.passwordFile]: "" };
    const environment = createMadeUpEnvironment({ hostName: this.name, files });
    const outcome = parseLndConfig(flags, environment);
    if (outcome.outcome === "config") return outcome.config;
    throw new Error(outcome.stderr.at(-1) ?? "the node's flags were refused");
  }

  readFile(path: string): Buffer {
    return this.#files.read(path);
  }

  connect(): RpcClient {
    const { network, outside } = this.#options;
    return createMemoryRpcClient({
      host: outside,
      dial: (outcome) => network.dial(outside, this.rpcAddress, outcome),
    });
  }

  async createWallet({ password }: WalletlessNode): Promise<void> {
    // Who sits at the machine itself needs no network.
    const { network } = this.#options;
    const client = createMemoryRpcClient({
      host: this,
      dial: (outcome) => network.tap(this, this.rpcAddress, outcome),
    });
    await createWalletOver(client, password);
  }

  /** What one process is given; when it ends, everything that it holds is closed by it. */
  #surroundings(clock: HostClock): Surroundings {
    const { network, spoilConnection, onProxied } = this.#options;
    const process: NetworkHost = { name: this.name, clock };
    return {
      files: this.#files,
      stretchSecret: quickHash,
      connectEtcd: (_config, endpoints) =>
        spoilConnection(
          new MemoryEtcdClient({
            host: process,
            dial: (outcome) => network.dial(process, endpoints[0] ?? "", outcome),
          }),
        ),
      openPorts: async (router) => {
        const connections = new Set<ServedConnection>();
        const stop = network.listen(this.rpcAddress, process, (endpoint) => {
          connections.add(
            new ServedConnection(router, endpoint, (over) => connections.delete(over)),
          );
          if (endpoint.peer === "proxy") tellOfRequests(endpoint, onProxied);
        });
        return {
          rpcAddresses: [this.rpcAddress],
          restAddresses: [this.restAddress],
          stop: async () => {
            stop();
            for (const connection of [...connections]) connection.close();
          },
        };
      },
    };
  }
}

/** Tells of what comes through a proxy's gate: the proxy's own questions are for the state alone. */
function tellOfRequests(endpoint: Endpoint, onProxied: () => void): void {
  const take = endpoint.onMessage;
  endpoint.onMessage = (message) => {
    const request = message as RpcRequest;
    if ("path" in request && !request.path.startsWith("/lnrpc.State/")) onProxied();
    take(message);
  };
}

/**
 * What stands for scrypt, which would take real time on a thread of its own: wallets of a simulation open with their
 * passwords and no other, and protect nothing.
 */
const quickHash: StretchSecret = (secret, salt, { bytes }) =>
  Promise.resolve(createHmac("sha512", salt).update(secret).digest().subarray(0, bytes));

/** `10.1.0.1`, `10.1.0.2` … */
function addressOf(index: number): string {
  const number = index + 1;
  return `10.${1 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`;
}
