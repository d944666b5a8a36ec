import { isEmptyRange, isSingleKey } from "../key-range.ts";
import type { KeyRange } from "../requests.ts";

/** What a permission lets one do with the keys of its range. */
export type PermissionType = "read" | "write" | "readWrite";

/** Lets whoever has it do something with a range of keys. */
export interface Permission extends KeyRange {
  /** A number is a type that etcd does not know: it is kept, and grants nothing. */
  readonly type: PermissionType | number;
}

/**
 * Whether a range can be granted: it must have a first key, and hold one key at least.
 *
 * Mirrors: isValidPermissionRange in etcd server/auth/range_perm_cache.go.
 */
export function isGrantable(range: KeyRange): boolean {
  return range.key !== "" && (isSingleKey(range) || !isEmptyRange(range));
}
