// The guarantees that etcd names for watches, checked on random histories with slow consumers and
// compactions:
// https://etcd.io/docs/v3.6/learning/api_guarantees/#watch-apis
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createEtcd } from "../create-etcd.ts";
import type { Etcd } from "../etcd.ts";
import { applyOperation } from "../model/apply-operation.ts";
import {
  arbitraryOperation,
  arbitraryWatch,
  type Operation,
} from "../model/arbitrary-operations.ts";
import { NaiveEtcd } from "../model/naive-etcd.ts";
import { RecordingOutbox } from "../model/recording-outbox.ts";
import type { KeyRange, WatchCreateRequest } from "../requests.ts";
import type { KeyValue, WatchEvent, WatchResponse } from "../responses.ts";
import type { WatchStream } from "./watch-stream.ts";

type Step =
  | { readonly kind: "do"; readonly operation: Operation }
  | { readonly kind: "watch"; readonly request: WatchCreateRequest }
  | { readonly kind: "progress" }
  | { readonly kind: "read" };

interface Watched {
  readonly id: bigint;
  readonly request: WatchCreateRequest;
  /** The first revision that it is to be told of. */
  readonly from: number;
}

interface Run {
  readonly etcd: Etcd;
  readonly model: NaiveEtcd;
  readonly outbox: RecordingOutbox;
  readonly watched: Watched[];
  /** Every revision that was compacted at some time. */
  readonly compactions: Set<number>;
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: arbitraryOperation.map((operation) => ({ kind: "do", operation }) as const),
    weight: 12,
  },
  { arbitrary: arbitraryWatch.map((request) => ({ kind: "watch", request }) as const), weight: 3 },
  { arbitrary: fc.constant({ kind: "progress" } as const), weight: 1 },
  { arbitrary: fc.constant({ kind: "read" } as const), weight: 2 },
);

const scenario = fc.record({
  /** How many messages the consumer takes before it has to be read. */
  capacity: fc.constantFrom(1, 2, 5, Infinity),
  steps: fc.array(step, { maxLength: 80, size: "max" }),
});

function play({ capacity, steps }: { capacity: number; steps: Step[] }): Run {
  const [etcd, model, time] = [createEtcd(), new NaiveEtcd(), { nowMs: 0 }];
  const outbox = new RecordingOutbox(capacity);
  const stream = etcd.openWatchStream(outbox);
  const run: Run = { etcd, model, outbox, watched: [], compactions: new Set() };
  for (const current of steps) {
    if (current.kind === "do") {
      applyOperation(etcd, current.operation, time);
      applyOperation(model, current.operation, time);
      if (current.operation.kind === "advance") time.nowMs += current.operation.ms;
      run.compactions.add(model.compactRevision);
    } else if (current.kind === "watch") {
      watch(run, stream, current.request);
    } else if (current.kind === "progress") {
      stream.requestProgress();
    } else {
      outbox.empty();
      stream.resume();
    }
  }
  for (let turn = 0; etcd.counts.unsyncedWatchers > 0; turn++) {
    assert.ok(turn < 10_000, "a watcher is never caught up");
    outbox.empty();
    stream.resume();
  }
  return run;
}

function watch({ etcd, outbox, watched }: Run, stream: WatchStream, request: WatchCreateRequest) {
  const before = outbox.responses.length;
  stream.create(request);
  const answer = outbox.responses[before];
  if (answer === undefined || answer.canceled) return;
  watched.push({ id: answer.watchId, request, from: request.startRevision || etcd.revision + 1 });
}

/** Checks a guarantee on each watcher of each run. */
function holdsForEachWatcher(check: (watched: Watched, run: Run) => void): void {
  fc.assert(
    fc.property(scenario, (given) => {
      const run = play(given);
      for (const watched of run.watched) check(watched, run);
    }),
    { numRuns: 300 },
  );
}

function contains({ key, rangeEnd }: KeyRange, candidate: string): boolean {
  if (rangeEnd === "") return candidate === key;
  return candidate >= key && (rangeEnd === "\0" || candidate < rangeEnd);
}

/** What a watcher is to be told from a revision on, without previous records. */
function expectedEvents({ model }: Run, { request }: Watched, from: number): WatchEvent[] {
  const changes = model.changes.slice(from).flat();
  const events = changes
    .filter(({ key }) => contains(request, key))
    .map((kv) => ({ type: kv.version === 0 ? "delete" : "put", kv }) as const);
  return events.filter(
    ({ type }) => !(type === "put" ? request.withoutPuts : request.withoutDeletes),
  );
}

/**
 * A put that its own revision deletes again is gone once exactly this revision is compacted:
 * whether a watcher is told of it depends on the moment, so both sides are compared without it.
 */
function lasting(events: WatchEvent[], { model, compactions }: Run): WatchEvent[] {
  return events.filter(({ type, kv }) => {
    if (type === "delete" || !compactions.has(kv.modRevision)) return true;
    return model.stateAt(kv.modRevision).has(kv.key);
  });
}

const withoutPrevious = (events: WatchEvent[]) => events.map(({ type, kv }) => ({ type, kv }));

function canceledBy(run: Run, { id }: Watched): WatchResponse | undefined {
  return run.outbox.responses.find((response) => response.watchId === id && response.canceled);
}

test("ordered: a watcher is told of revisions in ascending order", () => {
  holdsForEachWatcher(({ id }, { outbox }) => {
    const revisions = outbox.events(id).map(({ kv }) => kv.modRevision);
    assert.deepEqual(
      revisions,
      revisions.toSorted((a, b) => a - b),
    );
    for (const { revision, events } of outbox.eventResponses(id)) {
      assert.ok(events.every(({ kv }) => kv.modRevision <= revision));
    }
  });
});

test("unique: a watcher is told of no change twice", () => {
  holdsForEachWatcher(({ id }, { outbox }) => {
    const names = outbox.events(id).map(({ type, kv }) => `${type} ${kv.key} ${kv.modRevision}`);
    assert.equal(new Set(names).size, names.length);
  });
});

test("atomic: all changes of a revision come in one message", () => {
  holdsForEachWatcher(({ id }, { outbox }) => {
    const perMessage = outbox
      .eventResponses(id)
      .map(({ events }) => new Set(events.map(({ kv }) => kv.modRevision)));
    const revisions = perMessage.flatMap((set) => [...set]);
    assert.equal(new Set(revisions).size, revisions.length);
  });
});

test("reliable: a watcher is told of every change in its range, or that history is gone", () => {
  holdsForEachWatcher((watched, run) => {
    const told = withoutPrevious(lasting(run.outbox.events(watched.id), run));
    const expected = lasting(expectedEvents(run, watched, watched.from), run);
    const canceled = canceledBy(run, watched);
    if (canceled === undefined) return assert.deepEqual(told, expected);
    assert.deepEqual(told, expected.slice(0, told.length), "what it was told before is right");
    assert.ok(run.compactions.has(canceled.compactRevision ?? 0));
    const last = run.outbox.responses.filter(({ watchId }) => watchId === watched.id).at(-1);
    assert.equal(last, canceled, "nothing comes after the end");
    assert.deepEqual([canceled.revision, canceled.cancelReason], [0, undefined]);
  });
});

test("resumable: a new watcher from a revision on is told what the first one was told", () => {
  holdsForEachWatcher((watched, run) => {
    for (const from of [1, 2, 5, 9]) {
      if (from < run.model.compactRevision || from > run.model.revision) continue;
      const outbox = new RecordingOutbox();
      run.etcd.openWatchStream(outbox).create({ ...watched.request, startRevision: from });
      const told = withoutPrevious(lasting(outbox.events(0n), run));
      assert.deepEqual(told, lasting(expectedEvents(run, watched, from), run));
    }
  });
});

test("prevKV: the previous record is that of one revision before, or absent when compacted", () => {
  holdsForEachWatcher(({ id, request }, { model, outbox }) => {
    for (const { kv, prevKv, type } of outbox.events(id)) {
      const before = model.stateAt(kv.modRevision - 1).get(kv.key);
      const isCreation = type === "put" && kv.createRevision === kv.modRevision;
      const expected: KeyValue | undefined = request.prevKv && !isCreation ? before : undefined;
      if (prevKv === undefined && kv.modRevision - 1 < model.compactRevision) continue;
      assert.deepEqual(prevKv, expected);
    }
  });
});

test("bookmarkable: after a progress message comes nothing that it covers", () => {
  fc.assert(
    fc.property(scenario, (given) => {
      const { outbox, watched } = play(given);
      let bookmark = 0;
      const past = new Set(
        watched.filter(({ request }) => request.startRevision).map(({ id }) => id),
      );
      for (const { watchId, created, events, revision } of outbox.responses) {
        if (watchId === -1n && !created) bookmark = revision;
        if (created && past.has(watchId)) bookmark = 0;
        assert.ok(events.every(({ kv }) => kv.modRevision > bookmark));
      }
    }),
    { numRuns: 300 },
  );
});
