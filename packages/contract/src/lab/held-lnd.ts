import { createHash } from "node:crypto";
import type { Clock, Random } from "@leaderlab/clock";
import {
  type LndNode,
  parseLndConfig,
  type StretchSecret,
  silentLog,
  startLndNode,
  thisMachine,
  type WalletState,
} from "@leaderlab/lnd-sim";
import type { HeldPorts } from "./held-node.ts";

/** How a simulated lnd is started to be held. */
export interface HeldLndOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly lndDir: string;
  /** 0 for a free port. */
  readonly ports: HeldPorts;
  /** Beside those that every node has. */
  readonly flags: readonly string[];
  /** In which it is held. */
  readonly state: WalletState;
}

/** A simulated lnd in its state. */
export interface HeldLnd {
  readonly ports: HeldPorts;
  /** Lets it go on, as far as that state; resolves when it is there. It never goes back. */
  goOn(state: WalletState): Promise<void>;
  stop(): Promise<void>;
}

/** The wallets of a lab have nothing to guard: their passwords need not be hard to guess. */
const quickHash: StretchSecret = async (secret, salt, { bytes }) =>
  createHash("shake256", { outputLength: bytes }).update(salt).update(secret).digest();

const everyNode = ["--bitcoin.regtest", "--bitcoin.node=nochainbackend"] as const;

/**
 * Starts a node and waits until it is in its state. Rejects with a ListenError when a port is taken, and with an Error
 * when the node ends before it gets there.
 */
export async function startHeldLnd(options: HeldLndOptions): Promise<HeldLnd> {
  const { clock, random, lndDir, ports, flags, state } = options;
  const outcome = parseLndConfig([
    ...everyNode,
    `--lnddir=${lndDir}`,
    `--restlisten=127.0.0.1:${ports.rest}`,
    `--rpclisten=127.0.0.1:${ports.rpc}`,
    ...flags,
  ]);
  if (outcome.outcome !== "config") throw new Error(outcome.stderr.join("\n"));
  const listeners = new Set<() => void>();
  const lnd = await startLndNode(outcome.config, {
    clock,
    random,
    log: silentLog,
    surroundings: { ...thisMachine, stretchSecret: quickHash },
    onEvent: () => {
      for (const listener of listeners) listener();
    },
  });
  const reach = (wanted: WalletState) => {
    const reached = new Promise<void>((resolve) => {
      const listener = () => {
        if (lnd.state === wanted) resolve();
      };
      listeners.add(listener);
      listener();
    });
    return Promise.race([reached, endOf(lnd, wanted)]).finally(() => listeners.clear());
  };
  await reach(state);
  return {
    ports: { rest: portOf(lnd.restAddresses), rpc: portOf(lnd.rpcAddresses) },
    goOn: (wanted) => {
      const isServing = wanted === "SERVER_ACTIVE";
      lnd.knobs.turn({ holdIn: isServing ? null : wanted, syncedToChain: isServing });
      return reach(wanted);
    },
    stop: async () => void (await lnd.kill()),
  };
}

async function endOf({ exited }: LndNode, state: WalletState): Promise<never> {
  const { code, message = "" } = await exited;
  throw new Error(`the node ended with exit code ${code} before it was in ${state}: ${message}`);
}

const portOf = ([address = ""]: readonly string[]) => Number(address.split(":").at(-1));
