import { EtcdError } from "../errors.ts";
import type { WriteTxn } from "../mvcc/write-txn.ts";
import type { DeleteRangeRequest } from "../requests.ts";
import type { DeleteRangeResponse } from "../responses.ts";

/** Refuses a request that is wrong in itself. Throws `emptyKey`. */
export function checkDeleteRange(request: DeleteRangeRequest): void {
  if (request.key === "") throw new EtcdError("emptyKey");
}

/** Deletes the keys of a range, in ascending order. */
export function applyDeleteRange(txn: WriteTxn, request: DeleteRangeRequest): DeleteRangeResponse {
  if (request.prevKv) txn.tally.countRange();
  txn.tally.countDelete();
  const { kvs } = txn.range(request, txn.revision);
  for (const { key } of kvs) txn.delete(key);
  return { revision: txn.revision, deleted: kvs.length, prevKvs: request.prevKv ? kvs : [] };
}
