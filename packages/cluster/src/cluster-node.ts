import {
  type KnobSettings,
  type LightningNetwork,
  type LndConfig,
  type LndNode,
  type NodeEvent,
  type NodeExit,
  silentLog,
  startLndNode,
  type WalletState,
} from "@leaderlab/lnd-sim";
import type { RpcClient } from "@leaderlab/rpc/client";
import type { Host } from "./fabric.ts";
import { type NodeFlagsOptions, nodeFlags } from "./node-flags.ts";
import type { Timeline } from "./timeline.ts";

/** How it is with a node's process. */
export type NodeStatus = "running" | "stopping" | "stopped" | "killed" | "exited";

/** What a cluster gives each of its nodes. */
export interface ClusterNodeParts {
  /** What the node runs on. */
  readonly host: Host;
  readonly timeline: Timeline;
  readonly lightning: LightningNetwork;
  readonly password: string;
}

/** Something that is asked of a node in the wrong moment, such as to kill it twice. */
export class NodeStateError extends Error {
  override readonly name = "NodeStateError";
}

/** One node of a cluster: a place with a name and ports, in which an lnd runs, or does not. */
export class ClusterNode {
  readonly name: string;
  readonly #parts: ClusterNodeParts;
  #flags: NodeFlagsOptions;
  #config: LndConfig;
  #lnd: LndNode | undefined;
  #status: NodeStatus = "stopped";
  #isElected = false;
  #knobs: KnobSettings;
  #isResigning = false;
  /** The lease that ran out under a leader that has not written since. */
  #lostLease: string | undefined;

  constructor(flags: NodeFlagsOptions, parts: ClusterNodeParts) {
    this.name = flags.name;
    this.#parts = parts;
    this.#flags = flags;
    this.#config = parts.host.readConfig(nodeFlags(flags));
    this.#knobs = this.#config.knobs;
    parts.timeline.onEvent((event) => {
      if (event.kind === "leaseExpired" && event.lease === this.leaseId?.toString(16)) {
        this.#lostLease = event.lease;
      }
    });
  }

  get status(): NodeStatus {
    return this.#status;
  }

  /** The wallet state; undefined when no process runs. */
  get state(): WalletState | undefined {
    return this.#isUp ? this.#lnd?.state : undefined;
  }

  /** Whether it has won the election and its process runs; etcd may see it otherwise by now. */
  get isElected(): boolean {
    return this.#isUp && this.#isElected;
  }

  get #isUp(): boolean {
    return this.#status === "running" || this.#status === "stopping";
  }

  get rpcAddress(): string {
    return this.#flags.rpcAddress;
  }

  get restAddress(): string {
    return this.#flags.restAddress;
  }

  get tlsCertPath(): string {
    return this.#config.tls.certPath;
  }

  get macaroonPath(): string {
    return this.#config.macaroons.paths.admin;
  }

  /** How it behaves beyond lnd's own flags, in this life and in those to come. */
  get knobs(): KnobSettings {
    return this.#knobs;
  }

  /** Turns knobs, of a node that runs or of one that will. */
  turn(changes: Partial<KnobSettings>): void {
    this.#knobs = { ...this.#knobs, ...changes };
    if (this.#isUp) this.#lnd?.knobs.turn(changes);
    this.#parts.timeline.append({ kind: "knobsTurned", node: this.name, changes });
  }

  /** The flags with which this node runs as a process of its own. */
  get flags(): readonly string[] {
    return nodeFlags(this.#flags);
  }

  /** Whether it has given its leadership up by itself in its present or last life, or is about to. */
  get isResigning(): boolean {
    return this.#isResigning;
  }

  /** The lease of its last campaign. */
  get leaseId(): bigint | undefined {
    return this.#lnd?.standing?.leaseId;
  }

  /** The create revision of the key of its last campaign: its place in the queue; 0 before there is one. */
  get keyRevision(): number {
    return this.#lnd?.standing?.revision ?? 0;
  }

  /** What is left of the lease as the node knows it; after a kill it runs out. */
  get leaseRemainingMs(): number | undefined {
    const standing = this.#lnd?.standing;
    if (standing === undefined) return undefined;
    return Math.max(0, standing.deadlineMs - this.#parts.host.clock.now());
  }

  /** Starts the process. Rejects with ListenError when a port is taken, with NodeStateError when it runs already. */
  async start(): Promise<void> {
    if (this.#isUp) throw new NodeStateError(`${this.name} is running already`);
    const { host, timeline } = this.#parts;
    this.#status = "running";
    this.#isElected = false;
    this.#isResigning = false;
    this.#lostLease = undefined;
    try {
      this.#lnd = await startLndNode(
        { ...this.#config, knobs: this.#knobs },
        {
          ...host.boot(),
          lightning: this.#parts.lightning,
          log: silentLog,
          onEvent: (event) => this.#tell(event),
        },
      );
    } catch (error) {
      this.#status = "stopped";
      throw error;
    }
    this.#keepPorts(this.#lnd);
    timeline.append({ kind: "nodeStarted", node: this.name });
  }

  /** Ports that the system chose are kept, so that a restarted node is found where it was. */
  #keepPorts(lnd: LndNode): void {
    const [rpcAddress = this.rpcAddress] = lnd.rpcAddresses;
    const [restAddress = this.restAddress] = lnd.restAddresses;
    if (rpcAddress === this.rpcAddress && restAddress === this.restAddress) return;
    this.#flags = { ...this.#flags, rpcAddress, restAddress };
    this.#config = this.#parts.host.readConfig(this.flags);
  }

  /** Ends the process at once and without a word, also one that hangs in its shutdown; the lease must run out. */
  async kill(): Promise<void> {
    const lnd = this.#process("kill", "running", "stopping");
    this.#status = "killed";
    this.#parts.timeline.append({ kind: "killed", node: this.name });
    await lnd.kill();
    this.#parts.host.clock.end();
  }

  /** Stops the process as SIGTERM does: a leader resigns. */
  async stop(): Promise<NodeExit> {
    const lnd = this.#process("stop", "running");
    this.#status = "stopping";
    this.#parts.timeline.append({ kind: "stopping", node: this.name });
    return lnd.stop();
  }

  /** Freezes the process as SIGSTOP does. Rejects with NodeStateError when none runs, or it is frozen already. */
  async pause(): Promise<void> {
    this.#process("pause", "running");
    if (this.isPaused) throw new NodeStateError(`${this.name} is paused already`);
    await this.#parts.host.pause();
    this.#parts.timeline.append({ kind: "paused", node: this.name });
  }

  /** Lets a frozen process go on, as SIGCONT does. Rejects with NodeStateError when it is not frozen. */
  async resume(): Promise<void> {
    if (!this.isPaused) throw new NodeStateError(`${this.name} is not paused`);
    this.#parts.timeline.append({ kind: "resumed", node: this.name });
    await this.#parts.host.resume();
  }

  /** Whether its process is frozen. */
  get isPaused(): boolean {
    return this.#isUp && this.#parts.host.clock.isPaused;
  }

  /** Lets the clocks of this node's processes, this one and later ones, go faster (above 0) or slower. */
  drift(partsPerMillion: number): void {
    this.#parts.host.clock.setDrift(partsPerMillion);
  }

  /** How much faster its clock goes than the cluster's, in parts per million. */
  get driftPartsPerMillion(): number {
    return this.#parts.host.clock.driftPartsPerMillion;
  }

  /** A client of its gRPC, over the link `client:NAME`. Nothing is dialled yet; the caller closes it. */
  connect(): RpcClient {
    return this.#parts.host.connect(this);
  }

  /** The admin macaroon in hexadecimal, as it goes with a call. Throws what node:fs throws when there is none yet. */
  get adminMacaroon(): string {
    return this.#parts.host.readFile(this.macaroonPath).toString("hex");
  }

  /** Stops the process if there is one, then starts it anew. */
  async restart(): Promise<void> {
    if (this.#status === "running") await this.stop();
    else await this.#lnd?.exited;
    await this.start();
  }

  /** The process, while its status is one of these. Throws a NodeStateError at another time. */
  #process(verb: string, ...statuses: readonly NodeStatus[]): LndNode {
    if (statuses.includes(this.#status) && this.#lnd !== undefined) return this.#lnd;
    throw new NodeStateError(`cannot ${verb} ${this.name}: it is ${this.#status}`);
  }

  #tell(event: NodeEvent): void {
    const { timeline } = this.#parts;
    const node = this.name;
    switch (event.kind) {
      case "campaigning":
      case "elected":
        if (event.kind === "elected") this.#isElected = true;
        timeline.append({ kind: event.kind, node, lease: event.leaseId.toString(16) });
        return;
      case "resigning":
        this.#isResigning = true;
        return;
      case "committed":
        if (this.#lostLease === undefined) return;
        timeline.append({ kind: "deposedWrite", node, lease: this.#lostLease });
        this.#lostLease = undefined;
        return;
      case "state":
        timeline.append({ kind: "state", node, state: event.state });
        if (event.state === "NON_EXISTING") void this.#createWallet();
        return;
      case "exited":
        if (this.#status !== "killed") {
          this.#status = this.#status === "stopping" ? "stopped" : "exited";
          timeline.append({ kind: "exited", node, ...event.exit });
        }
        return;
      default:
        timeline.append({ kind: event.kind, node });
    }
  }

  /** The lab's wallet creates itself, so that a cluster comes up unattended. */
  async #createWallet(): Promise<void> {
    const { host, password, timeline } = this.#parts;
    const { rpcAddress, tlsCertPath } = this;
    try {
      await host.createWallet({ rpcAddress, tlsCertPath, password });
      timeline.append({ kind: "walletCreated", node: this.name });
    } catch {
      // The node went down meanwhile, and its exit stands in the timeline with its reason.
    }
  }
}
