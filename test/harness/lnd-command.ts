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

/** Starts a node on regtest with its files under `folder`, where it runs, and with these flags added. */
export async function startLndCommand(
  folder: string,
  flags: readonly string[],
  signal?: AbortSignal,
): Promise<LndCommand> {
  const [restPort, rpcPort] = [await freePort(), await freePort()];
  const lndDir = join(folder, `lnd-${restPort}`);
  const process = leaderlab(
    [
      "lnd",
      "--bitcoin.regtest",
      "--bitcoin.node=nochainbackend",
      `--lnddir=${lndDir}`,
      `--restlisten=127.0.0.1:${restPort}`,
      `--rpclisten=127.0.0.1:${rpcPort}`,
      ...flags,
    ],
    { cwd: folder, ...(signal !== undefined && { signal }) },
  );
  return {
    restPort,
    rpcPort,
    lndDir,
    process,
    [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
  };
}
