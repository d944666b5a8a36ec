import {
  type Clock,
  createHostClock,
  type HostClock,
  nothingSettled,
  type Random,
  type Timer,
} from "@leaderlab/clock";
import { createEtcd, type Etcd, EtcdError, type WatchStream } from "@leaderlab/etcd-core";
import type { RpcFault, Undo } from "../faults/fault-kind.ts";
import type { EtcdAnswer, EtcdQuestion, EtcdReply, EtcdRequest } from "./etcd-messages.ts";
import {
  toCoreRange,
  toCoreRead,
  toCoreTxn,
  toPortRange,
  toPortTxn,
  toPortWatch,
} from "./etcd-words.ts";
import type { Endpoint, NetworkHost } from "./memory-connection.ts";
import type { MemoryNetwork } from "./memory-network.ts";
import { type Passage, RpcFaults } from "./rpc-faults.ts";

/** What a simulated etcd is made of. */
export interface MemoryEtcdOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly network: MemoryNetwork;
  /** `10.0.0.1:2379` */
  readonly address: string;
  /** The most operations in one transaction. */
  readonly maxTxnOps: number;
  /** Is put before the core of each process. */
  readonly dress: (core: Etcd) => Etcd;
}

/** How much later than its TTL a lease runs out after a restart: etcd's election timeout. Mirrors: lessor.Promote. */
const promotionMs = 1000;

/**
 * etcd as a process on a host of the network: etcd-core behind connections in memory. When it is stopped its
 * connections break and nobody listens; when it is started again it has its keys, and every lease has its whole TTL
 * before it, since etcd does not write down how much of it is gone.
 */
export class MemoryEtcd implements NetworkHost {
  readonly name = "etcd";
  readonly address: string;
  readonly #options: MemoryEtcdOptions;
  readonly #faults: RpcFaults;
  #clock: HostClock;
  #core: Etcd;
  #isRunning = false;
  #unlisten: () => void = () => {};
  #timer: Timer | undefined;
  #dueMs: number | undefined;
  readonly #clients = new Set<EtcdClientConnection>();

  constructor(options: MemoryEtcdOptions) {
    this.address = options.address;
    this.#options = options;
    this.#clock = createHostClock(options.clock);
    this.#core = this.#createCore();
    this.#faults = new RpcFaults(options.random);
    this.start();
  }

  /** The clock of its present process. */
  get clock(): HostClock {
    return this.#clock;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** The store, for who looks in from outside. */
  get core(): Etcd {
    return this.#core;
  }

  /** Ends the process; the keys are on its disk. A second time it does nothing. */
  stop(): void {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.#unlisten();
    for (const client of [...this.#clients]) client.close();
    this.#clients.clear();
    this.#timer = undefined;
    this.#dueMs = undefined;
    this.#clock.end();
  }

  /** Starts a process with the state of the last one. While one runs it does nothing. */
  start(): void {
    if (this.#isRunning) return;
    const { clock, network } = this.#options;
    const state = this.#core.exportState();
    const leases = state.leases.map((lease) => ({
      ...lease,
      remainingMs: lease.grantedTtlSeconds * 1000 + promotionMs,
    }));
    this.#clock = createHostClock(clock);
    this.#core = this.#createCore();
    this.#core.importState({ ...state, leases });
    this.#isRunning = true;
    this.#unlisten = network.listen(this.address, this, (endpoint) => {
      this.#clients.add(new EtcdClientConnection(this, endpoint));
    });
    this.#arm();
  }

  /** Lets etcd refuse or delay requests of a method. */
  strike(fault: RpcFault): Undo {
    return this.#faults.strike(fault);
  }

  /** For connections: does a request on the core, at the present moment. */
  apply<T>(work: (core: Etcd) => T): T {
    this.#core.advance(this.#clock.now());
    try {
      return work(this.#core);
    } finally {
      this.#arm();
    }
  }

  /** For connections: what the faults make of a request. */
  passage(method: string) {
    return this.#faults.judge(method);
  }

  forget(client: EtcdClientConnection): void {
    this.#clients.delete(client);
  }

  #createCore(): Etcd {
    const { clock, random, maxTxnOps, dress } = this.#options;
    const core = createEtcd({
      nowMs: clock.now(),
      maxTxnOps,
      nextLeaseId: () => (BigInt(random.nextUint32()) << 32n) | BigInt(random.nextUint32()),
    });
    return dress(core);
  }

  /** Wakes when something in the store is due. A deadline that has moved away is looked at again when it comes. */
  #arm(): void {
    const dueMs = this.#isRunning ? this.#core.nextDeadline() : undefined;
    if (dueMs === undefined || (this.#dueMs !== undefined && this.#dueMs <= dueMs)) return;
    this.#timer?.cancel();
    this.#dueMs = dueMs;
    this.#timer = this.#clock.setTimer(dueMs - this.#clock.now(), () => {
      this.#dueMs = undefined;
      this.apply(() => {});
    });
  }
}

/** A client's connection, seen from etcd. */
class EtcdClientConnection {
  readonly #etcd: MemoryEtcd;
  readonly #endpoint: Endpoint;
  readonly #watches = new Map<number, WatchStream>();

  constructor(etcd: MemoryEtcd, endpoint: Endpoint) {
    this.#etcd = etcd;
    this.#endpoint = endpoint;
    endpoint.onMessage = (message) => this.#take(message as EtcdRequest);
    endpoint.onClose = () => this.close();
  }

  close(): void {
    this.#endpoint.close();
    this.#etcd.forget(this);
    for (const stream of this.#watches.values()) stream.close();
    this.#watches.clear();
  }

  #take(request: EtcdRequest): unknown {
    if (request.method === "cancel") return this.#cancel(request.call);
    const { delayMs, refusal } = this.#etcd.passage(request.method);
    if (delayMs === 0) return this.#goOn(request, refusal);
    return this.#etcd.clock.setTimer(delayMs, () => this.#goOn(request, refusal));
  }

  #goOn(request: Exclude<EtcdRequest, { method: "cancel" }>, refusal: Passage["refusal"]): unknown {
    if (refusal === undefined) return this.#answer(request);
    return this.#reply({ call: request.call, refused: refusal });
  }

  #answer(request: Exclude<EtcdRequest, { method: "cancel" }>): unknown {
    try {
      if (request.method === "LeaseKeepAlive") return this.#keepAlive(request);
      if (request.method === "Watch") this.#watch(request);
      else {
        const answer = this.#etcd.apply((core) => answerOf(core, request));
        this.#reply({ call: request.call, answer });
      }
    } catch (error) {
      if (!(error instanceof EtcdError)) throw error;
      this.#reply({ call: request.call, refused: { code: error.code, text: error.message } });
    }
    return undefined;
  }

  /** What a renewal can settle is with those who are told of keys, and without a new revision nobody is. */
  #keepAlive({ call, request: { lease } }: RequestOf<"LeaseKeepAlive">): unknown {
    const { revision } = this.#etcd.core;
    const ttlSeconds = this.#etcd.apply((core) => core.leaseKeepAlive(lease));
    this.#endpoint.send({ call, ttlSeconds } satisfies EtcdReply, { kind: "keepAlive", lease });
    return this.#etcd.core.revision === revision ? nothingSettled : undefined;
  }

  #watch({ call, request: { range, startRevision } }: RequestOf<"Watch">): void {
    const stream = this.#etcd.apply((core) =>
      core.openWatchStream({
        push: (response) => {
          const { canceled, cancelReason = "", compactRevision = 0, events } = response;
          if (compactRevision > 0) this.#reply({ call, refused: compacted });
          else if (canceled) {
            this.#reply({ call, refused: { code: "FAILED_PRECONDITION", text: cancelReason } });
          } else {
            const reply: EtcdReply = { call, watched: toPortWatch(response) };
            this.#endpoint.send(reply, events.length > 0 ? { kind: "watchEvents" } : undefined);
          }
          return true;
        },
      }),
    );
    this.#watches.set(call, stream);
    this.#etcd.apply(() => stream.create({ ...toCoreRange(range), startRevision }));
  }

  #cancel(call: number): void {
    this.#watches.get(call)?.close();
    this.#watches.delete(call);
  }

  #reply(reply: EtcdReply): void {
    this.#endpoint.send(reply);
  }
}

type RequestOf<M extends EtcdRequest["method"]> = Extract<EtcdRequest, { method: M }>;

const compacted = {
  code: "OUT_OF_RANGE",
  text: "etcdserver: mvcc: required revision has been compacted",
} as const;

function answerOf(core: Etcd, question: EtcdQuestion): EtcdAnswer {
  switch (question.method) {
    case "Range":
      return toPortRange(core.range(toCoreRead(question.request)));
    case "Txn":
      return toPortTxn(core.txn(toCoreTxn(question.request)));
    case "DeleteRange": {
      const { revision, deleted } = core.deleteRange(toCoreRange(question.request));
      return { revision, deleted };
    }
    case "LeaseGrant":
      return core.leaseGrant(0n, question.request.ttlSeconds);
    case "LeaseRevoke":
      core.leaseRevoke(question.request.lease);
      return {};
  }
}
