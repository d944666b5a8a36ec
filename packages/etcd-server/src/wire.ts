/** Between the wire's words (snake_case, digits as strings, Buffers) and the core's. */
import type * as core from "@leaderlab/etcd-core";
import type * as etcd from "@leaderlab/proto/etcd";

/** Bytes as the core holds them: one byte a character. */
export function fromBytes(bytes: Buffer): core.ByteString {
  return bytes.toString("latin1");
}

/** The core's byte string as bytes. */
export function toBytes(text: core.ByteString): Buffer {
  return Buffer.from(text, "latin1");
}

/**
 * An int64 of the wire as a number. One beyond 2^53 loses its last digits, which is why this is for revisions,
 * versions and limits only: no store reaches such a revision, so larger stays larger.
 */
export function toNumber(digits: string): number {
  return Number(digits);
}

const sortOrders = { NONE: "none", ASCEND: "ascend", DESCEND: "descend" } as const;
const sortTargets = {
  KEY: "key",
  VERSION: "version",
  CREATE: "create",
  MOD: "mod",
  VALUE: "value",
} as const;

export function rangeRequest(request: etcd.RangeRequest): core.RangeRequest {
  return {
    key: fromBytes(request.key),
    rangeEnd: fromBytes(request.range_end),
    limit: toNumber(request.limit),
    revision: toNumber(request.revision),
    sortOrder: sortOrders[request.sort_order] ?? Number(request.sort_order),
    sortTarget: sortTargets[request.sort_target] ?? Number(request.sort_target),
    keysOnly: request.keys_only,
    countOnly: request.count_only,
    minModRevision: toNumber(request.min_mod_revision),
    maxModRevision: toNumber(request.max_mod_revision),
    minCreateRevision: toNumber(request.min_create_revision),
    maxCreateRevision: toNumber(request.max_create_revision),
  };
}

export function putRequest(request: etcd.PutRequest): core.PutRequest {
  return {
    key: fromBytes(request.key),
    value: fromBytes(request.value),
    lease: BigInt(request.lease),
    prevKv: request.prev_kv,
    ignoreValue: request.ignore_value,
    ignoreLease: request.ignore_lease,
  };
}

export function deleteRangeRequest(request: etcd.DeleteRangeRequest): core.DeleteRangeRequest {
  return {
    key: fromBytes(request.key),
    rangeEnd: fromBytes(request.range_end),
    prevKv: request.prev_kv,
  };
}

export function txnRequest(request: etcd.TxnRequest): core.TxnRequest {
  return {
    compare: request.compare.map(compareOf),
    success: request.success.map(requestOp),
    failure: request.failure.map(requestOp),
  };
}

const compareResults = {
  EQUAL: "equal",
  GREATER: "greater",
  LESS: "less",
  NOT_EQUAL: "notEqual",
} as const;

/**
 * A compare whose target differs from the field that is set compares with zero; a result or a target that etcd does
 * not know goes on as its number, and the core does with it what etcd does.
 */
function compareOf(compare: etcd.Compare): core.Compare {
  const result = compareResults[compare.result] ?? Number(compare.result);
  const range = { key: fromBytes(compare.key), rangeEnd: fromBytes(compare.range_end), result };
  switch (compare.target) {
    case "VERSION":
      return { ...range, target: "version", operand: toNumber(compare.version ?? "0") };
    case "CREATE":
      return { ...range, target: "create", operand: toNumber(compare.create_revision ?? "0") };
    case "MOD":
      return { ...range, target: "mod", operand: toNumber(compare.mod_revision ?? "0") };
    case "VALUE":
      return { ...range, target: "value", operand: fromBytes(compare.value ?? Buffer.alloc(0)) };
    case "LEASE":
      return { ...range, target: "lease", operand: BigInt(compare.lease ?? "0") };
    default:
      return { ...range, target: Number(compare.target) };
  }
}

function requestOp(op: etcd.RequestOp): core.RequestOp {
  if (op.request_range) return { kind: "range", request: rangeRequest(op.request_range) };
  if (op.request_put) return { kind: "put", request: putRequest(op.request_put) };
  if (op.request_delete_range) {
    return { kind: "deleteRange", request: deleteRangeRequest(op.request_delete_range) };
  }
  if (op.request_txn) return { kind: "txn", request: txnRequest(op.request_txn) };
  return { kind: "none" };
}

export function watchCreateRequest(request: etcd.WatchCreateRequest): core.WatchCreateRequest {
  return {
    key: fromBytes(request.key),
    rangeEnd: fromBytes(request.range_end),
    startRevision: toNumber(request.start_revision),
    progressNotify: request.progress_notify,
    withoutPuts: request.filters.includes("NOPUT"),
    withoutDeletes: request.filters.includes("NODELETE"),
    prevKv: request.prev_kv,
    watchId: BigInt(request.watch_id),
    fragment: request.fragment,
  };
}

/** A record as the wire has it. */
export function keyValue(kv: core.KeyValue): etcd.KeyValueInput {
  return {
    key: toBytes(kv.key),
    create_revision: kv.createRevision,
    mod_revision: kv.modRevision,
    version: kv.version,
    value: toBytes(kv.value),
    lease: kv.lease === 0n ? undefined : kv.lease.toString(),
  };
}

/** A header is made by the server, which knows the ids; a response's own revision goes into it. */
export type Header = (revision: number) => etcd.ResponseHeaderInput;

export function rangeResponse(
  response: core.RangeResponse,
  header: Header,
): etcd.RangeResponseInput {
  return {
    header: header(response.revision),
    kvs: response.kvs.map(keyValue),
    more: response.more,
    count: response.count,
  };
}

export function putResponse(response: core.PutResponse, header: Header): etcd.PutResponseInput {
  return {
    header: header(response.revision),
    prev_kv: response.prevKv && keyValue(response.prevKv),
  };
}

export function deleteRangeResponse(
  response: core.DeleteRangeResponse,
  header: Header,
): etcd.DeleteRangeResponseInput {
  return {
    header: header(response.revision),
    deleted: response.deleted,
    prev_kvs: response.prevKvs.map(keyValue),
  };
}

export function txnResponse(response: core.TxnResponse, header: Header): etcd.TxnResponseInput {
  return {
    header: header(response.revision),
    succeeded: response.succeeded,
    responses: response.responses.map(responseOp),
  };
}

/** Inside a transaction a header holds the revision only. */
const innerHeader: Header = (revision) => ({ revision });

function responseOp(op: core.ResponseOp): etcd.ResponseOpInput {
  switch (op.kind) {
    case "range":
      return { response_range: rangeResponse(op.response, innerHeader) };
    case "put":
      return { response_put: putResponse(op.response, innerHeader) };
    case "deleteRange":
      return { response_delete_range: deleteRangeResponse(op.response, innerHeader) };
    case "txn":
      return { response_txn: txnResponse(op.response, innerHeader) };
  }
}

export function watchResponse(
  response: core.WatchResponse,
  header: Header,
): etcd.WatchResponseInput {
  return {
    header: header(response.revision),
    watch_id: response.watchId.toString(),
    created: response.created,
    canceled: response.canceled,
    compact_revision: response.compactRevision,
    cancel_reason: response.cancelReason,
    fragment: response.fragment,
    events: response.events.map(watchEvent),
  };
}

function watchEvent(event: core.WatchEvent): etcd.EventInput {
  if (event.type === "put") {
    return { type: "PUT", kv: keyValue(event.kv), prev_kv: event.prevKv && keyValue(event.prevKv) };
  }
  return {
    type: "DELETE",
    kv: { key: toBytes(event.kv.key), mod_revision: event.kv.modRevision },
    prev_kv: event.prevKv && keyValue(event.prevKv),
  };
}
