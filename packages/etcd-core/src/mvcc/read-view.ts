import type { ByteString, KeyRange } from "../requests.ts";
import type { KeyValue } from "../responses.ts";
import type { Tally } from "../tally.ts";
import type { RangeResult } from "./key-index.ts";

/** The right to read: the store, or the store as a transaction has left it so far. */
export interface ReadView {
  /** The newest revision that can be read. */
  readonly revision: number;
  /** Reads below this revision are refused; -1 before the first compaction. */
  readonly compactRevision: number;
  /** Where reads and writes are counted. */
  readonly tally: Tally;
  /** A key's record now. */
  get(key: ByteString): KeyValue | undefined;
  /**
   * The records of a range as of a revision that is neither compacted nor in the future; no limit
   * if 0 or less.
   */
  range(range: KeyRange, revision: number, limit?: number): RangeResult;
  /** How many keys a range holds as of a revision. */
  count(range: KeyRange, revision: number): number;
}
