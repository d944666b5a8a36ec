import type { Terminal } from "../terminal.ts";
import type { Connection } from "./connect.ts";
import type { Flag, FlagValues } from "./flag.ts";

/** What a verb works with. */
export interface VerbCall {
  readonly terminal: Terminal;
  /** The verb's own flags. */
  readonly flags: FlagValues;
  /** What stands behind the verb and is no flag. */
  readonly rest: readonly string[];
  /** Throws LncliError when the global flags give none; is there before the verb runs, unless it `connectsLate`. */
  readonly connection: Connection;
  /** Prints the verb's help, for a call of which it makes nothing. */
  showHelp(): undefined;
}

/**
 * Does what a verb is for, and writes its answer to the terminal. Rejects with an LncliError or an RpcError, which
 * lncli ends with.
 */
export type RunVerb = (call: VerbCall) => Promise<void>;

/** One verb of lncli. */
export interface Verb {
  readonly name: string;
  /** The heading that it stands under in the help; left out: none. */
  readonly category?: string;
  /** One line of help. */
  readonly usage: string;
  /** More lines of help. */
  readonly description?: readonly string[];
  readonly flags?: readonly Flag[];
  /** What its help says that it takes besides flags. */
  readonly takes?: string;
  /** Whether a macaroon goes with its calls. The State and WalletUnlocker services take none. */
  readonly needsMacaroon: boolean;
  /** Looks at its arguments before it looks for macaroon and certificate, or does without them. */
  readonly connectsLate?: true;
  /** A refusal of the node is told as it is: lncli has forgotten to put it into better words. */
  readonly isUndecorated?: true;
  /** Loaded when it is asked for: a probe that runs each second must not pay for the other verbs. */
  readonly load: () => Promise<RunVerb>;
}
