import type { Plain } from "../conformance/plain-message.ts";

/** What a watcher asked for. Keys that begin with a prefix are watched. */
export interface WatchWish {
  readonly prefix: string;
  /** 0: from now on. */
  readonly startRevision: number;
  readonly prevKv: boolean;
  readonly without?: "PUT" | "DELETE";
}

/** A message to a watcher, in plain form. */
export interface WatchMessage {
  /** Of the header. */
  readonly revision: number;
  readonly created: boolean;
  readonly canceled: boolean;
  /** 0, unless the watcher asked for history that is gone. */
  readonly compactRevision: number;
  /** More of the same revision follows. */
  readonly isFragment: boolean;
  readonly events: readonly Plain[];
}

/** One watcher from its creation to its end, with everything that it was told, and the progress of its stream. */
export interface WatchRecord {
  readonly wish: WatchWish;
  readonly messages: readonly WatchMessage[];
}

/** The revision that an event is about. */
export function revisionOfEvent(event: Plain): number {
  return Number((event["kv"] as Plain)["mod_revision"]);
}

/** The key that an event is about. */
export function keyOfEvent(event: Plain): string {
  return String((event["kv"] as Plain)["key"] ?? "");
}

/** The newest revision that a watcher was told an event of; 0 when it was told of none. */
export function lastRevision({ messages }: WatchRecord): number {
  const event = messages.flatMap(({ events }) => events).at(-1);
  return event === undefined ? 0 : revisionOfEvent(event);
}
