import type * as port from "@leaderlab/election";
import type * as core from "@leaderlab/etcd-core";

/*
 * From the words of the election's port to those of etcd-core and back. Both speak of the same things; the port has
 * bytes where the core has strings of one byte a character.
 */

/** Bytes as the core has them. */
export function toByteString(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** Which keys. */
export function toCoreRange({ key, rangeEnd }: port.KeyRange): core.KeyRange {
  return {
    key: toByteString(key),
    rangeEnd: rangeEnd === undefined ? "" : toByteString(rangeEnd),
  };
}

/** A read. `serializable` means nothing where there is one member. */
export function toCoreRead(request: port.RangeRequest): core.RangeRequest {
  const { limit = 0, revision = 0, sortOrder, sortTarget, maxCreateRevision = 0 } = request;
  return {
    ...toCoreRange(request),
    limit,
    revision,
    maxCreateRevision,
    ...(sortOrder !== undefined && { sortOrder }),
    ...(sortTarget !== undefined && { sortTarget }),
  };
}

/** A transaction. */
export function toCoreTxn({ compare, success, failure }: port.TxnRequest): core.TxnRequest {
  return {
    compare: compare.map(({ key, target, result, operand }) => ({
      key: toByteString(key),
      rangeEnd: "",
      target,
      result,
      operand,
    })),
    success: success.map(toCoreOp),
    failure: failure.map(toCoreOp),
  };
}

function toCoreOp(operation: port.RequestOp): core.RequestOp {
  switch (operation.kind) {
    case "range":
      return { kind: "range", request: toCoreRead(operation.request) };
    case "put": {
      const { key, value, lease = 0n } = operation.request;
      const request = { key: toByteString(key), value: toByteString(value), lease };
      return { kind: "put", request };
    }
    case "deleteRange":
      return { kind: "deleteRange", request: toCoreRange(operation.request) };
  }
}

/** The records of a range. */
export function toPortRange({ revision, kvs, more, count }: core.RangeResponse): port.RangeResult {
  return { revision, kvs: kvs.map(toPortKeyValue), more, count };
}

/** What a transaction did. */
export function toPortTxn({ revision, succeeded, responses }: core.TxnResponse): port.TxnResult {
  return { revision, succeeded, responses: responses.map(toPortResponse) };
}

function toPortResponse(answer: core.ResponseOp): port.ResponseOp {
  switch (answer.kind) {
    case "range":
      return { kind: "range", response: toPortRange(answer.response) };
    case "put":
      return { kind: "put", response: { revision: answer.response.revision } };
    case "deleteRange": {
      const { revision, deleted } = answer.response;
      return { kind: "deleteRange", response: { revision, deleted } };
    }
    case "txn":
      throw new TypeError("the port knows no nested transaction");
  }
}

/** A message of a watch that was not refused. */
export function toPortWatch({ revision, created, events }: core.WatchResponse): port.WatchResult {
  return {
    revision,
    created: created === true,
    events: events.map(({ type, kv }) => ({ type, kv: toPortKeyValue(kv) })),
  };
}

function toPortKeyValue(kv: core.KeyValue): port.KeyValue {
  return { ...kv, key: Buffer.from(kv.key, "latin1"), value: Buffer.from(kv.value, "latin1") };
}
