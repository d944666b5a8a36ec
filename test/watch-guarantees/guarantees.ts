import { isDeepStrictEqual } from "node:util";
import type { Plain } from "../conformance/plain-message.ts";
import type { StoredKey } from "../linearizability/etcd-model.ts";
import type { TrueEvent } from "./true-history.ts";
import {
  keyOfEvent,
  revisionOfEvent,
  type WatchMessage,
  type WatchRecord,
  type WatchWish,
} from "./watch-record.ts";

/** What is known of the store that was watched. */
export interface Truth {
  readonly events: readonly TrueEvent[];
  /** Each as `KEY at REVISION`. */
  readonly byName: ReadonlyMap<string, TrueEvent>;
  /** The greatest revision at which history was compacted; 0 for none. */
  readonly compacted: number;
}

/** What is known when these events are. */
export function truthOf(events: readonly TrueEvent[], compacted: number): Truth {
  const byName = new Map(events.map((event) => [`${event.key} at ${event.revision}`, event]));
  return { events, byName, compacted };
}

/** How a record breaks a guarantee, one line for each place. */
export type Check = (record: WatchRecord, truth: Truth) => readonly string[];

/**
 * What etcd promises of watches, by the names of its documentation and of its own tests, with what breaks each promise.
 * Mirrors: https://etcd.io/docs/v3.6/learning/api_guarantees/#watch-apis and etcd tests/robustness/validate.
 */
export const guarantees: Readonly<Record<string, Check>> = {
  /** Events come in the order of revisions. */
  ordered: ({ messages }) =>
    pairs(eventsOf(messages)).flatMap(([a, b]) =>
      revisionOfEvent(b) < revisionOfEvent(a) ? [`${shown(b)} after ${shown(a)}`] : [],
    ),

  /** No event comes twice. */
  unique: ({ messages }) => {
    const seen = new Set<string>();
    return eventsOf(messages).flatMap((event) => {
      const name = `${keyOfEvent(event)} at ${revisionOfEvent(event)}`;
      if (seen.has(name)) return [`${name} twice`];
      seen.add(name);
      return [];
    });
  },

  /** What changed in one revision comes in one message, or in fragments that follow each other. */
  atomic: ({ messages }) =>
    pairs(messages.filter(({ events }) => events.length > 0)).flatMap(([a, b]) => {
      const [last, first] = [a.events.at(-1), b.events[0]];
      if (last === undefined || first === undefined || a.isFragment) return [];
      const isSplit = revisionOfEvent(last) === revisionOfEvent(first);
      return isSplit ? [`revision ${revisionOfEvent(first)} in two messages`] : [];
    }),

  /** Nothing is left out between the first revision that was asked for and the last that came. */
  reliable: ({ wish, messages }, truth) => {
    const events = eventsOf(messages);
    const last = events.at(-1);
    if (last === undefined) return [];
    const came = new Set(events.map(nameOf));
    return wanted(wish, messages, truth)
      .filter(({ revision }) => revision <= revisionOfEvent(last))
      .filter((event) => !came.has(`${event.type} ${event.key} ${event.revision}`))
      .map((event) => `${event.type} ${event.key} at ${event.revision} did not come`);
  },

  /** A watcher from a revision is told of that revision first, and of nothing before it. */
  resumable: ({ wish, messages }) => {
    const first = eventsOf(messages)[0];
    const from = firstRevision(wish, messages);
    return first !== undefined && revisionOfEvent(first) < from
      ? [`${shown(first)} came to a watcher from ${from} on`]
      : [];
  },

  /** Progress at a revision says that all events up to it have come. */
  bookmarkable: ({ wish, messages }, truth) => {
    const problems: string[] = [];
    const missing = wanted(wish, messages, truth).toReversed();
    let progress = 0;
    for (const message of messages) {
      for (const event of message.events) {
        const revision = revisionOfEvent(event);
        if (revision <= progress) problems.push(`${shown(event)} after progress at ${progress}`);
        while ((missing.at(-1)?.revision ?? Number.POSITIVE_INFINITY) <= revision) missing.pop();
      }
      if (!isProgress(message)) continue;
      progress = Math.max(progress, message.revision);
      const next = missing.at(-1);
      if (next !== undefined && next.revision <= progress) {
        problems.push(`progress at ${progress} before ${next.key} at ${next.revision}`);
      }
    }
    return problems;
  },

  /** The record before a change is told to those who ask, as far as it is not compacted. */
  prevKV: ({ wish, messages }, truth) =>
    eventsOf(messages).flatMap((event) => {
      const { before } = trueEvent(event, truth) ?? {};
      const expected = wish.prevKv && before ? plainKv(keyOfEvent(event), before) : undefined;
      if (isDeepStrictEqual(event["prev_kv"], expected)) return [];
      const isGone = event["prev_kv"] === undefined && revisionOfEvent(event) <= truth.compacted;
      return isGone ? [] : [`${shown(event)} has prev_kv ${JSON.stringify(event["prev_kv"])}`];
    }),

  /** What is told of a key is what it became; so a creation is known by its revisions. */
  isCreate: ({ messages }, truth) =>
    eventsOf(messages).flatMap((event) => {
      const happened = trueEvent(event, truth);
      if (happened === undefined) return [`${shown(event)} never happened`];
      const { key, revision, stored } = happened;
      const expected = stored ? plainKv(key, stored) : { key, mod_revision: revision };
      return isDeepStrictEqual(event["kv"], expected) ? [] : [`${shown(event)} was another one`];
    }),

  /** Only what was asked for comes. */
  filter: ({ wish, messages }) =>
    eventsOf(messages).flatMap((event) => {
      const isWanted = keyOfEvent(event).startsWith(wish.prefix) && typeOf(event) !== wish.without;
      return isWanted ? [] : [`${shown(event)} was not asked for`];
    }),
};

/** Every guarantee that a record breaks, with how. */
export function brokenGuarantees(record: WatchRecord, truth: Truth): readonly string[] {
  return Object.entries(guarantees).flatMap(([name, check]) =>
    check(record, truth).map((problem) => `${name}: ${problem}`),
  );
}

/** What a watcher is to be told of, in order. */
export function wanted(
  wish: WatchWish,
  messages: readonly WatchMessage[],
  { events }: Truth,
): TrueEvent[] {
  const from = firstRevision(wish, messages);
  return events.filter(
    ({ revision, key, type }) =>
      revision >= from && key.startsWith(wish.prefix) && type !== wish.without,
  );
}

function firstRevision({ startRevision }: WatchWish, messages: readonly WatchMessage[]): number {
  const created = messages.find((message) => message.created);
  return startRevision > 0 ? startRevision : (created?.revision ?? 0) + 1;
}

/** A message that is about nothing else. */
function isProgress({ created, canceled, events }: WatchMessage): boolean {
  return !created && !canceled && events.length === 0;
}

function eventsOf(messages: readonly WatchMessage[]): readonly Plain[] {
  return messages.flatMap(({ events }) => events);
}

function typeOf(event: Plain): "PUT" | "DELETE" {
  return event["type"] === "DELETE" ? "DELETE" : "PUT";
}

function nameOf(event: Plain): string {
  return `${typeOf(event)} ${keyOfEvent(event)} ${revisionOfEvent(event)}`;
}

function shown(event: Plain): string {
  return `${typeOf(event)} of ${keyOfEvent(event)} at ${revisionOfEvent(event)}`;
}

function trueEvent(event: Plain, { byName }: Truth): TrueEvent | undefined {
  return byName.get(`${keyOfEvent(event)} at ${revisionOfEvent(event)}`);
}

function plainKv(key: string, { value, create, mod, version }: StoredKey): Plain {
  const kv = { key, create_revision: create, mod_revision: mod, version };
  return value === "" ? kv : { ...kv, value };
}

function pairs<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.slice(1).map((item, index) => [items[index] as T, item] as const);
}
