import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import {
  type LightningNetwork,
  type LndConfig,
  type LndNode,
  parseLndConfig,
  silentLog,
  startLndNode,
} from "@leaderlab/lnd-sim";

/** How a peer is started. */
export interface PeerOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Where its files go; the caller removes it. */
  readonly folder: string;
  /** The network that the cluster is given, too. */
  readonly lightning: LightningNetwork;
  /** Default: free ones. */
  readonly rpcPort?: number;
  readonly restPort?: number;
}

/** A node outside of the cluster: somebody for the cluster to pay and to be paid by. */
export interface Peer extends AsyncDisposable {
  readonly name: string;
  readonly rpcAddress: string;
  readonly restAddress: string;
  readonly tlsCertPath: string;
  readonly macaroonPath: string;
  stop(): Promise<void>;
}

const name = "alice";

/**
 * Starts a node with a wallet and a file of its own, which takes part in no election, and waits until it serves.
 * Rejects with ListenError when a port is taken, with the node's last words when it ends before it serves.
 */
export async function startPeer(options: PeerOptions): Promise<Peer> {
  const { clock, random, folder, lightning, rpcPort = 0, restPort = 0 } = options;
  const config = readFlags([
    `--lnddir=${join(folder, name)}`,
    "--bitcoin.regtest",
    "--bitcoin.node=nochainbackend",
    `--alias=${name}`,
    `--rpclisten=127.0.0.1:${rpcPort}`,
    `--restlisten=127.0.0.1:${restPort}`,
    "--noseedbackup",
  ]);
  const node = await new Promise<LndNode>((resolve, reject) => {
    const started = startLndNode(config, {
      clock,
      random,
      lightning,
      log: silentLog,
      onEvent: (event) => {
        if (event.kind === "state" && event.state === "SERVER_ACTIVE") resolve(started);
        if (event.kind === "exited") reject(new Error(`${name} ended: ${event.exit.message}`));
      },
    });
    started.catch(reject);
  });
  const stop = async () => {
    await node.stop();
  };
  return {
    name,
    rpcAddress: node.rpcAddresses[0] ?? "",
    restAddress: node.restAddresses[0] ?? "",
    tlsCertPath: config.tls.certPath,
    macaroonPath: config.macaroons.paths.admin,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function readFlags(flags: readonly string[]): LndConfig {
  const outcome = parseLndConfig(flags);
  if (outcome.outcome === "config") return outcome.config;
  throw new Error(outcome.stderr.at(-1) ?? "the peer's flags were refused");
}
