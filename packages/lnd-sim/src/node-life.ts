import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import { withDeadline } from "@leaderlab/election";
import type { Call } from "@leaderlab/rpc";
import { awaitWallet } from "./await-wallet.ts";
import { refreshBackupFile } from "./backup/channel-backup.ts";
import { chainTip } from "./chain-tip.ts";
import type { DatabaseBackend, LndConfig } from "./config/lnd-config.ts";
import type { KeyValueStore } from "./db/key-value-store.ts";
import { observeCommits } from "./db/observe-commits.ts";
import { openStore } from "./db/open-store.ts";
import { Deferred } from "./deferred.ts";
import type { NodeFacts } from "./describe-node.ts";
import { LndError, startupTexts } from "./errors.ts";
import { watchLeadership } from "./health-check.ts";
import { Knobs } from "./knobs/knobs.ts";
import type { LeaderElector, Standing } from "./leader-elector.ts";
import type { Log } from "./log.ts";
import { openMacaroonService } from "./macaroon-service.ts";
import type { NodeEvent, NodeExit } from "./node-events.ts";
import { createLightningNetwork, type LightningNetwork } from "./payments/lightning-network.ts";
import { createServedNode, type ServedNode } from "./served-node.ts";
import { startElector } from "./start-elector.ts";
import { createStateHub, type StateHub } from "./state-hub.ts";
import type { Surroundings } from "./surroundings.ts";
import { type Opened, WalletDoor } from "./wallet-door.ts";
import type { WalletState } from "./wallet-state.ts";

/**
 * How long the steps of a start take, in milliseconds: what a real lnd needs for them on a small machine with cheap
 * password hashing.
 */
const stepMs = { openDatabase: 25, startRpc: 150, startServer: 50 } as const;
const resignTimeoutMs = 5000;
/** Between the answer to StopDaemon and the stop, so that the answer gets out. */
const stopDelayMs = 10;
const killedExitCode = 137;

/** What a life needs from its node. */
export interface NodeLifeParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly surroundings: Surroundings;
  readonly lightning?: LightningNetwork;
  readonly onEvent?: (event: NodeEvent) => void;
}

/**
 * A node's way from its start to its end:
 *
 *     campaign ──► open the database ──► wait for the wallet ──► serve ──► stop: database, resign, ports
 *
 * Any step may be cut short by a request to stop or by a kill. Mirrors: lnd.Main.
 */
export class NodeLife {
  readonly hub: StateHub = createStateHub();
  readonly door: WalletDoor;
  readonly knobs: Knobs;
  readonly #config: LndConfig;
  readonly #parts: NodeLifeParts;
  readonly #startedAt: number;
  /** Aborts when the node is to stop. */
  readonly #stopping = new AbortController();
  /** Aborts when the node is to vanish. */
  readonly #killed = new AbortController();
  readonly #store = new Deferred<KeyValueStore>();
  #elector: LeaderElector | undefined;
  #hasLed = false;
  #served: ServedNode | undefined;

  constructor(config: LndConfig, parts: NodeLifeParts) {
    this.#config = config;
    this.#parts = parts;
    this.#startedAt = Math.floor(parts.clock.unixNow() / 1000);
    this.knobs = new Knobs(config.knobs, parts.clock);
    this.door = new WalletDoor({ ...parts, ...parts.surroundings }, this.#store.promise);
    this.hub.onMove((state) => this.#tell({ kind: "state", state }));
  }

  /** What stands for the node in the election. */
  get standing(): Standing | undefined {
    return this.#elector?.standing;
  }

  /** What GetInfo tells. */
  facts(): NodeFacts {
    const { syncedToChain: isSyncedToChain, blockHeight } = this.knobs.settings;
    const tip = chainTip(this.#config.chainBackend, this.#config.network, this.#startedAt);
    return {
      identityPubkey: this.#served?.identity ?? "",
      alias: this.#config.alias,
      color: this.#config.color,
      network: this.#config.network,
      startedAt: this.#startedAt,
      tip: blockHeight === null ? tip : { ...tip, height: blockHeight },
      isSyncedToChain,
      isServing: this.hub.state === "SERVER_ACTIVE",
    };
  }

  /** Throws an LndError while the wallet is not open. */
  served(): ServedNode {
    if (this.#served === undefined) throw new LndError("serviceNotReady");
    return this.#served;
  }

  /** Rejects with an LndError when the call's macaroon does not allow it. */
  async checkMacaroon(call: Call): Promise<void> {
    if (!this.#config.macaroons.isEnabled) return;
    if (this.#served === undefined) throw new LndError("serviceNotReady");
    await this.#served.macaroons.check(call);
  }

  /** Begins a graceful stop; a second request changes nothing. */
  requestShutdown(reason: string): void {
    const { clock, log } = this.#parts;
    log("INF", "LTND", reason);
    if (this.#stopping.signal.aborted) {
      log("INF", "LTND", "Already shutting down...");
      return;
    }
    log("INF", "LTND", "Shutting down...");
    clock.setTimer(stopDelayMs, () =>
      this.#stopping.abort(new Error(startupTexts.contextCanceled)),
    );
  }

  /** Ends everything without a word. */
  kill(): void {
    this.#killed.abort(new Error("killed"));
    this.#stopping.abort(new Error("killed"));
  }

  /** Lives, and resolves with the end; never rejects. `closePorts` is called last. */
  async run(closePorts: () => Promise<void>): Promise<NodeExit> {
    let exit = await this.#live();
    if (!this.#isKilled) await Promise.race([this.#leave(), aborted(this.#killed.signal)]);
    if (this.#isKilled) exit = { code: killedExitCode };
    await closePorts();
    await this.#disconnect();
    this.#tell({ kind: "exited", exit });
    return exit;
  }

  get #isKilled(): boolean {
    return this.#killed.signal.aborted;
  }

  async #live(): Promise<NodeExit> {
    const { log } = this.#parts;
    try {
      await this.#lead();
      await this.#openDatabase();
      const opened = await this.#awaitWallet();
      await this.#serve(opened);
      log("INF", "LTND", "Gracefully shutting down.");
      return { code: 0 };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!this.#isKilled) log("ERR", "LTND", message);
      return { code: 1, message };
    }
  }

  async #lead(): Promise<void> {
    const { log } = this.#parts;
    const { enableLeaderElection, id } = this.#config.cluster;
    if (!enableLeaderElection) return;
    const { signal } = this.#stopping;
    this.#elector = await startElector(this.#config, this.#parts, signal);
    log("INF", "LTND", `Starting leadership campaign rev="" cluster_id=${id}`);
    const leaseId = await this.#join(this.#elector);
    this.#tell({ kind: "campaigning", leaseId });
    try {
      await this.#elector.campaign(signal);
    } catch (error) {
      throw new Error(startupTexts.campaignFailed((error as Error).message));
    }
    this.#hasLed = true;
    log("INF", "LTND", `Elected as leader rev="" cluster_id=${id}`);
    this.#tell({ kind: "elected", leaseId });
  }

  async #join(elector: LeaderElector): Promise<bigint> {
    try {
      return await elector.join(this.#stopping.signal);
    } catch (error) {
      const reason = (error as Error).message;
      this.#parts.log("ERR", "CLUS", `Unable to start new leader election session: ${reason}`);
      throw error;
    }
  }

  async #openDatabase(): Promise<void> {
    const { clock, log } = this.#parts;
    await this.#beforeLeaving("WAITING_TO_START");
    const startMs = clock.now();
    const { signal } = this.#stopping;
    log("INF", "LTND", "Opening the main database, this might take a few minutes...");
    log("INF", "LTND", openingText(this.#config.db.backend));
    await clock.sleep(stepMs.openDatabase, signal);
    await this.#migrate();
    const store = await openStore(this.#config, this.#parts, signal);
    this.#store.resolve(observeCommits(store, () => this.#tell({ kind: "committed" })));
    const tookMs = (clock.now() - startMs).toFixed(2);
    log("INF", "LTND", `Database(s) now open (time_to_open=${tookMs}ms)!`);
  }

  /** The wallet, unless the node is to stop first. */
  async #awaitWallet(): Promise<Opened> {
    const { door, hub } = this;
    const stopped = aborted(this.#stopping.signal).then(() => {
      throw new Error(startupTexts.walletListeners(startupTexts.shuttingDown));
    });
    const opened = awaitWallet({
      config: this.#config,
      door,
      hub,
      beforeLeaving: (state) => this.#beforeLeaving(state),
      log: this.#parts.log,
      random: this.#parts.random,
      files: this.#parts.surroundings.files,
      nowUnixSeconds: this.#startedAt,
    });
    return Promise.race([opened, stopped]);
  }

  /** From the open wallet to a running server, until the node is to stop. */
  async #serve(opened: Opened): Promise<void> {
    const { clock } = this.#parts;
    const { signal } = this.#stopping;
    this.hub.move("UNLOCKED");
    this.#served = await this.#createServed(opened);
    opened.reply(this.#served.macaroons.adminMacaroon);
    try {
      await this.#beforeLeaving("UNLOCKED");
      await clock.sleep(stepMs.startRpc, signal);
      this.hub.move("RPC_ACTIVE");
      await this.#beforeLeaving("RPC_ACTIVE");
      // neutrino has no peers here, and lnd waits for its first headers.
      if (this.#config.chainBackend === "neutrino") await aborted(signal);
      signal.throwIfAborted();
      await clock.sleep(stepMs.startServer, signal);
      this.#refreshBackup(this.#served);
      this.hub.move("SERVER_ACTIVE");
      this.#resumePayments(this.#served);
      await Promise.race([this.#watchLeadership(), aborted(signal)]);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #refreshBackup({ backup }: ServedNode): void {
    const path = join(this.#config.networkDir, "channel.backup");
    refreshBackupFile(this.#parts.surroundings.files, path, backup);
  }

  /** What was under way when the last leader ended goes on; a database that is away does not end this one. */
  #resumePayments({ payments }: ServedNode): void {
    payments.resume().catch((error) => {
      if (!this.#stopping.signal.aborted) this.#parts.log("ERR", "CRTR", String(error));
    });
  }

  async #createServed(opened: Opened): Promise<ServedNode> {
    const store = await this.#store.promise;
    const macaroons = await openMacaroonService(opened, {
      ...this.#parts,
      files: this.#parts.surroundings.files,
      store,
      config: this.#config.macaroons,
    });
    return createServedNode({
      ...this.#parts,
      lightning: this.#parts.lightning ?? createLightningNetwork(),
      config: this.#config,
      store,
      entropy: opened.wallet.entropy,
      macaroons,
      blockHeight: () => this.facts().tip.height,
      signal: this.#stopping.signal,
    });
  }

  async #watchLeadership(): Promise<void> {
    const { clock, log } = this.#parts;
    const { signal } = this.#stopping;
    if (this.#elector === undefined) return aborted(signal);
    const parts = { elector: this.#elector, clock, log, signal };
    if ((await watchLeadership(this.#config.leaderCheck, parts)) === "lost") {
      this.#tell({ kind: "leadershipLost" });
      log("INF", "SRVR", "Sending request for shutdown");
      this.requestShutdown("Received shutdown request.");
    }
    await aborted(signal);
  }

  /** What a node does on its way out: it lets go of the database, then of its leadership. */
  async #leave(): Promise<void> {
    const { clock, log } = this.#parts;
    await this.#closeStore();
    const elector = this.#elector;
    if (!this.#hasLed || elector === undefined || this.#isKilled) return;
    const { id } = this.#config.cluster;
    log("INF", "LTND", `Attempting to resign from leader role rev="" cluster_id=${id}`);
    this.#tell({ kind: "resigning" });
    try {
      const killed = this.#killed.signal;
      await withDeadline(clock, resignTimeoutMs, (signal) =>
        elector.resign(AbortSignal.any([signal, killed])),
      );
      this.#tell({ kind: "resigned" });
    } catch (error) {
      if (this.#isKilled) return;
      log("ERR", "LTND", `Leader elector failed to resign: ${(error as Error).message}`);
    }
  }

  async #disconnect(): Promise<void> {
    await this.#closeStore();
    await this.#elector?.close();
  }

  async #closeStore(): Promise<void> {
    this.#store.reject(new Error("the database is closed"));
    const store = await this.#store.promise.catch(() => undefined);
    await store?.close();
  }

  /** Waits here when the node is to stay in this state; rejects when it is to fail in it or to stop. */
  #beforeLeaving(state: WalletState): Promise<void> {
    return this.knobs.beforeLeaving(state, this.#stopping.signal, () =>
      this.#parts.log("INF", "LTND", `Held in ${state} by --sim.hold-in`),
    );
  }

  /** A node that migrates says WAITING_TO_START, as one that waits for its turn does. */
  async #migrate(): Promise<void> {
    const { migrationMs } = this.knobs.settings;
    if (migrationMs === 0) return;
    const { clock, log } = this.#parts;
    log("INF", "CHDB", `Performing database schema migration (--sim.migration-time)`);
    await clock.sleep(migrationMs, this.#stopping.signal);
  }

  #tell(event: NodeEvent): void {
    this.#parts.onEvent?.(event);
  }
}

/** Mirrors: lnd BuildDatabase. */
function openingText(backend: DatabaseBackend): string {
  const isRemote = backend === "etcd" || backend === "postgres";
  const instances = "graph and channel state DB instances";
  if (!isRemote) return `Creating local ${instances}`;
  return `Using remote ${backend} database! Creating ${instances}`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
