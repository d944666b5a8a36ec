import type { Clock, Random } from "@leaderlab/clock";
import { createRouter } from "@leaderlab/rpc";
import type { LndConfig } from "./config/lnd-config.ts";
import type { Knobs } from "./knobs/knobs.ts";
import type { Standing } from "./leader-elector.ts";
import type { Log } from "./log.ts";
import { LogLevels } from "./log-levels.ts";
import type { NodeEvent, NodeExit } from "./node-events.ts";
import { NodeLife } from "./node-life.ts";
import { createFolderNetwork } from "./payments/folder-network.ts";
import type { LightningNetwork } from "./payments/lightning-network.ts";
import { createLndServices } from "./services/lnd-services.ts";
import type { OpenPorts, Surroundings } from "./surroundings.ts";
import { thisMachine } from "./this-machine.ts";
import { checkRpcAllowed, needsMacaroon, type WalletState } from "./wallet-state.ts";

/** What a node is made of besides its configuration. */
export interface LndNodeParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** What it runs on; left out: this machine. */
  readonly surroundings?: Surroundings;
  /** Who can be paid, and pay; left out: who is in `--sim.lightning-network`, or nobody. */
  readonly lightning?: LightningNetwork;
  /** Told of everything that happens, in order. */
  readonly onEvent?: (event: NodeEvent) => void;
}

/** A simulated lnd whose ports are open. */
export interface LndNode extends AsyncDisposable {
  /** `--cluster.id` */
  readonly id: string;
  readonly state: WalletState;
  /** What stands for it in the election; undefined before the campaign and without election. */
  readonly standing: Standing | undefined;
  /** `127.0.0.1:10009`, in the order of the flags. */
  readonly rpcAddresses: readonly string[];
  readonly restAddresses: readonly string[];
  /** Resolves when the node is gone, and says how its process would have ended. Never rejects. */
  readonly exited: Promise<NodeExit>;
  /** Asks for a graceful stop, as a signal does: a leader resigns, a waiting follower leaves its key behind. */
  stop(signal?: "interrupt" | "terminated"): Promise<NodeExit>;
  /** How it behaves beyond lnd's own flags. */
  readonly knobs: Knobs;
  /** Drops everything at once, as `kill -9`: nothing is resigned, nothing is said. */
  kill(): Promise<NodeExit>;
}

/**
 * Starts a node: certificate and ports first, before etcd is even looked for, then everything else by itself. Rejects
 * with ListenError when a port cannot be had.
 */
export async function startLndNode(config: LndConfig, given: LndNodeParts): Promise<LndNode> {
  const logLevels = new LogLevels(config.debugLevels);
  const { surroundings = thisMachine } = given;
  const log = logLevels.filter(given.log);
  const parts = { ...given, ...networkOf(config, given), surroundings, log };
  const { clock, random } = parts;
  const life = new NodeLife(config, parts);
  const router = createRouter({
    implementations: createLndServices({
      hub: life.hub,
      door: life.door,
      macaroonPaths: config.macaroons.paths,
      clock,
      random,
      files: surroundings.files,
      stretchSecret: surroundings.stretchSecret,
      facts: () => life.facts(),
      served: () => life.served(),
      requestShutdown: () => life.requestShutdown("Received shutdown request."),
      logLevels,
      hasMacaroons: config.macaroons.isEnabled,
    }),
    gates: [
      (call) => life.knobs.beforeCall(call),
      (call) => {
        const refusal = checkRpcAllowed(life.hub.state, call.method.path);
        if (refusal !== undefined) throw refusal;
      },
      async (call) => {
        if (needsMacaroon(call.method.path)) await life.checkMacaroon(call);
      },
    ],
    onFault: (error, call) => log("ERR", "RPCS", `${call.method.path}: ${describe(error)}`),
  });
  for (const folder of config.folders) surroundings.files.makeFolder(folder);
  const ports = await surroundings.openPorts(router, { config, clock, random, log });
  return runNode(config, life, ports);
}

function networkOf(config: LndConfig, { lightning, clock }: LndNodeParts) {
  const folder = config.lightningNetworkDir;
  if (lightning !== undefined || folder === "") return {};
  return { lightning: createFolderNetwork(folder, clock) };
}

function runNode(config: LndConfig, life: NodeLife, ports: OpenPorts): LndNode {
  const exited = life.run(() => ports.stop());
  const stop = (signal: "interrupt" | "terminated" = "terminated") => {
    life.requestShutdown(`Received ${signal}`);
    return exited;
  };
  return {
    id: config.cluster.id,
    get state() {
      return life.hub.state;
    },
    get standing() {
      return life.standing;
    },
    rpcAddresses: ports.rpcAddresses,
    restAddresses: ports.restAddresses,
    exited,
    stop,
    knobs: life.knobs,
    kill: () => {
      life.kill();
      return exited;
    },
    [Symbol.asyncDispose]: async () => {
      await stop();
    },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
