import type { HeldState } from "../check-report.ts";

/** Where a node listens; both on 127.0.0.1. */
export interface HeldPorts {
  readonly rest: number;
  readonly rpc: number;
}

/** A node that is held in a state, on real ports of 127.0.0.1. */
export interface HeldNode {
  readonly state: HeldState;
  readonly ports: HeldPorts;
  /**
   * Other ways of being in this state, by name: what answers garbage does so in plain bytes, or as HTTP. Empty for
   * most.
   */
  readonly guises: readonly { readonly name: string; readonly ports: HeldPorts }[];
  /** lnd's folder, with `tls.cert` and, where there is a wallet, its macaroons. The network is regtest. */
  readonly lndDir: string;
  readonly certificatePath: string;
  /** The admin macaroon's file; without a wallet it is not there. */
  readonly macaroonPath: string;
}

/** A node that can be moved to another state, and let go. */
export interface HeldPlace extends HeldNode {
  /**
   * Holds another state at the same ports. Where a living lnd could get there by itself, such as from RPC_ACTIVE to
   * SERVER_ACTIVE or, with SIGSTOP and SIGCONT, to `stopped-leader` and back, connections stay and streams tell of it;
   * else it is a restart.
   */
  turn(state: HeldState): Promise<void>;
  /** Its ports are free and its connections cut when this resolves. */
  release(): Promise<void>;
}
