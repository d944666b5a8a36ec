import type { BackendSize } from "../backend/backend-size.ts";
import { EtcdError } from "../errors.ts";
import type { PutRequest, RequestOp, TxnRequest } from "../requests.ts";

/** What etcd reckons for the metadata of a key, and for a lease. Mirrors: kvOverhead and leaseOverhead. */
const keyOverheadBytes = 256;
const leaseBytes = 64;

export interface CapacityOptions {
  readonly size: BackendSize;
  /** Below 0: there is no limit. */
  readonly quotaBytes: number;
  /** Raises the alarm of a full store. */
  readonly onFull: () => void;
}

/**
 * Refuses what the store has no room for. The first refusal raises an alarm, and while that is active
 * nothing more is written, however much room there is again.
 *
 * Mirrors: BackendQuota in etcd server/storage/quota.go, quotaAlarmer in etcdserver/api/v3rpc/quota.go.
 */
export class Capacity {
  readonly #options: CapacityOptions;

  constructor(options: CapacityOptions) {
    this.#options = options;
  }

  requirePut(request: PutRequest): void {
    this.#require(putBytes(request));
  }

  requireTxn(request: TxnRequest): void {
    this.#require(txnBytes(request));
  }

  requireLease(): void {
    this.#require(leaseBytes);
  }

  #require(bytes: number): void {
    const { size, quotaBytes, onFull } = this.#options;
    if (bytes === 0 || quotaBytes < 0 || size.allocatedBytes + bytes < quotaBytes) return;
    onFull();
    throw new EtcdError("noSpace");
  }
}

/** What a transaction may write at most; 0 for one that puts nothing, whichever way it goes. */
export function txnBytes({ success, failure }: TxnRequest): number {
  return Math.max(opsBytes(success), opsBytes(failure));
}

function opsBytes(ops: readonly RequestOp[]): number {
  let bytes = 0;
  for (const op of ops) {
    if (op.kind === "put") bytes += putBytes(op.request);
    else if (op.kind === "txn") bytes += txnBytes(op.request);
  }
  return bytes;
}

function putBytes({ key, value }: PutRequest): number {
  return keyOverheadBytes + key.length + value.length;
}
