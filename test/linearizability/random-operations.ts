import type { Random } from "@leaderlab/clock";
import type { EtcdOp, KeyOp } from "./etcd-model.ts";

/** Few keys and leases, so that clients meet. */
const keys = ["a/1", "a/2", "b/1", "b/2"];
const prefixes = ["a/", "b/", ""];
const leases = [11, 12, 13];

/** Draws what one client does: the same for the same chance. Every value that it writes is a value of its own. */
export class RandomOperations {
  readonly #random: Random;
  readonly #name: string;
  #values = 0;
  /** The newest revision that it has heard of, for transactions that compare with it. */
  knownRevision = 0;

  constructor(random: Random, name: string) {
    this.#random = random;
    this.#name = name;
  }

  next(): EtcdOp {
    const draw = this.#random.nextFloat();
    if (draw < 0.05) return { kind: "grant", lease: this.#pick(leases) };
    if (draw < 0.1) return { kind: "revoke", lease: this.#pick(leases) };
    if (draw < 0.35) return this.#txn();
    return this.#keyOp(this.#pick(keys));
  }

  #txn(): EtcdOp {
    const ops = () => {
      // A transaction may not write a key twice, so each operation has keys of its own.
      const own = keys.filter(() => this.#random.nextFloat() < 0.5);
      return own.map((key) => this.#singleKeyOp(key));
    };
    const isFresh = this.#random.nextFloat() < 0.3;
    return {
      kind: "txn",
      key: this.#pick(keys),
      modRevision: isFresh ? 0 : Math.max(0, this.knownRevision - this.#below(4)),
      success: ops(),
      failure: ops(),
    };
  }

  #keyOp(key: string): KeyOp {
    const draw = this.#random.nextFloat();
    if (draw < 0.15) return { kind: "list", prefix: this.#pick(prefixes) };
    if (draw < 0.2) return { kind: "deleteAll", prefix: this.#pick(prefixes) };
    return this.#singleKeyOp(key);
  }

  #singleKeyOp(key: string): KeyOp {
    const draw = this.#random.nextFloat();
    if (draw < 0.4) return { kind: "get", key };
    if (draw < 0.55) return { kind: "delete", key };
    this.#values += 1;
    const value = `${this.#name}.${this.#values}`;
    return draw < 0.7
      ? { kind: "put", key, value, lease: this.#pick(leases) }
      : { kind: "put", key, value };
  }

  #below(limit: number): number {
    return this.#random.nextUint32() % limit;
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#below(items.length)] as T;
  }
}
