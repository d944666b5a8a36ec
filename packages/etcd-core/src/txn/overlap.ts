import { EtcdError } from "../errors.ts";
import { type Interval, IntervalTree } from "../interval-tree.ts";
import type { ByteString, DeleteRangeRequest, RequestOp } from "../requests.ts";

/** What a list of operations may write. */
interface Writes {
  readonly puts: Set<ByteString>;
  readonly deletes: Deletes;
}

/**
 * Refuses a list of operations that could put a key twice, or put a key and delete it. The two
 * branches of a nested transaction exclude each other, so both may put the same key. Throws
 * `duplicateKey`.
 *
 * Mirrors: checkIntervals in etcd server/etcdserver/api/v3rpc/key.go, whose gaps clients can see:
 * what is left over from a nested transaction is compared with what comes after it only, so that a
 * nested put followed by a nested delete of the same key passes; and a deletion without end
 * (`rangeEnd` "\0") is taken for an empty one.
 */
export function checkOverlap(ops: readonly RequestOp[]): void {
  writesOf(ops);
}

function writesOf(ops: readonly RequestOp[]): Writes {
  const puts = new Set<ByteString>();
  const deletes = new Deletes();
  for (const op of ops) if (op.kind === "deleteRange") deletes.addRange(op.request);
  for (const op of ops) {
    if (op.kind !== "txn") continue;
    const success = writesOf(op.request.success);
    const failure = writesOf(op.request.failure);
    for (const key of success.puts) addPut(key, puts, deletes);
    for (const key of failure.puts) if (!success.puts.has(key)) addPut(key, puts, deletes);
    deletes.addAll(success.deletes);
    deletes.addAll(failure.deletes);
  }
  for (const op of ops) if (op.kind === "put") addPut(op.request.key, puts, deletes);
  return { puts, deletes };
}

function addPut(key: ByteString, puts: Set<ByteString>, deletes: Deletes): void {
  if (puts.has(key) || deletes.covers(key)) throw new EtcdError("duplicateKey");
  puts.add(key);
}

/**
 * The keys that are deleted. In a tree, as a transaction of n puts and n deletes would cost n²
 * steps otherwise.
 */
class Deletes {
  readonly #tree = new IntervalTree<true>();

  addRange({ key, rangeEnd }: DeleteRangeRequest): void {
    // The end is taken as it stands: "\0" lies before every key, which makes the interval empty.
    if (rangeEnd === "") this.#add({ begin: key, end: `${key}\0` });
    else if (key < rangeEnd) this.#add({ begin: key, end: rangeEnd });
  }

  addAll(other: Deletes): void {
    for (const [interval] of other.#tree.entries()) this.#add(interval);
  }

  covers(key: ByteString): boolean {
    return this.#tree.covers(key);
  }

  #add(interval: Interval): void {
    this.#tree.add(interval, true);
  }
}
