import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestProcess } from "./child-process.ts";
import { freePort } from "./free-port.ts";
import { leaderlab } from "./leaderlab.ts";
import type { LndPeer } from "./lnd-peer.ts";

/** A `leaderlab lnd` as a process of its own, on ports that were free. */
export interface LndCommand extends LndPeer, AsyncDisposable {
  readonly process: TestProcess;
  /** Its `--lnddir`. */
  readonly lndDir: string;
  /** The macaroon that may do everything, in hexadecimal, once there is one. */
  readonly macaroon: string;
}

/** What is not as usual about a node. */
export interface LndCommandOptions {
  /** Kills the process when it aborts. */
  readonly signal?: AbortSignal;
  /** Its `--lnddir`, as that of an earlier life; by default one of its own under the folder. */
  readonly lndDir?: string;
  /** Its ports, as those of an earlier life; by default free ones. */
  readonly peer?: LndPeer;
  /** The name of the process in failures. */
  readonly name?: string;
  /** Only the flags that are given and those for folder and ports, as lnd's guide has it: nothing about the chain. */
  readonly isBare?: boolean;
}

/** What a node logs when its last port is open. */
export const portsOpen = /gRPC proxy started/;

/** The flags of a node that keeps its state in this etcd and contends for leadership under the prefix `e`. */
export function contending(address: string): readonly string[] {
  return [...onEtcd(address), "--db.etcd.disabletls", ...election];
}

/** Keeps a node's state in an etcd. */
export const onEtcd = (address: string) => ["--db.backend=etcd", `--db.etcd.host=${address}`];

/** Has a node contend for leadership. */
export const election = ["--cluster.enable-leader-election", "--cluster.etcd-election-prefix=e"];

/** Two ports that were free a moment ago. */
export const newPeer = async (): Promise<LndPeer> => ({
  restPort: await freePort(),
  rpcPort: await freePort(),
});

/** Starts a node on regtest with its files under `folder`, where it runs, and with these flags added. */
export async function startLndCommand(
  folder: string,
  flags: readonly string[],
  options: LndCommandOptions = {},
): Promise<LndCommand> {
  const { restPort, rpcPort } = options.peer ?? (await newPeer());
  const { lndDir = join(folder, `lnd-${restPort}`), name, signal, isBare = false } = options;
  const process = leaderlab(
    [
      "lnd",
      ...(isBare ? [] : ["--bitcoin.regtest", "--bitcoin.node=nochainbackend"]),
      `--lnddir=${lndDir}`,
      `--restlisten=127.0.0.1:${restPort}`,
      `--rpclisten=127.0.0.1:${rpcPort}`,
      ...flags,
    ],
    {
      cwd: folder,
      ...(signal !== undefined && { signal }),
      ...(name !== undefined && { name }),
    },
  );
  return {
    restPort,
    rpcPort,
    lndDir,
    process,
    get macaroon() {
      const path = join(lndDir, "data/chain/bitcoin/regtest/admin.macaroon");
      return readFileSync(path).toString("hex");
    },
    [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
  };
}
