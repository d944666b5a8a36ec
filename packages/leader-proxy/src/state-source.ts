import type { WalletState } from "@leaderlab/proto/lnd";
import type { Backend } from "./backend.ts";

/** Makes connections to the State service of backends: over sockets, or over a network in memory. */
export interface StateSource {
  /** Begins to connect; what fails comes out of the connection's calls. */
  connect(backend: Backend): StateConnection;
}

/**
 * One connection to one backend, for as long as it lives: never dialled anew, so that all of its answers come from one
 * process.
 */
export interface StateConnection {
  /** The present state, then each change (SubscribeState). Throws an Error when the connection breaks; called once. */
  states(): AsyncIterable<WalletState>;
  /** The present state (GetState). Rejects with an Error when the connection breaks. */
  state(): Promise<WalletState>;
  /** Cuts it at once, whatever the other side does; what waits for it fails. A second time it does nothing. */
  close(): void;
}
