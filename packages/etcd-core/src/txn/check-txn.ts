import { EtcdError } from "../errors.ts";
import type { RequestOp, TxnRequest } from "../requests.ts";
import { checkDeleteRange } from "./delete-range.ts";
import { checkOverlap } from "./overlap.ts";
import { checkPut } from "./put.ts";
import { checkRange } from "./range.ts";

/**
 * How deep transactions may nest, as each level costs stack. etcd has no such bound but that of the
 * operations; a limit of 128 operations reaches it first. Deeper ones are refused as too many
 * operations.
 */
const maxDepth = 256;

/**
 * Refuses a transaction that is wrong in itself. `maxOps` bounds, at each level, the longest of the
 * three lists; a nested transaction may use what that leaves. Throws `tooManyOps`, `emptyKey`,
 * `keyNotFound` (an operation that names nothing), `duplicateKey`, and what `checkRange`,
 * `checkPut` and `checkDeleteRange` throw.
 *
 * Mirrors: checkTxnRequest in etcd server/etcdserver/api/v3rpc/key.go.
 */
export function checkTxn(request: TxnRequest, maxOps: number): void {
  checkLevel(request, maxOps, maxDepth);
  // After the count, so that nobody can make it slow.
  checkOverlap(request.success);
  checkOverlap(request.failure);
}

function checkLevel(request: TxnRequest, maxOps: number, depthLeft: number): void {
  const { compare, success, failure } = request;
  const ops = Math.max(compare.length, success.length, failure.length);
  if (ops > maxOps || depthLeft === 0) throw new EtcdError("tooManyOps");
  if (compare.some(({ key }) => key === "")) throw new EtcdError("emptyKey");
  for (const op of success) checkOp(op, maxOps - ops, depthLeft - 1);
  for (const op of failure) checkOp(op, maxOps - ops, depthLeft - 1);
}

function checkOp(op: RequestOp, maxOps: number, depthLeft: number): void {
  switch (op.kind) {
    case "range":
      checkRange(op.request);
      return;
    case "put":
      checkPut(op.request);
      return;
    case "deleteRange":
      checkDeleteRange(op.request);
      return;
    case "txn":
      checkLevel(op.request, maxOps, depthLeft);
      return;
    case "none":
      throw new EtcdError("keyNotFound");
  }
}
