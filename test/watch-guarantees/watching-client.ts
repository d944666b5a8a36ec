import { etcd } from "@leaderlab/proto";
import { RpcError } from "@leaderlab/rpc";
import type { RpcClient } from "@leaderlab/rpc/client";
import { fromMessage, type Plain, toMessage } from "../conformance/plain-message.ts";
import {
  keyOfEvent,
  lastRevision,
  type WatchMessage,
  type WatchRecord,
  type WatchWish,
} from "./watch-record.ts";

const { Watch } = etcd.watch.methods;

/** The key under each prefix that is put and deleted when all else is written. */
export const endKey = "~end";

export interface WatchingOptions {
  readonly rpc: RpcClient;
  /** Watchers on one stream. */
  readonly wishes: readonly WatchWish[];
  /** Waited for after each message: a slow consumer takes its time. */
  readonly pace?: (messages: number) => Promise<void>;
  /** After how many messages the stream is broken off, to be resumed on a new one; asked each time. Default: never. */
  readonly messagesPerStream?: () => number;
  /** Asks how far the stream is after every so many messages. */
  readonly progressEvery?: number;
}

/** Watches until each watcher has seen the end; resumes where a stream breaks and where history is gone. */
export async function watchToTheEnd(options: WatchingOptions): Promise<readonly WatchRecord[]> {
  const watchers = options.wishes.map((wish) => new ResumedWatcher(wish));
  for (let streams = 0; watchers.some(({ isAtEnd }) => !isAtEnd); streams++) {
    if (streams > 1000) throw new Error("the streams come to no end");
    await watchOneStream(options, watchers);
  }
  return watchers.flatMap(({ records }) => records);
}

interface KeptRecord extends WatchRecord {
  readonly wish: WatchWish;
  readonly messages: WatchMessage[];
}

/** One wish over all its streams: a record for each time that a watcher was made for it. */
class ResumedWatcher {
  readonly records: KeptRecord[] = [];
  readonly #wish: WatchWish;
  isAtEnd = false;

  constructor(wish: WatchWish) {
    this.#wish = wish;
  }

  /** Where a new watcher is to begin: after what was told, or where history begins if that is gone. */
  resume(): WatchWish {
    let { startRevision } = this.#wish;
    for (const record of this.records) {
      const compacted = record.messages.find(({ compactRevision }) => compactRevision > 0);
      const created = record.messages.find((message) => message.created);
      if (startRevision === 0 && created !== undefined) startRevision = created.revision + 1;
      startRevision = Math.max(
        startRevision,
        lastRevision(record) + 1,
        compacted?.compactRevision ?? 0,
      );
    }
    const wish = { ...this.#wish, startRevision };
    this.records.push({ wish, messages: [] });
    return wish;
  }

  take(message: WatchMessage): void {
    this.records.at(-1)?.messages.push(message);
    const { prefix, without } = this.#wish;
    const lastType = without === "DELETE" ? "PUT" : "DELETE";
    this.isAtEnd ||= message.events.some(
      (event) =>
        keyOfEvent(event) === `${prefix}${endKey}` && (event["type"] ?? "PUT") === lastType,
    );
  }
}

async function watchOneStream(
  { rpc, pace, messagesPerStream, progressEvery }: WatchingOptions,
  watchers: readonly ResumedWatcher[],
): Promise<void> {
  const stream = rpc.bidi(Watch);
  const byId = new Map<number, ResumedWatcher>();
  let nextId = 1;
  const create = (watcher: ResumedWatcher) => {
    byId.set(nextId, watcher);
    const create_request = createRequest(watcher.resume(), nextId++);
    stream.send(toMessage({ create_request }, Watch.requestType));
  };
  for (const watcher of watchers) if (!watcher.isAtEnd) create(watcher);
  const most = messagesPerStream?.() ?? Number.POSITIVE_INFINITY;
  let messages = 0;
  try {
    for await (const response of stream) {
      const plain = fromMessage(response, Watch.responseType);
      const id = Number(plain["watch_id"] ?? 0);
      const message = messageOf(plain);
      const watcher = byId.get(id);
      // Progress of the whole stream has no watcher's id.
      for (const told of watcher === undefined ? byId.values() : [watcher]) told.take(message);
      if (watcher !== undefined && message.canceled) {
        byId.delete(id);
        create(watcher);
      }
      messages += 1;
      if (progressEvery !== undefined && messages % progressEvery === 0) {
        stream.send(toMessage({ progress_request: {} }, Watch.requestType));
      }
      if (messages >= most || watchers.every(({ isAtEnd }) => isAtEnd)) return;
      await pace?.(messages);
    }
  } catch (error) {
    if (!(error instanceof RpcError && error.code === "UNAVAILABLE")) throw error;
  }
}

function createRequest(wish: WatchWish, watchId: number): Plain {
  const { prefix, startRevision, prevKv, without } = wish;
  return {
    key: prefix === "" ? "\0" : prefix,
    range_end: prefix === "" ? "\0" : prefix.replace(/\/$/, "0"),
    start_revision: startRevision,
    prev_kv: prevKv,
    watch_id: watchId,
    ...(without && { filters: [without === "PUT" ? "NOPUT" : "NODELETE"] }),
  };
}

function messageOf(plain: Plain): WatchMessage {
  return {
    revision: Number((plain["header"] as Plain)["revision"] ?? 0),
    created: plain["created"] === true,
    canceled: plain["canceled"] === true,
    compactRevision: Number(plain["compact_revision"] ?? 0),
    isFragment: plain["fragment"] === true,
    events: (plain["events"] ?? []) as readonly Plain[],
  };
}
