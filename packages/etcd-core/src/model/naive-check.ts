import { EtcdError, type EtcdErrorName } from "../errors.ts";
import type { ByteString, KeyRange, RequestOp, TxnRequest } from "../requests.ts";

/** What a list of operations may do to keys, as far as etcd compares it. */
interface Writes {
  readonly puts: ByteString[];
  readonly deletes: KeyRange[];
}

/**
 * The checks that need no store, each written down as it stands in etcd's documentation and
 * sources.
 */
export function checkNaively(op: RequestOp, maxOps = 128): void {
  checkShape(op, maxOps);
  if (op.kind !== "txn") return;
  writesOf(op.request.success);
  writesOf(op.request.failure);
}

function checkShape(op: RequestOp, maxOps: number): void {
  if (op.kind === "none") refuse("keyNotFound");
  if (op.kind === "txn") {
    checkTxnShape(op.request, maxOps);
    return;
  }
  if (op.request.key === "") refuse("emptyKey");
  if (op.kind === "range") {
    const { sortOrder, sortTarget } = op.request;
    if (typeof sortOrder === "number" || typeof sortTarget === "number") {
      refuse("invalidSortOption");
    }
  }
  if (op.kind === "put") {
    if (op.request.ignoreValue && op.request.value !== "") refuse("valueProvided");
    if (op.request.ignoreLease && (op.request.lease ?? 0n) !== 0n) refuse("leaseProvided");
  }
}

function checkTxnShape({ compare, success, failure }: TxnRequest, maxOps: number): void {
  const longest = Math.max(compare.length, success.length, failure.length);
  if (longest > maxOps) refuse("tooManyOps");
  for (const { key } of compare) if (key === "") refuse("emptyKey");
  for (const op of [...success, ...failure]) checkShape(op, maxOps - longest);
}

function writesOf(ops: readonly RequestOp[]): Writes {
  const puts: ByteString[] = [];
  const deletes: KeyRange[] = ops.flatMap((op) => (op.kind === "deleteRange" ? [op.request] : []));
  const put = (key: ByteString) => {
    if (puts.includes(key) || deletes.some((range) => deletesKey(range, key))) {
      refuse("duplicateKey");
    }
    puts.push(key);
  };
  for (const op of ops) {
    if (op.kind !== "txn") continue;
    const [success, failure] = [writesOf(op.request.success), writesOf(op.request.failure)];
    for (const key of new Set([...success.puts, ...failure.puts])) put(key);
    deletes.push(...success.deletes, ...failure.deletes);
  }
  for (const op of ops) if (op.kind === "put") put(op.request.key);
  return { puts, deletes };
}

/**
 * A range without end counts as one that deletes nothing: etcd compares with its end as it is
 * written.
 */
function deletesKey({ key: begin, rangeEnd }: KeyRange, key: ByteString): boolean {
  return rangeEnd === "" ? key === begin : begin <= key && key < rangeEnd;
}

function refuse(reason: EtcdErrorName): never {
  throw new EtcdError(reason);
}
