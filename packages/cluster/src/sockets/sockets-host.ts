import { readFileSync } from "node:fs";
import { type Clock, createHostClock, type HostClock, type Random } from "@leaderlab/clock";
import { type LndConfig, parseLndConfig } from "@leaderlab/lnd-sim";
import { createRpcClient, type RpcClient } from "@leaderlab/rpc/client";
import { createWalletOver } from "../create-wallet.ts";
import type { Host, WalletlessNode } from "../fabric.ts";
import { LinkedMachine, type LinkedMachineOptions } from "./linked-machine.ts";

/** Where a host's files and ports are. */
export type HostPlace = Pick<Host, "folder" | "passwordFile" | "rpcAddress" | "restAddress">;

/** A node of this very process, as if it had a machine of its own. */
export class SocketsHost implements Host {
  readonly folder: string;
  readonly passwordFile: string;
  readonly rpcAddress: string;
  readonly restAddress: string;
  /** Where its connections to the outside begin and end. */
  readonly machine: LinkedMachine;
  readonly #parts: { readonly clock: Clock; readonly random: Random };
  #clock: HostClock;

  constructor(parts: LinkedMachineOptions, place: HostPlace) {
    this.folder = place.folder;
    this.passwordFile = place.passwordFile;
    this.rpcAddress = place.rpcAddress;
    this.restAddress = place.restAddress;
    this.#parts = parts;
    this.machine = new LinkedMachine(parts);
    this.#clock = createHostClock(parts.clock);
  }

  get clock(): HostClock {
    return this.#clock;
  }

  boot() {
    const { clock, random } = this.#parts;
    const { driftPartsPerMillion } = this.#clock;
    this.#clock = createHostClock(clock, { driftPartsPerMillion });
    const { surroundings } = this.machine;
    return { clock: this.#clock, random, surroundings };
  }

  readConfig(flags: readonly string[]): LndConfig {
    const outcome = parseLndConfig(flags);
    if (outcome.outcome === "config") {
      this.machine.configure(outcome.config);
      return outcome.config;
    }
    throw new Error(outcome.stderr.at(-1) ?? "the node's flags were refused");
  }

  pause(): void {
    this.machine.freeze();
    this.#clock.pause();
  }

  async resume(): Promise<void> {
    this.#clock.resume();
    await this.machine.thaw();
  }

  readFile(path: string): Buffer {
    return readFileSync(path);
  }

  connect(node: Pick<WalletlessNode, "rpcAddress" | "tlsCertPath">): RpcClient {
    return createRpcClient(node.rpcAddress, { ca: readFileSync(node.tlsCertPath) });
  }

  async createWallet(node: WalletlessNode): Promise<void> {
    await createWalletOver(this.connect(node), node.password);
  }
}
