import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement } from "@leaderlab/rpc";
import { createSizeCheck } from "../request-size.ts";
import type { Store } from "../store.ts";
import {
  deleteRangeRequest,
  deleteRangeResponse,
  putRequest,
  putResponse,
  rangeRequest,
  rangeResponse,
  toNumber,
  txnRequest,
  txnResponse,
} from "../wire.ts";

/** etcd's KV service over a store; `maxRequestBytes` bounds what a write may bring. */
export function createKvService(store: Store, maxRequestBytes: number): Implementation {
  const { apply, header } = store;
  const { methods } = etcd.kv;
  const refuseTooLarge = createSizeCheck(maxRequestBytes, BigInt(store.bareHeader.member_id ?? 0));
  return implement(etcd.kv, {
    Range: (request, call) =>
      rangeResponse(
        apply(call, (core) => core.range(rangeRequest(request))),
        header,
      ),
    Put(request, call) {
      const largest = request.key.length + request.value.length;
      // What is wrong in itself is refused first, whatever its size.
      if (request.key.length > 0 && !request.ignore_value)
        refuseTooLarge(largest, () => methods.Put.encodeRequest(request).length);
      return putResponse(
        apply(call, (core) => core.put(putRequest(request))),
        header,
      );
    },
    DeleteRange(request, call) {
      const largest = request.key.length + request.range_end.length;
      refuseTooLarge(largest, () => methods.DeleteRange.encodeRequest(request).length);
      return deleteRangeResponse(
        apply(call, (core) => core.deleteRange(deleteRangeRequest(request))),
        header,
      );
    },
    Txn(request, call) {
      if (writes(request)) {
        const least = largestOf(request);
        refuseTooLarge(least, () => methods.Txn.encodeRequest(request).length);
      }
      return txnResponse(
        apply(call, (core) => core.txn(txnRequest(request))),
        header,
      );
    },
    Compact: (request, call) => ({
      header: header(apply(call, (core) => core.compact(toNumber(request.revision))).revision),
    }),
  });
}

/** A transaction without writes does not go through raft, so it has no bound but that of a message. */
function writes(txn: etcd.TxnRequest): boolean {
  const writing = (op: etcd.RequestOp) =>
    op.request === "request_put" ||
    op.request === "request_delete_range" ||
    (op.request_txn != null && writes(op.request_txn));
  return txn.success.some(writing) || txn.failure.some(writing);
}

/** A lower bound of a transaction's size, cheap to have: what its puts and compares bring. */
function largestOf(txn: etcd.TxnRequest): number {
  let bytes = 0;
  for (const compare of txn.compare) bytes += compare.key.length + (compare.value?.length ?? 0);
  for (const op of [...txn.success, ...txn.failure]) {
    if (op.request_put) bytes += op.request_put.key.length + op.request_put.value.length;
    if (op.request_range) bytes += op.request_range.key.length;
    if (op.request_delete_range) bytes += op.request_delete_range.key.length;
    if (op.request_txn) bytes += largestOf(op.request_txn);
  }
  return bytes;
}
