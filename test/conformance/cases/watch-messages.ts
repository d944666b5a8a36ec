import type { Plain } from "../plain-message.ts";
import { at, tombstone } from "./case.ts";

/** Asks for a watcher. */
export const create = (request: Plain): Plain => ({ create_request: request });
/** Asks for the end of a watcher. */
export const cancel = (watch_id: number): Plain => ({ cancel_request: { watch_id } });
/** Asks how far the stream is. */
export const progress: Plain = { progress_request: {} };

/** The first message about a watcher. */
export const created = (revision: number, id = 0): Plain => ({
  ...at(revision),
  ...of(id),
  created: true,
});
const of = (id: number): Plain => (id === 0 ? {} : { watch_id: id });
/** A message with events. */
export const events = (revision: number, list: readonly Plain[], id = 0): Plain => ({
  ...at(revision),
  ...of(id),
  events: list,
});
/** The one message about a watcher that was not made. */
export const refused = (revision: number, cancel_reason: string): Plain => ({
  ...at(revision),
  watch_id: -1,
  created: true,
  canceled: true,
  cancel_reason,
});
/** An event that a put made. */
export const putEvent = (record: Plain, more: Plain = {}): Plain => ({ kv: record, ...more });
/** An event that a deletion made. */
export const deleteEvent = (key: string, revision: number, more: Plain = {}): Plain => ({
  type: "DELETE",
  kv: tombstone(key, revision),
  ...more,
});

/** The message that ends a watcher which asked for what is compacted. */
export const compactedAway = (compact_revision: number, id = 0): Plain => ({
  header: {},
  ...of(id),
  canceled: true,
  compact_revision,
});
/** The answer to a question for progress. */
export const progressed = (revision: number): Plain => ({ ...at(revision), watch_id: -1 });
