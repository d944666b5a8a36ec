import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, createSeededRandom } from "@leaderlab/clock";
import {
  type LndNode,
  parseLndConfig,
  silentLog,
  startLndNode,
  type WalletState,
} from "@leaderlab/lnd-sim";

/** A folder that is gone when its scope ends. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), "leaderlab-test-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** One simulated lnd with a database of its own, in this process; it is killed when its scope ends. */
export interface SimulatedNode extends AsyncDisposable {
  readonly lnd: LndNode;
  readonly folder: string;
  /** lncli's global flags for this node. */
  readonly lncliFlags: readonly string[];
  /** Resolves when the node is in this state; at once when it is already. */
  reaches(state: WalletState): Promise<void>;
}

/** Starts a node on free ports; `folder` holds its files and outlives it. Nodes of one seed are one and the same. */
export async function startSimulatedNode(
  folder: string,
  clock: Clock,
  flags: readonly string[] = [],
  seed = 2,
): Promise<SimulatedNode> {
  const outcome = parseLndConfig([
    `--lnddir=${folder}`,
    "--bitcoin.regtest",
    "--bitcoin.node=nochainbackend",
    "--rpclisten=127.0.0.1:0",
    "--restlisten=127.0.0.1:0",
    ...flags,
  ]);
  if (outcome.outcome !== "config") throw new Error(outcome.stderr.join("\n"));
  const listeners = new Set<() => void>();
  const lnd = await startLndNode(outcome.config, {
    clock,
    random: createSeededRandom(seed),
    log: silentLog,
    onEvent: () => {
      for (const listener of listeners) listener();
    },
  });
  return {
    lnd,
    folder,
    lncliFlags: [
      "--network=regtest",
      `--lnddir=${folder}`,
      `--rpcserver=${lnd.rpcAddresses[0] ?? ""}`,
    ],
    reaches: (state) =>
      new Promise((resolve) => {
        const listener = () => {
          if (lnd.state !== state) return;
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
        listener();
      }),
    [Symbol.asyncDispose]: async () => {
      await lnd.kill();
    },
  };
}
