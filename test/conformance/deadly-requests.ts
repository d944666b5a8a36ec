import type { Operation } from "./operations.ts";
import type { Plain } from "./plain-message.ts";

/**
 * Whether etcd 3.6.16 panics of this transaction: it keeps the value or the lease of a key (ignore_value, ignore_lease)
 * that the same transaction deletes by a range without end. Its check of the put looks at the store as it was before.
 */
export function deadlyTxn(operation: Operation): boolean {
  const ops = opsOf(operation);
  const deletesWithoutEnd = ops.some(
    (op) => member(op, "request_delete_range")["range_end"] === "\0",
  );
  const keeps = ops.some((op) => {
    const put = member(op, "request_put");
    return put["ignore_value"] === true || put["ignore_lease"] === true;
  });
  return deletesWithoutEnd && keeps;
}

/** Whether this may delete a key and put it again in one revision. */
export function recreates(operation: Operation): boolean {
  const ops = opsOf(operation);
  return ops.some((op) => "request_delete_range" in op) && ops.some((op) => "request_put" in op);
}

/**
 * Whether etcd 3.6.16 loses a key by this compaction, and panics when that key is read next: it compacts at exactly a
 * revision that deleted the key and put it again.
 */
export function deadlyCompaction(operation: Operation, recreating: ReadonlySet<number>): boolean {
  if (operation.kind !== "ask" || operation.rpc !== "Compact") return false;
  return recreating.has(Number(operation.request["revision"]));
}

/** Every operation in a transaction and in those nested in it. */
function opsOf(operation: Operation): readonly Plain[] {
  const isTxn = operation.kind === "ask" && operation.rpc === "Txn";
  return isTxn ? nestedOps(operation.request) : [];
}

function nestedOps(txn: Plain): readonly Plain[] {
  const ops = [txn["success"] ?? [], txn["failure"] ?? []].flat() as readonly Plain[];
  return ops.flatMap((op) => ("request_txn" in op ? nestedOps(member(op, "request_txn")) : [op]));
}

function member(op: Plain, name: string): Plain {
  return (op[name] ?? {}) as Plain;
}
