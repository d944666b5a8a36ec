import type { Clock, Random } from "@leaderlab/clock";
import type { HeldState } from "../check-report.ts";

/** Where a node is to listen; both on 127.0.0.1. */
export interface HeldPorts {
  readonly rest: number;
  readonly rpc: number;
}

export interface HeldLabOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Where nodes are to listen, by state; left out: free ports. */
  readonly ports?: { readonly [S in HeldState]?: HeldPorts };
}

/** How a node is asked for. */
export interface HeldNodeOptions {
  /** How late `slow` answers; default 1000, Kubernetes' timeout. Nothing else looks at it. */
  readonly slowMs?: number;
}

/** A node that is held in a state, on real ports of 127.0.0.1. */
export interface HeldNode {
  readonly state: HeldState;
  readonly ports: HeldPorts;
  /**
   * Other ways of being in this state, by name: a node that answers garbage does so in plain bytes or as HTTP. Empty
   * for the others.
   */
  readonly guises: readonly { readonly name: string; readonly ports: HeldPorts }[];
  /** lnd's folder, with `tls.cert` and, where there is a wallet, its macaroons. The network is regtest. */
  readonly lndDir: string;
  readonly certificatePath: string;
  /** The admin macaroon's file; without a wallet it is not there. */
  readonly macaroonPath: string;
}

/** Nodes held in every state. A node is started when it is asked for first. */
export interface HeldLab extends AsyncDisposable {
  /** Rejects with lnd-sim's ListenError, or Node's error, when a port that was asked for is taken. */
  node(state: HeldState, options?: HeldNodeOptions): Promise<HeldNode>;
  /** Ends every node, cuts every connection and removes all files. */
  stop(): Promise<void>;
}

/** Makes a lab; nothing is started yet but its folder, which only this user can read. */
export async function startHeldLab(_options: HeldLabOptions): Promise<HeldLab> {
  throw new Error("not built yet");
}
