import type { Random } from "@leaderlab/clock";
import type { Ask } from "./caller.ts";
import type { Plain, PlainValue } from "./plain-message.ts";

/** Something to do with an etcd: a request, or a message on one of its watch streams. */
export type Operation =
  | ({ readonly kind: "ask" } & Ask)
  | { readonly kind: "watch"; readonly stream: number; readonly request: Plain };

/** What a generator may look at, so that it asks for something interesting. */
export interface StoreView {
  readonly revision: number;
  readonly compactRevision: number;
}

/** What operations draw from. */
export interface Material {
  readonly keys: readonly string[];
  /** Where more than 12 keys tie in what they are sorted by, etcd leaves their order open. */
  readonly sortTargets: readonly string[];
}

/** Few keys, so that operations meet: prefixes of each other, and the bytes at both ends. */
export const fewKeys: Material = {
  keys: ["a", "aa", "ab", "b", "ba", "c", "\0", "\xff", "a\0", "d/1", "d/2"],
  sortTargets: ["KEY", "VERSION", "CREATE", "MOD", "VALUE"],
};

/** So many keys that they do not fit into one node of a tree. */
export const manyKeys: Material = {
  keys: Array.from({ length: 300 }, (_, index) => `${"abcdef"[index % 6]}/${index}`),
  sortTargets: ["KEY"],
};

/** What etcd 3.4 does otherwise than 3.6, whose behaviour is ours; without it the two can be compared, too. */
export const differencesOf34 = {
  unknownSorts: "an unknown sort order means none, and of an unknown sort target the server dies",
  negativeRevisions:
    "a negative revision means the present inside a transaction, too; a watcher from one is confirmed first",
  progress: "progress is told even while a watcher waits for a revision to come",
  refusalOrder: "where a transaction has two reasons to be refused, the other one may be told",
} as const;

const streams = 2;
const deepestTxn = 3;
/** A lease that runs out, or nearly, would make the two sides differ by chance. */
const ttls = [500, 1000, 2000, 3000, 9_000_000_000, 9_000_000_001];
const leases: readonly (number | string)[] = [1, 2, 3, 4, -5, "1234567890123456789"];
const values = ["", "1", "2", "\0", "\xff", "value", "x".repeat(40)];

/** Draws operations at random: the same ones for the same chance, store and material. */
export class OperationGenerator {
  readonly #random: Random;
  readonly #material: Material;
  readonly #leftOut: ReadonlySet<string>;
  #view: StoreView = { revision: 1, compactRevision: 0 };

  /** `leaveOut` holds names of differences between versions that are not to come up. */
  constructor(random: Random, material: Material, leaveOut: readonly string[] = []) {
    this.#random = random;
    this.#material = material;
    this.#leftOut = new Set(leaveOut);
  }

  next(view: StoreView): Operation {
    this.#view = view;
    return this.#oneOf<Operation>([
      [22, () => ({ kind: "ask", rpc: "Range", request: this.#rangeRequest() })],
      [28, () => ({ kind: "ask", rpc: "Put", request: this.#put() })],
      [8, () => ({ kind: "ask", rpc: "DeleteRange", request: this.#delete() })],
      [25, () => ({ kind: "ask", rpc: "Txn", request: this.#txn(deepestTxn) })],
      [2, () => ({ kind: "ask", rpc: "Compact", request: this.#compaction() })],
      [
        3,
        () => ({
          kind: "ask",
          rpc: "LeaseGrant",
          request: { ID: this.#lease(), TTL: this.#pick(ttls) },
        }),
      ],
      [2, () => ({ kind: "ask", rpc: "LeaseRevoke", request: { ID: this.#lease() } })],
      [2, () => ({ kind: "ask", rpc: "LeaseKeepAlive", request: { ID: this.#lease() } })],
      [
        2,
        () => ({ kind: "ask", rpc: "LeaseTimeToLive", request: { ID: this.#lease(), keys: true } }),
      ],
      [1, () => ({ kind: "ask", rpc: "LeaseLeases", request: {} })],
      [4, () => ({ kind: "watch", stream: this.#below(streams), request: this.#watchRequest() })],
    ]);
  }

  #rangeRequest(): Plain {
    const bound = () => (this.#chance(0.1) ? this.#revision() : 0);
    return {
      ...this.#range(),
      ...(this.#chance(0.3) && { limit: this.#below(6) - 1 }),
      ...(this.#chance(0.3) && { revision: this.#revision() }),
      ...(this.#chance(0.35) && { sort_order: this.#sort(["NONE", "ASCEND", "DESCEND"], 7) }),
      ...(this.#chance(0.35) && { sort_target: this.#sort(this.#material.sortTargets, 9) }),
      ...(this.#chance(0.2) && { keys_only: true }),
      ...(this.#chance(0.1) && { count_only: true }),
      min_mod_revision: bound(),
      max_mod_revision: bound(),
      min_create_revision: bound(),
      max_create_revision: bound(),
    };
  }

  #put(): Plain {
    const ignore_value = this.#chance(0.1);
    const ignore_lease = this.#chance(0.1);
    return {
      key: this.#key(),
      value: ignore_value && this.#chance(0.8) ? "" : this.#pick(values),
      lease: this.#chance(0.25) && (!ignore_lease || this.#chance(0.2)) ? this.#lease() : 0,
      prev_kv: this.#chance(0.3),
      ignore_value,
      ignore_lease,
    };
  }

  #delete(): Plain {
    return { ...this.#range(), prev_kv: this.#chance(0.4) };
  }

  #txn(depth: number): Plain {
    return {
      compare: this.#list(this.#chance(0.5) ? 1 : 3, () => this.#compare()),
      success: this.#list(4, () => this.#op(depth - 1)),
      failure: this.#list(3, () => this.#op(depth - 1)),
    };
  }

  #op(depth: number): Plain {
    return this.#oneOf<Plain>([
      [1, () => ({})],
      [29, () => ({ request_range: this.#rangeRequest() })],
      [35, () => ({ request_put: this.#put() })],
      [15, () => ({ request_delete_range: this.#delete() })],
      [
        20,
        () =>
          depth > 0 ? { request_txn: this.#txn(depth) } : { request_delete_range: this.#delete() },
      ],
    ]);
  }

  #compare(): Plain {
    const range = this.#chance(0.7) ? { key: this.#key() } : this.#range();
    const result = this.#enumOr(["EQUAL", "GREATER", "LESS", "NOT_EQUAL"], 7);
    return this.#oneOf<Plain>([
      [2, () => ({ ...range, result, target: "VALUE", value: this.#pick(values) })],
      [
        2,
        () => ({ ...range, result, target: "LEASE", lease: this.#chance(0.5) ? 0 : this.#lease() }),
      ],
      [3, () => ({ ...range, result, target: "VERSION", version: this.#below(4) })],
      [
        2,
        () => ({
          ...range,
          result,
          target: "CREATE",
          create_revision: this.#chance(0.5) ? 0 : this.#revision(),
        }),
      ],
      [
        2,
        () => ({
          ...range,
          result,
          target: "MOD",
          mod_revision: this.#chance(0.4) ? 0 : this.#revision(),
        }),
      ],
      [1, () => ({ ...range, result, target: this.#pick(["VALUE", "VERSION", 9]) })],
    ]);
  }

  #compaction(): Plain {
    const { revision } = this.#view;
    const compacted = this.#chance(0.7) ? revision - this.#below(30) : this.#revision();
    return { revision: compacted, physical: true };
  }

  #watchRequest(): Plain {
    return this.#oneOf<Plain>([
      [2, () => ({ create_request: this.#watcher() })],
      [1, () => ({ cancel_request: { watch_id: this.#below(8) - 1 } })],
      [this.#leftOut.has("progress") ? 0 : 1, () => ({ progress_request: {} })],
    ]);
  }

  #watcher(): Plain {
    const filters = ["NOPUT", "NODELETE"].filter(() => this.#chance(0.1));
    return {
      ...this.#range(),
      ...(this.#chance(0.02) && { key: "" }),
      start_revision: this.#chance(0.4) ? 0 : this.#revision(),
      prev_kv: this.#chance(0.5),
      filters,
      watch_id: this.#chance(0.6) ? 0 : this.#below(8) - 1,
      fragment: this.#chance(0.2),
    };
  }

  /** One key, all keys from one on, every key, or a range, which may be empty. */
  #range(): Plain {
    const key = this.#key();
    return this.#oneOf<Plain>([
      [35, () => ({ key })],
      [15, () => ({ key, range_end: "\0" })],
      [10, () => ({ key: "\0", range_end: "\0" })],
      [40, () => ({ key, range_end: this.#key() || "z" })],
    ]);
  }

  #key(): string {
    return this.#chance(0.01) ? "" : this.#pick(this.#material.keys);
  }

  #lease(): number | string {
    return this.#pick(leases);
  }

  /** Mostly one of the last forty; now and then one that is just compacted, yet to come, or nonsense. */
  #revision(): number {
    const { revision, compactRevision } = this.#view;
    return this.#oneOf<number>([
      [5, () => (this.#leftOut.has("negativeRevisions") ? 0 : -this.#below(3))],
      [5, () => revision + 1 + this.#below(2)],
      [20, () => Math.max(0, compactRevision + this.#below(4) - 1)],
      [70, () => revision - this.#below(Math.min(40, revision))],
    ]);
  }

  /** One of these names; now and then a number that etcd does not know. */
  #enumOr(names: readonly string[], unknown: number): PlainValue {
    return this.#chance(0.03) ? unknown : this.#pick(names);
  }

  #sort(names: readonly string[], unknown: number): PlainValue {
    return this.#leftOut.has("unknownSorts") ? this.#pick(names) : this.#enumOr(names, unknown);
  }

  #list<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.#below(most + 1) }, make);
  }

  #below(limit: number): number {
    return this.#random.nextUint32() % limit;
  }

  #chance(probability: number): boolean {
    return this.#random.nextFloat() < probability;
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#below(items.length)] as T;
  }

  /** One of these, by weight. */
  #oneOf<T>(choices: readonly (readonly [weight: number, make: () => T])[]): T {
    const total = choices.reduce((sum, [weight]) => sum + weight, 0);
    let ticket = this.#random.nextFloat() * total;
    for (const [weight, make] of choices) {
      ticket -= weight;
      if (ticket < 0) return make();
    }
    throw new Error("no weight was left");
  }
}
