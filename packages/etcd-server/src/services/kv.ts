import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement, RpcError } from "@leaderlab/rpc";
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
    Range: (request) =>
      rangeResponse(
        apply((core) => core.range(rangeRequest(request))),
        header,
      ),
    Put(request) {
      const largest = request.key.length + request.value.length;
      refuseTooLarge(largest, () => methods.Put.encodeRequest(request).length);
      return putResponse(
        apply((core) => core.put(putRequest(request))),
        header,
      );
    },
    DeleteRange(request) {
      const largest = request.key.length + request.range_end.length;
      refuseTooLarge(largest, () => methods.DeleteRange.encodeRequest(request).length);
      return deleteRangeResponse(
        apply((core) => core.deleteRange(deleteRangeRequest(request))),
        header,
      );
    },
    Txn(request) {
      if (writes(request)) {
        const least = largestOf(request);
        refuseTooLarge(least, () => methods.Txn.encodeRequest(request).length);
      }
      return txnResponse(
        apply((core) => core.txn(txnRequest(request))),
        header,
      );
    },
    Compact: (request) => ({
      header: header(apply((core) => core.compact(toNumber(request.revision))).revision),
    }),
  });
}

/**
 * Refuses a write that makes a raft entry of more than `maxBytes`: the request, a header with a 63- or 64-bit id whose
 * upper half is the member's, and a tag and a length for each part. Given are a lower bound of the request's size and how
 * to compute it, which is done near the bound only. Mirrors: etcd server processInternalRaftRequestOnce.
 */
function createSizeCheck(maxBytes: number, memberId: bigint) {
  const idBytes = (memberId & 0x8000n) === 0n ? 9 : 10;
  const headerBytes = 2 + 1 + 1 + idBytes;
  return (leastBytes: number, exactBytes: () => number): void => {
    if (leastBytes * 2 + 4096 < maxBytes) return;
    const bytes = exactBytes();
    if (headerBytes + 1 + varintBytes(bytes) + bytes <= maxBytes) return;
    throw new RpcError("INVALID_ARGUMENT", "etcdserver: request is too large");
  };
}

function varintBytes(value: number): number {
  return value < 128 ? 1 : 1 + varintBytes(Math.floor(value / 128));
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
