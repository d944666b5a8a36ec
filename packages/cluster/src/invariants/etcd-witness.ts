import type {
  Etcd,
  EtcdState,
  KeyValue,
  LeaseId,
  Outbox,
  WatchResponse,
  WatchStream,
} from "@leaderlab/etcd-core";
import type { InvariantName } from "./invariant-table.ts";
import { KeyLog, type KeyRecord } from "./key-log.ts";
import { WatchWitness } from "./watch-witness.ts";
import { type Turn, WitnessedEtcd } from "./witnessed-etcd.ts";

/** An invariant that does not hold, and how that was seen. */
export interface Breach {
  readonly invariant: InvariantName;
  readonly message: string;
}

/** What a witness needs. */
export interface EtcdWitnessOptions {
  /** Namespace and prefix of the election, glued together; only keys below it are looked at. */
  readonly prefix: string;
  /** Told of each breach. */
  readonly report: (breach: Breach) => void;
  /** Whether a node of the cluster runs that holds this lease and is not about to resign. */
  readonly isHeldFirmly: (lease: LeaseId) => boolean;
  /** Called after each request and whenever etcd's time has moved on, with its time in milliseconds. */
  readonly onTurn?: (nowMs: number) => void;
}

/** How much earlier than promised a lease may be found to end: the rounding of timers. */
const toleranceMs = 2;
/** A lease that is overdue by more was forgotten: etcd looks every 500 ms, and ends 500 at a time. */
const overdueMs = 5000;

/**
 * Looks over etcd's shoulder: it stands between etcd's core and whoever asks it, sees every request with its answer,
 * and the changes of the election's keys as the core tells them. It costs little: what is not about the election's keys
 * or about leases is passed on.
 */
export class EtcdWitness {
  readonly keys = new KeyLog();
  readonly #options: EtcdWitnessOptions;
  readonly #watches: WatchWitness;
  readonly #leases = new Map<LeaseId, { dueMs: number }>();
  /** Which lease a key hung on when it was made. */
  readonly #origins = new Map<string, LeaseId>();
  #nowMs = 0;
  #turn: Turn | undefined;
  /** The history as it was when the last process ended. */
  #left: { readonly revision: number; readonly hash: number } | undefined;
  #breached = new Set<string>();

  constructor(options: EtcdWitnessOptions) {
    this.#options = options;
    this.#watches = new WatchWitness(this.keys, (message) =>
      this.#report("watchComplete", message),
    );
  }

  /** The core of a new process of etcd, with this witness before it. */
  dress(core: Etcd): Etcd {
    const truth = this.#follow(core);
    const isFirst = this.#left === undefined;
    let isFresh = true;
    return new WitnessedEtcd(core, {
      advance: (nowMs) => {
        this.#nowMs = nowMs;
        this.#turn = "expiry";
        try {
          core.advance(nowMs);
        } finally {
          this.#endTurn(core);
        }
      },
      during: (turn, work) => {
        truth.open("anew");
        this.#turn = turn;
        try {
          return work();
        } finally {
          this.#endTurn(core);
        }
      },
      promised: (lease, ttlSeconds) => this.#promise(lease, ttlSeconds * 1000),
      revoked: (lease) => this.#leases.delete(lease),
      left: () => {
        this.#left = { revision: core.revision, hash: core.hashKv(0).hash };
      },
      restore: (state) => {
        truth.close();
        core.importState(state);
        const isSame = isFresh && !isFirst && this.#compare(core);
        isFresh = false;
        this.#restore(core, state);
        truth.open(isSame ? "on" : "anew");
      },
      openStream: (outbox) => {
        truth.open("anew");
        return this.#openStream(core, outbox);
      },
    });
  }

  /** The key that is first in the election; undefined when there is none that hangs on a lease. */
  get oldest(): KeyRecord | undefined {
    return this.keys.oldest;
  }

  #endTurn(core: Etcd): void {
    this.#turn = undefined;
    this.#watches.settle(this.#nowMs);
    this.#checkOldest(core);
    this.#options.onTurn?.(this.#nowMs);
  }

  /** The changes of the election's keys, from the core itself. */
  #follow(core: Etcd) {
    const prefix = `${this.#options.prefix}/`;
    const rangeEnd = prefix.slice(0, -1) + String.fromCharCode("/".charCodeAt(0) + 1);
    let stream: WatchStream | undefined;
    return {
      /** While it is open already this does nothing. `on`: with the history of the last process. */
      open: (goesOn: "on" | "anew") => {
        if (stream !== undefined) return;
        const { kvs } = core.range({ key: prefix, rangeEnd });
        if (goesOn === "on") this.keys.resume(kvs);
        else this.keys.reset(kvs, core.revision);
        this.#watches.forget();
        stream = core.openWatchStream({
          push: (response) => {
            for (const { type, kv } of response.events) {
              if (type === "delete") this.#judgeDeletion(kv.key);
              this.keys.append({ type, kv: this.#asMade(kv), atMs: this.#nowMs });
            }
            return true;
          },
        });
        stream.create({ key: prefix, rangeEnd });
      },
      close: () => {
        stream?.close();
        stream = undefined;
      },
    };
  }

  /** A contender's key bears its lease's id: one that is there again without the lease belongs to it all the same. */
  #asMade(kv: KeyValue): KeyValue {
    if (kv.lease !== 0n) {
      if (this.#origins.size > 100_000) this.#origins.clear();
      this.#origins.set(kv.key, kv.lease);
      return kv;
    }
    return { ...kv, lease: this.#origins.get(kv.key) ?? 0n };
  }

  #promise(lease: LeaseId, ttlMs: number): void {
    const dueMs = this.#nowMs + ttlMs;
    const known = this.#leases.get(lease);
    if (known === undefined) this.#leases.set(lease, { dueMs });
    else known.dueMs = dueMs;
  }

  #judgeDeletion(key: string): void {
    const record = this.keys.get(key);
    if (record === undefined || record.lease === 0n) return;
    const { lease } = record;
    if (this.#turn === "client" && this.#options.isHeldFirmly(lease)) {
      this.#report("ownKeyOnly", `${describe(record)} was deleted, and its holder did not resign`);
    }
    const promised = this.#leases.get(lease);
    if (this.#turn !== "expiry" || promised === undefined) return;
    const earlyMs = Math.round(promised.dueMs - this.#nowMs);
    if (earlyMs > toleranceMs) {
      this.#report(
        "leaseKept",
        `${describe(record)} went ${earlyMs} ms before its lease's time was over`,
      );
    }
    this.#leases.delete(lease);
  }

  #checkOldest(core: Etcd): void {
    const { oldest } = this.keys;
    if (oldest === undefined) return;
    const leftMs = core.leaseRemainingMs(oldest.lease);
    if (leftMs !== undefined && leftMs > -overdueMs) return;
    const how = leftMs === undefined ? "is gone" : `is over for ${Math.round(-leftMs)} ms`;
    this.#reportOnce(
      `${oldest.key} ${oldest.createRevision}`,
      "leaderKeyHasLease",
      `${describe(oldest)} leads the queue although its lease ${how}`,
    );
  }

  /** Whether a new process has what the last one had acknowledged. */
  #compare(core: Etcd): boolean {
    const left = this.#left;
    if (left === undefined) return false;
    const { hash } = core.hashKv(0);
    if (core.revision >= left.revision && hash === left.hash) return true;
    this.#report(
      "acknowledgedWriteKept",
      `etcd stopped at revision ${left.revision} and started with revision ${core.revision}` +
        (core.revision >= left.revision ? " and another history" : ""),
    );
    return false;
  }

  /** After a restart every lease has its whole time before it. */
  #restore(core: Etcd, state: EtcdState): void {
    this.#leases.clear();
    for (const { id, grantedTtlSeconds } of state.leases) {
      if (core.leaseRemainingMs(id) !== undefined) this.#promise(id, grantedTtlSeconds * 1000);
    }
  }

  #openStream(core: Etcd, outbox: Outbox): WatchStream {
    const watched = this.#watches.open(`${this.#options.prefix}/`);
    const push = (response: WatchResponse) => {
      const takesMore = outbox.push(response);
      watched.told(response, takesMore);
      return takesMore;
    };
    const stream = core.openWatchStream({ push });
    return {
      create: (request) => {
        watched.asked(request, core.revision);
        stream.create(request);
      },
      cancel: (id) => {
        watched.canceled(id);
        stream.cancel(id);
      },
      requestProgress: () => stream.requestProgress(),
      resume: () => {
        watched.resumed();
        stream.resume();
      },
      close: () => {
        watched.close();
        stream.close();
      },
    };
  }

  #report(invariant: InvariantName, message: string): void {
    this.#options.report({ invariant, message });
  }

  #reportOnce(about: string, invariant: InvariantName, message: string): void {
    if (this.#breached.size > 10_000) this.#breached = new Set();
    if (this.#breached.has(about)) return;
    this.#breached.add(about);
    this.#report(invariant, message);
  }
}

function describe({ key, value }: KeyRecord): string {
  return `the key ${key} of ${value}`;
}
