import type { WalletState } from "../wallet-state.ts";

/**
 * How a simulated node behaves beyond what lnd's own flags say: for trying probes, proxies and patience. All of it can
 * be given as `--sim.…` at the start and changed while the node runs.
 */
export interface KnobSettings {
  /** The node goes no further than this state; null: it goes all the way. */
  readonly holdIn: WalletState | null;
  /** The node ends with exit code 1 when it would leave this state; null: it does not. */
  readonly failIn: WalletState | null;
  /** How much longer the node stays in a state before it leaves it. */
  readonly stateDelayMs: { readonly [S in WalletState]?: number };
  /** How long the database migrates after the election, while the node still says WAITING_TO_START. */
  readonly migrationMs: number;
  /** GetInfo's synced_to_chain. */
  readonly syncedToChain: boolean;
  /** GetInfo's block_height; null: what the chain backend makes it. */
  readonly blockHeight: number | null;
  /**
   * How long calls wait before they are answered, by method (`GetInfo`, `Lightning.GetInfo`, or `*` for all); null: they
   * hang until the client gives up. Calls that run already are not held back.
   */
  readonly callDelayMs: { readonly [method: string]: number | null };
}

/** A node that behaves as lnd does. */
export const plainKnobs: KnobSettings = {
  holdIn: null,
  failIn: null,
  stateDelayMs: {},
  migrationMs: 0,
  syncedToChain: false,
  blockHeight: null,
  callDelayMs: {},
};
