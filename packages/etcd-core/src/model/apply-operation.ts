import { EtcdError } from "../errors.ts";
import type { Etcd } from "../etcd.ts";
import type { Operation } from "./arbitrary-operations.ts";

/** What both the store and its model can do. */
export type Operable = Pick<
  Etcd,
  | "revision"
  | "range"
  | "put"
  | "deleteRange"
  | "txn"
  | "compact"
  | "leaseGrant"
  | "leaseRevoke"
  | "leaseKeepAlive"
  | "advance"
>;

/** A clock that both sides are told of. */
export interface SteppedTime {
  nowMs: number;
}

/** Does what the operation says and gives the answer, or the refusal's name. */
export function applyOperation(etcd: Operable, operation: Operation, time: SteppedTime): unknown {
  try {
    return apply(etcd, operation, time);
  } catch (error) {
    if (error instanceof EtcdError) return { refused: error.reason };
    throw error;
  }
}

function apply(etcd: Operable, operation: Operation, time: SteppedTime): unknown {
  switch (operation.kind) {
    case "range":
      return etcd.range(operation.request);
    case "put":
      return etcd.put(operation.request);
    case "deleteRange":
      return etcd.deleteRange(operation.request);
    case "txn":
      return etcd.txn(operation.request);
    case "compact":
      return etcd.compact(etcd.revision - operation.belowNewest);
    case "grant":
      return etcd.leaseGrant(operation.id, operation.ttlSeconds);
    case "revoke":
      return etcd.leaseRevoke(operation.id);
    case "keepAlive":
      return etcd.leaseKeepAlive(operation.id);
    case "advance":
      return etcd.advance(time.nowMs + operation.ms);
    case "none":
      return undefined;
  }
}
