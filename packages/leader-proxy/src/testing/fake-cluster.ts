import type { Clock } from "@leaderlab/clock";
import type { EtcdClient, KeyRange, KeyValue, WatchResult } from "@leaderlab/election";
import { EtcdClientError, toBytes } from "@leaderlab/election";
import type { WalletState } from "@leaderlab/proto/lnd";
import type { Backend } from "../backend.ts";
import type { StateConnection, StateSource } from "../state-source.ts";

/** A queue that is iterated; it ends with an error. */
class Channel<T> implements AsyncIterable<T> {
  readonly #waiting: T[] = [];
  #failure: Error | undefined;
  #wake: () => void = () => {};

  push(item: T): void {
    this.#waiting.push(item);
    this.#wake();
  }

  fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const item = this.#waiting.shift();
      if (item !== undefined) yield item;
      else if (this.#failure !== undefined) throw this.#failure;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}

interface FakeConnection extends StateConnection {
  tell(state: WalletState): void;
  fail(): void;
  /** Answers what was asked while nobody looked. */
  catchUp(): void;
}

/** A node of a test: a state, and how it can be reached. */
export class FakeNode {
  readonly backend: Backend;
  state: WalletState = "WAITING_TO_START";
  /** How often GetState was asked. */
  asked = 0;
  #isHung = false;
  #isCut = false;
  readonly #connections = new Set<FakeConnection>();

  readonly #clock: Clock;

  constructor(name: string, clock: Clock) {
    this.#clock = clock;
    this.backend = { name, grpcAddress: `${name}:10009`, restAddress: `${name}:8080` };
  }

  get isReachable(): boolean {
    return !this.#isHung && !this.#isCut;
  }

  /** How many connections are open. */
  get connections(): number {
    return this.#connections.size;
  }

  become(...states: readonly WalletState[]): void {
    for (const state of states) {
      this.state = state;
      for (const connection of this.#connections) connection.tell(state);
    }
  }

  /** A new process in the place of the old one: every connection breaks. */
  restart(): void {
    this.state = "WAITING_TO_START";
    this.#isHung = false;
    for (const connection of [...this.#connections]) connection.fail();
  }

  /** SIGSTOP: connections stand, nothing is answered. */
  hang(): void {
    this.#isHung = true;
  }

  /** SIGCONT. */
  goOn(): void {
    this.#isHung = false;
    for (const connection of this.#connections) connection.catchUp();
  }

  /** Connections break, new ones are refused. */
  cut(): void {
    this.#isCut = true;
    for (const connection of [...this.#connections]) connection.fail();
  }

  mend(): void {
    this.#isCut = false;
  }

  connect(): StateConnection {
    const states = new Channel<WalletState>();
    const late: (() => void)[] = [];
    const lost = () => new Error("connection lost");
    const whenUp = (act: () => void) => {
      if (this.#isHung) late.push(act);
      else act();
    };
    let fail: (error: Error) => void = () => {};
    const broken = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    broken.catch(() => {});
    const connection: FakeConnection = {
      states: () => {
        // A handshake takes a moment: a connection that stood before answers first.
        whenUp(() => void this.#clock.setTimer(1, () => states.push(this.state)));
        return states;
      },
      state: () => {
        this.asked += 1;
        const answer = new Promise<WalletState>((resolve) => whenUp(() => resolve(this.state)));
        return Promise.race([answer, broken]);
      },
      close: () => connection.fail(),
      tell: (state) => whenUp(() => states.push(state)),
      fail: () => {
        this.#connections.delete(connection);
        states.fail(lost());
        fail(lost());
      },
      catchUp: () => {
        for (const act of late.splice(0)) act();
      },
    };
    this.#connections.add(connection);
    if (this.#isCut) connection.fail();
    return connection;
  }
}

/** Connects to nodes by name. */
export function sourceOf(nodes: readonly FakeNode[]): StateSource {
  return {
    connect({ name }) {
      const node = nodes.find(({ backend }) => backend.name === name);
      if (node === undefined) throw new Error(`no node ${name}`);
      return node.connect();
    },
  };
}

/** The keys of one election, and whether who looks at them is answered. */
export class FakeElection {
  readonly prefix = "cluster-leader";
  isAway = false;
  /** Takes requests and answers none. */
  isSilent = false;
  #revision = 1;
  readonly #keys = new Map<string, KeyValue>();
  readonly #watchers = new Set<Channel<WatchResult>>();

  /** Somebody campaigns: the key is behind those that are there. */
  join(name: string, lease = 7n): string {
    this.#revision += 1;
    const key = `${this.prefix}/${this.#revision.toString(16)}`;
    const revision = this.#revision;
    const kv = {
      key: toBytes(key),
      value: toBytes(name),
      createRevision: revision,
      modRevision: revision,
      version: 1,
      lease,
    };
    this.#keys.set(key, kv);
    this.#tell({ revision, created: false, events: [{ type: "put", kv }] });
    return key;
  }

  /** A key goes, with its lease or because its holder resigned. */
  leave(key: string): void {
    const kv = this.#keys.get(key);
    if (kv === undefined) return;
    this.#revision += 1;
    this.#keys.delete(key);
    const revision = this.#revision;
    const gone = { ...kv, value: toBytes(""), modRevision: revision };
    this.#tell({ revision, created: false, events: [{ type: "delete", kv: gone }] });
  }

  goAway(): void {
    this.isAway = true;
    for (const watcher of this.#watchers) watcher.fail(unavailable());
    this.#watchers.clear();
  }

  get client(): EtcdClient {
    const get = async (_range: KeyRange, signal?: AbortSignal) => {
      if (this.isAway) throw unavailable();
      if (this.isSilent) await aborted(signal);
      const kvs = [...this.#keys.values()];
      return { revision: this.#revision, kvs, more: false, count: kvs.length };
    };
    const watch = (_range: KeyRange, _start: number, signal: AbortSignal) => {
      const channel = new Channel<WatchResult>();
      if (this.isAway) channel.fail(unavailable());
      else this.#watchers.add(channel);
      signal.addEventListener("abort", () => channel.fail(signal.reason as Error));
      return channel;
    };
    return { get, watch } as unknown as EtcdClient;
  }

  #tell(result: WatchResult): void {
    if (this.isSilent) return;
    for (const watcher of this.#watchers) watcher.push(result);
  }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

function unavailable(): EtcdClientError {
  return new EtcdClientError("UNAVAILABLE", "away", { notSent: true });
}
