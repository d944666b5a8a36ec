import type { ByteString } from "../requests.ts";
import { noLease } from "../requests.ts";
import type { KeyValue } from "../responses.ts";

/** Whether a record marks the deletion of its key. */
export function isTombstone(record: KeyValue): boolean {
  return record.version === 0;
}

/** Whether a record is the first of its key's life. */
export function isCreation(record: KeyValue): boolean {
  return record.version === 1;
}

/**
 * The record of a deletion, as history keeps it and as watchers get it: it has the key and the
 * revision, and no more.
 */
export function createTombstone(key: ByteString, revision: number): KeyValue {
  return {
    key,
    value: "",
    createRevision: 0,
    modRevision: revision,
    version: 0,
    lease: noLease,
  };
}

/** How many bytes of the user's a record holds. */
export function recordBytes(record: KeyValue): number {
  return record.key.length + record.value.length;
}
