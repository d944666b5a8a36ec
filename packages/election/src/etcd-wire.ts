import type { Bytes } from "./bytes.ts";
import { EtcdClientError, type StatusCode, statusCodeNames, texts } from "./errors.ts";
import type {
  Compare,
  DeleteRangeResult,
  KeyRange,
  KeyValue,
  PutRequest,
  RangeRequest,
  RangeResult,
  RequestOp,
  ResponseOp,
  TxnRequest,
  TxnResult,
  WatchEvent,
  WatchResult,
} from "./etcd-client.ts";

/*
 * From the port's words to etcd's messages as npm etcd3 loads them, and back: field names in snake_case, int64 as
 * decimal text. Enums go out by number, because npm etcd3 has names of its own for them and drops a name that it does
 * not know without a word; they come in by its names. A field that has its default value is left out, so that the bytes
 * are those that Go's client sends; but the operand of a compare is there even when it is 0, as one of several in a
 * oneof.
 */

/** A message as npm etcd3 takes it. */
export type Message = { readonly [field: string]: unknown };

const sortOrders = { ascend: 1, descend: 2 } as const;
const sortTargets = { key: 0, version: 1, create: 2, mod: 3, value: 4 } as const;
const compareResults = { equal: 0, greater: 1, less: 2, notEqual: 3 } as const;
const compareTargets = { version: 0, create: 1, mod: 2 } as const;
const operandFields = {
  version: "version",
  create: "create_revision",
  mod: "mod_revision",
} as const;

/** The fields but for those that are absent, 0, false or empty: what protobuf does not send. */
function withoutDefaults(fields: Message): Message {
  const isSet = (value: unknown) => (value instanceof Uint8Array ? value.length > 0 : value);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isSet(value)));
}

/** A RangeRequest. */
export function rangeMessage(request: RangeRequest): Message {
  return withoutDefaults({
    key: request.key,
    range_end: request.rangeEnd,
    limit: request.limit,
    revision: request.revision,
    sort_order: request.sortOrder && sortOrders[request.sortOrder],
    sort_target: request.sortTarget && sortTargets[request.sortTarget],
    serializable: request.serializable,
    max_create_revision: request.maxCreateRevision,
  });
}

/** A DeleteRangeRequest. */
export function deleteRangeMessage(range: KeyRange): Message {
  return withoutDefaults({ key: range.key, range_end: range.rangeEnd });
}

/** A WatchRequest that creates a watch. */
export function watchCreateMessage(range: KeyRange, startRevision: number): Message {
  const { key, rangeEnd } = range;
  const create = { key, range_end: rangeEnd, start_revision: startRevision };
  return { create_request: withoutDefaults(create) };
}

/** A TxnRequest. */
export function txnMessage(request: TxnRequest): Message {
  return {
    compare: request.compare.map(compareMessage),
    success: request.success.map(requestOpMessage),
    failure: request.failure.map(requestOpMessage),
  };
}

function compareMessage({ key, target, result, operand }: Compare): Message {
  const comparing = { result: compareResults[result], target: compareTargets[target], key };
  return { ...withoutDefaults(comparing), [operandFields[target]]: operand };
}

function requestOpMessage(operation: RequestOp): Message {
  if (operation.kind === "range") return { request_range: rangeMessage(operation.request) };
  if (operation.kind === "put") return { request_put: putMessage(operation.request) };
  return { request_delete_range: deleteRangeMessage(operation.request) };
}

function putMessage({ key, value, lease = 0n }: PutRequest): Message {
  return withoutDefaults({ key, value, lease: lease === 0n ? undefined : lease.toString() });
}

interface WireHeader {
  readonly revision: string;
}

interface WireKeyValue {
  readonly key: Bytes;
  readonly value: Bytes;
  readonly create_revision: string;
  readonly mod_revision: string;
  readonly version: string;
  readonly lease: string;
}

/** A RangeResponse. */
export interface WireRange {
  readonly header: WireHeader | null;
  readonly kvs: readonly WireKeyValue[];
  readonly more: boolean;
  readonly count: string;
}

/** A DeleteRangeResponse. */
export interface WireDeleteRange {
  readonly header: WireHeader | null;
  readonly deleted: string;
}

/** A TxnResponse. */
export interface WireTxn {
  readonly header: WireHeader | null;
  readonly succeeded: boolean;
  readonly responses: readonly {
    readonly response_range?: WireRange;
    readonly response_put?: { readonly header: WireHeader | null };
    readonly response_delete_range?: WireDeleteRange;
  }[];
}

/** A WatchResponse. */
export interface WireWatch {
  readonly header: WireHeader | null;
  readonly created: boolean;
  readonly canceled: boolean;
  readonly compact_revision: string;
  readonly cancel_reason: string;
  readonly events: readonly {
    /** npm etcd3's names, and those of the .proto file. */
    readonly type: "Put" | "Delete" | "PUT" | "DELETE";
    readonly kv: WireKeyValue | null;
  }[];
}

/** A RangeResponse in the port's words. */
export function toRangeResult(wire: WireRange): RangeResult {
  return {
    revision: toRevision(wire.header),
    kvs: wire.kvs.map(toKeyValue),
    more: wire.more,
    count: Number(wire.count),
  };
}

/** A DeleteRangeResponse in the port's words. */
export function toDeleteRangeResult(wire: WireDeleteRange): DeleteRangeResult {
  return { revision: toRevision(wire.header), deleted: Number(wire.deleted) };
}

/** A TxnResponse in the port's words. */
export function toTxnResult(wire: WireTxn): TxnResult {
  return {
    revision: toRevision(wire.header),
    succeeded: wire.succeeded,
    responses: wire.responses.map(toResponseOp),
  };
}

function toResponseOp(wire: WireTxn["responses"][number]): ResponseOp {
  if (wire.response_range) return { kind: "range", response: toRangeResult(wire.response_range) };
  if (wire.response_delete_range) {
    return { kind: "deleteRange", response: toDeleteRangeResult(wire.response_delete_range) };
  }
  const header = wire.response_put?.header ?? null;
  return { kind: "put", response: { revision: toRevision(header) } };
}

/** A message of a watch; throws the EtcdClientError that a cancellation stands for. */
export function toWatchResult(wire: WireWatch): WatchResult {
  if (wire.compact_revision !== "0") throw new EtcdClientError("OUT_OF_RANGE", texts.compacted);
  if (wire.canceled) throw cancellation(wire.cancel_reason);
  return {
    revision: toRevision(wire.header),
    created: wire.created,
    events: wire.events.map(toWatchEvent),
  };
}

function toWatchEvent({ type, kv }: WireWatch["events"][number]): WatchEvent {
  if (kv === null) throw new EtcdClientError("INTERNAL", texts.unexpectedResponse);
  return { type: type === "Put" || type === "PUT" ? "put" : "delete", kv: toKeyValue(kv) };
}

function toKeyValue(wire: WireKeyValue): KeyValue {
  return {
    key: wire.key,
    value: wire.value,
    createRevision: Number(wire.create_revision),
    modRevision: Number(wire.mod_revision),
    version: Number(wire.version),
    lease: BigInt(wire.lease),
  };
}

function toRevision(header: WireHeader | null): number {
  return Number(header?.revision ?? 0);
}

/** etcd gives the reason as Go prints a gRPC error, or as bare text. */
function cancellation(reason: string): EtcdClientError {
  const parts = /^rpc error: code = (\w+) desc = (.*)$/s.exec(reason);
  const code = statusCodeNames.find(
    (name) => name.replaceAll("_", "") === parts?.[1]?.toUpperCase(),
  );
  if (code !== undefined) return new EtcdClientError(code, parts?.[2] ?? reason);
  if (reason === texts.compacted) return new EtcdClientError("OUT_OF_RANGE", reason);
  return new EtcdClientError("FAILED_PRECONDITION", reason === "" ? texts.watchCanceled : reason);
}

/** What grpc-js says when a request never left because nobody was there. */
const notSentTexts = ["No connection established", "Name resolution failed", "Channel closed"];

/** An error of grpc-js: its number becomes a name, etcd's text stays. Anything else becomes UNKNOWN. */
export function toEtcdClientError(thrown: unknown): EtcdClientError {
  const { code, details, message } = thrown as {
    code?: unknown;
    details?: unknown;
    message?: unknown;
  };
  const name: StatusCode = (typeof code === "number" && statusCodeNames[code]) || "UNKNOWN";
  const text = String(details ?? message ?? thrown);
  const notSent = name === "UNAVAILABLE" && notSentTexts.some((start) => text.startsWith(start));
  return new EtcdClientError(name, text, { notSent, cause: thrown });
}
