import type { ChangeLog } from "../mvcc/change-log.ts";
import { ChangeEvent, type ReadAt } from "./change-event.ts";
import type { Watcher } from "./watcher.ts";

/** The most revisions whose events stand in one response. Mirrors: watchBatchMaxRevs in etcd. */
const maxBatchRevisions = 1000;

/** The most revisions that are looked at for one response, as a watcher may want few of them. */
const maxScannedRevisions = 100_000;

/** A piece of history, for one watcher. */
export interface Batch {
  readonly events: readonly ChangeEvent[];
  /** Where the next piece begins. */
  readonly nextRevision: number;
  /** What the piece has cost: how many revisions were looked at. */
  readonly scannedRevisions: number;
}

/**
 * The next piece of history that a watcher has not been told, up to and with `revision`. It ends
 * after 1000 revisions with events for it, or after 100,000 without; a revision is never split.
 *
 * Mirrors: eventBatch in etcd server/storage/mvcc/watcher_group.go: what the watcher filters out
 * counts, too.
 */
export function nextBatch(
  watcher: Watcher,
  log: ChangeLog,
  revision: number,
  readAt: ReadAt,
): Batch {
  const events: ChangeEvent[] = [];
  const begin = watcher.nextRevision;
  const end = Math.min(revision + 1, begin + maxScannedRevisions);
  let batchRevisions = 0;
  let next = begin;
  for (; next < end && batchRevisions < maxBatchRevisions; next++) {
    const eventsBefore = events.length;
    for (const record of log.at(next)) {
      if (watcher.watches(record.key)) events.push(new ChangeEvent(record, readAt));
    }
    if (events.length > eventsBefore) batchRevisions += 1;
  }
  return { events, nextRevision: next, scannedRevisions: next - begin };
}
