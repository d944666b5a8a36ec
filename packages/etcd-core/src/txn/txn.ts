import { EtcdError } from "../errors.ts";
import { rangeContains } from "../key-range.ts";
import type { ReadView } from "../mvcc/read-view.ts";
import type { WriteTxn } from "../mvcc/write-txn.ts";
import type { DeleteRangeRequest, RangeRequest, RequestOp, TxnRequest } from "../requests.ts";
import type { ResponseOp, TxnResponse } from "../responses.ts";
import { compareHolds } from "./compare.ts";
import { applyDeleteRange } from "./delete-range.ts";
import { applyPut, type LeaseLookup, looksBack, requireLease, requirePrevious } from "./put.ts";
import { applyRange } from "./range.ts";

/** A transaction whose compares are decided: only the operations that will run are left. */
interface DecidedTxn {
  readonly succeeded: boolean;
  readonly ops: readonly DecidedOp[];
}

type DecidedOp =
  | Exclude<RequestOp, { readonly kind: "txn" | "none" }>
  | { readonly kind: "txn"; readonly txn: DecidedTxn };

/**
 * Whether a transaction only reads. One that holds another counts as writing, whatever that one
 * does.
 */
export function isReadOnly(request: TxnRequest): boolean {
  const isRange = (op: RequestOp) => op.kind === "range";
  return request.success.every(isRange) && request.failure.every(isRange);
}

/**
 * Runs a transaction that passed `checkTxn`: decides every compare, those of nested transactions
 * too, on the store as it was before; then checks that all operations that were chosen can be done;
 * then does them. So a refusal leaves nothing behind. Throws `futureRevision`, `compacted`,
 * `keyNotFound` and `leaseNotFound`.
 *
 * Mirrors: Txn in etcd server/etcdserver/txn/txn.go.
 */
export function applyTxn(txn: WriteTxn, request: TxnRequest, leases: LeaseLookup): TxnResponse {
  const decided = decide(txn, request);
  requireDecided(txn, decided, leases);
  // What was read to decide is a group of its own, unless nothing is written.
  if (!isReadOnly(request)) txn.tally.endGroup();
  return { ...run(txn, decided), revision: txn.revision };
}

function decide(view: ReadView, request: TxnRequest): DecidedTxn {
  const succeeded = request.compare.every((compare) => compareHolds(view, compare));
  const ops: DecidedOp[] = [];
  for (const op of succeeded ? request.success : request.failure) {
    if (op.kind === "txn") ops.push({ kind: "txn", txn: decide(view, op.request) });
    else if (op.kind !== "none") ops.push(op);
  }
  return { succeeded, ops };
}

/** All operations of a decided transaction, those of nested ones in their place. */
function* flatten(decided: DecidedTxn): IterableIterator<Exclude<DecidedOp, { kind: "txn" }>> {
  for (const op of decided.ops) {
    if (op.kind === "txn") yield* flatten(op.txn);
    else yield op;
  }
}

function requireDecided(view: ReadView, decided: DecidedTxn, leases: LeaseLookup): void {
  for (const op of flatten(decided)) {
    if (op.kind === "range") requireRevision(view, op.request);
    if (op.kind !== "put") continue;
    if (op.request.ignoreValue || op.request.ignoreLease) view.tally.countRange();
    requirePrevious(view.get(op.request.key), op.request);
    requireLease(leases, op.request);
  }
  requireUndeleted(decided);
}

/**
 * Unlike outside of a transaction, a negative revision counts: it lies below what compaction left.
 */
function requireRevision(view: ReadView, { revision = 0 }: RangeRequest): void {
  if (revision === 0) return;
  if (revision > view.revision) throw new EtcdError("futureRevision");
  if (revision < view.compactRevision) throw new EtcdError("compacted");
}

/**
 * Deviates: a put that keeps what an earlier operation of the same transaction deletes is refused
 * as one of a key that is not there. When that deletion has no end it passes etcd's checks, fails
 * half-way, and brings the real server down.
 */
function requireUndeleted(decided: DecidedTxn): void {
  const deletes: DeleteRangeRequest[] = [];
  for (const op of flatten(decided)) {
    if (op.kind === "deleteRange" && op.request.rangeEnd !== "") deletes.push(op.request);
    if (op.kind !== "put" || !(op.request.ignoreValue || op.request.ignoreLease)) continue;
    const { key } = op.request;
    if (deletes.some((range) => rangeContains(range, key))) throw new EtcdError("keyNotFound");
  }
}

/** A nested transaction's answer has an empty header, so its revision is 0. */
function run(txn: WriteTxn, decided: DecidedTxn): TxnResponse {
  const responses = decided.ops.map((op) => runOp(txn, op));
  return { revision: 0, succeeded: decided.succeeded, responses };
}

function runOp(txn: WriteTxn, op: DecidedOp): ResponseOp {
  switch (op.kind) {
    case "range":
      return { kind: "range", response: applyRange(txn, op.request) };
    case "put":
      if (looksBack(op.request)) txn.tally.countRange();
      return { kind: "put", response: applyPut(txn, op.request) };
    case "deleteRange":
      return { kind: "deleteRange", response: applyDeleteRange(txn, op.request) };
    case "txn":
      return { kind: "txn", response: run(txn, op.txn) };
  }
}
