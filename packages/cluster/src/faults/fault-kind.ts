import type { z } from "zod";
import type { LinkName } from "./link-name.ts";
import type { Direction, Toxic } from "./toxic.ts";

/** What a cluster's parts are connected by: real sockets, or memory on a virtual clock. */
export type FabricKind = "sockets" | "memory";

/** Makes good what a fault did; it is called once. */
export type Undo = () => void | Promise<void>;

/** Something that etcd does wrong by itself, as `EtcdServer.injectFault` of etcd-server takes it. */
export interface RpcFault {
  readonly method: string;
  readonly code?: string;
  readonly text?: string;
  readonly delayMs?: number;
  readonly rate?: number;
  readonly count?: number;
}

/** A toxic and where it is to work. */
export interface Poisoning {
  readonly link: LinkName;
  readonly direction: Direction | "both";
  readonly toxic: Toxic;
}

/**
 * What faults strike: each fabric has one. Every method throws (or rejects with) a FaultError for what this cluster
 * does not have or cannot do, by name.
 */
export interface FaultTargets {
  readonly fabric: FabricKind;
  /** Lets a toxic work on every link that is meant, on living connections too. */
  poison(poisoning: Poisoning): Undo | Promise<Undo>;
  /** Freezes a node as SIGSTOP does. */
  pauseNode(node: string): Undo | Promise<Undo>;
  /** Lets a node's clock go faster (above 0) or slower than the cluster's. */
  driftClock(node: string, partsPerMillion: number): Undo | Promise<Undo>;
  /** Ends etcd's process; undoing it starts one anew with the state of the old. */
  stopEtcd(): Undo | Promise<Undo>;
  strikeRpc(fault: RpcFault): Undo | Promise<Undo>;
}

/** A fault that cannot be: its fields are wrong, or this cluster has no place for it. The message says what can. */
export class FaultError extends Error {
  override readonly name = "FaultError";
}

/** One kind of fault: all there is to say about it, in one file. */
export interface FaultKind<Schema extends z.ZodType = z.ZodType> {
  /** The fields, `kind` included: types, JSON schema and validation come from it. */
  readonly schema: Schema;
  /** What it strikes. */
  readonly on: "link" | "node" | "etcd";
  /** Where it can be had. */
  readonly fabrics: readonly FabricKind[];
  /** What it does, as one sentence without a full stop, for help texts and menus. */
  readonly summary: string;
  /** One fault of this kind in words: `lnd-1:etcd carries nothing`. */
  describe(spec: z.infer<Schema>): string;
  start(spec: z.infer<Schema>, targets: FaultTargets): Undo | Promise<Undo>;
}

/** Both fabrics. */
export const everyFabric: readonly FabricKind[] = ["sockets", "memory"];
