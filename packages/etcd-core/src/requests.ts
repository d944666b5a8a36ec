/**
 * What is asked of etcd, in the core's words: the wire's snake_case, strings of digits and Buffers
 * end in the server.
 *
 * A byte string holds one byte a character (latin1), so that `<` on strings is the order of bytes.
 * A revision is a number (a safe integer); a lease id is a bigint, because clients choose any
 * int64.
 */

import type { AlarmType } from "./alarm/alarm-store.ts";

/** Bytes as a string of the characters U+0000 to U+00FF. */
export type ByteString = string;

/** A lease id; 0n stands for "no lease". */
export type LeaseId = bigint;

/**
 * The id that no lease has: on a key, that it hangs on none; in a grant, that the store chooses.
 */
export const noLease: LeaseId = 0n;

/** Whether and in which direction the records of a range are sorted. */
export type SortOrder = "none" | "ascend" | "descend";
/** What the records of a range are sorted by. */
export type SortTarget = "key" | "version" | "create" | "mod" | "value";

/**
 * Which keys: one (`rangeEnd` empty), all from `key` on (`rangeEnd` "\0"), or those from `key` up
 * to `rangeEnd`.
 */
export interface KeyRange {
  readonly key: ByteString;
  readonly rangeEnd: ByteString;
}

/** Asks for the records of a range. */
export interface RangeRequest extends KeyRange {
  /** 0 or less: no limit. */
  readonly limit?: number;
  /** 0 or less: now. */
  readonly revision?: number;
  /** A number is an order that etcd does not know: it is refused. */
  readonly sortOrder?: SortOrder | number;
  readonly sortTarget?: SortTarget | number;
  readonly keysOnly?: boolean;
  readonly countOnly?: boolean;
  /** Bounds, inclusive; 0 for none. */
  readonly minModRevision?: number;
  readonly maxModRevision?: number;
  readonly minCreateRevision?: number;
  readonly maxCreateRevision?: number;
}

/** Asks to write a key. */
export interface PutRequest {
  readonly key: ByteString;
  readonly value: ByteString;
  /** The lease that the key is to hang on from now on; none if left out, whatever it was. */
  readonly lease?: LeaseId;
  /** Whether the record as it was before is to be given. */
  readonly prevKv?: boolean;
  /** Keeps the value as it is; `value` must be empty. */
  readonly ignoreValue?: boolean;
  /** Keeps the lease as it is; `lease` must be left out or 0n. */
  readonly ignoreLease?: boolean;
}

/** Asks to delete the keys of a range. */
export interface DeleteRangeRequest extends KeyRange {
  /** Whether the records as they were are to be given. */
  readonly prevKv?: boolean;
}

/** What a compare takes the key to be, beside what it is compared with. */
export type CompareResult = "equal" | "greater" | "less" | "notEqual";

/**
 * What a compare asks of each key in its range. A target without its value compares with 0, or with
 * no bytes; a target that etcd does not know (a number) compares as equal.
 */
export type CompareTarget =
  | { readonly target: "version" | "create" | "mod"; readonly operand: number }
  | { readonly target: "value"; readonly operand: ByteString }
  | { readonly target: "lease"; readonly operand: LeaseId }
  | { readonly target: number };

/** A compare. A result that etcd does not know (a number) always holds. */
export type Compare = KeyRange & CompareTarget & { readonly result: CompareResult | number };

/** One operation of a transaction; "none" is an operation that names nothing (etcd refuses it). */
export type RequestOp =
  | { readonly kind: "range"; readonly request: RangeRequest }
  | { readonly kind: "put"; readonly request: PutRequest }
  | { readonly kind: "deleteRange"; readonly request: DeleteRangeRequest }
  | { readonly kind: "txn"; readonly request: TxnRequest }
  | { readonly kind: "none" };

/** Asks to do the operations of `success` when all compares hold, those of `failure` otherwise. */
export interface TxnRequest {
  readonly compare: readonly Compare[];
  readonly success: readonly RequestOp[];
  readonly failure: readonly RequestOp[];
}

/** Asks to be told of the changes of a range. */
export interface WatchCreateRequest extends KeyRange {
  /** 0: from now on; below 0 is refused as compacted. */
  readonly startRevision?: number;
  /** Whether to be told of progress at intervals while nothing happens. */
  readonly progressNotify?: boolean;
  /** Events of this kind are not sent. */
  readonly withoutPuts?: boolean;
  readonly withoutDeletes?: boolean;
  /** Whether events carry the record as it was before. */
  readonly prevKv?: boolean;
  /** 0: the stream chooses. An int64 of the client's, so a bigint. */
  readonly watchId?: bigint;
  /** Whether large messages may come in parts. */
  readonly fragment?: boolean;
}

/** Asks to raise an alarm, to end one, or for those that are active. */
export interface AlarmRequest {
  readonly action: "get" | "activate" | "deactivate";
  /** In whose name; means nothing to `get`. */
  readonly memberId: bigint;
  /** Left out: all kinds for `get`, none for the others. */
  readonly type?: AlarmType | undefined;
}
