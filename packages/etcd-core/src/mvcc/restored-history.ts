import type { StoredRecord } from "../backend/stored-record.ts";
import type { KeyValue } from "../responses.ts";
import { ChangeLog } from "./change-log.ts";
import { KeptRecords } from "./kept-records.ts";
import { KeyIndex } from "./key-index.ts";

/** What a store remembers of its keys, as plain values. */
export interface History {
  readonly revision: number;
  /** -1 when nothing was ever compacted. */
  readonly compactRevision: number;
  /** Every change that is held, in the order in which they were made. */
  readonly records: readonly StoredRecord[];
}

/** How many revisions in a row may lack their changes: each costs an empty place in the log. */
const maxGap = 1_000_000;

/** A history in the forms in which the store holds it. */
export interface RestoredHistory {
  readonly revision: number;
  readonly compactRevision: number;
  readonly index: KeyIndex;
  readonly log: ChangeLog;
  readonly kept: KeptRecords;
}

/**
 * Builds index and log from a history. Throws an Error for one that no store can have: changes that
 * are not in order or come after the last revision, a compaction in the future, or revisions
 * without changes beyond count.
 */
export function restoredHistory(history: History): RestoredHistory {
  requireSound(history);
  const { revision, compactRevision, records } = history;
  const index = new KeyIndex();
  const kept = new KeptRecords();
  const log = new ChangeLog(Math.max(2, compactRevision));
  let changes: KeyValue[] = [];
  let at = log.first;
  const appendUpTo = (next: number) => {
    if (next - at > maxGap) throw new Error(`no change is there from revision ${at} to ${next}`);
    for (; at < next; at++) {
      log.append(changes);
      changes = [];
    }
  };
  for (const { record, subRevision } of records) {
    index.append(record);
    if (record.modRevision <= compactRevision) kept.push(record, subRevision);
    if (record.modRevision < log.first) continue;
    appendUpTo(record.modRevision);
    changes.push(record);
  }
  appendUpTo(revision + 1);
  return { revision, compactRevision, index, log, kept };
}

function requireSound({ revision, compactRevision, records }: History): void {
  if (!Number.isSafeInteger(revision) || revision < 1) throw new Error(`no revision: ${revision}`);
  if (compactRevision > revision) {
    throw new Error(`compacted at ${compactRevision}, but written only up to ${revision}`);
  }
  let last = { revision: 0, sub: -1 };
  for (const { record, subRevision } of records) {
    const { modRevision } = record;
    const isLater =
      modRevision > last.revision || (modRevision === last.revision && subRevision > last.sub);
    if (!isLater || modRevision > revision) {
      throw new Error(`a change of revision ${modRevision} is out of order`);
    }
    last = { revision: modRevision, sub: subRevision };
  }
}
