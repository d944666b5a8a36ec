import { type Case, del, inTxn, kv, prefix, put, times, txn } from "./case.ts";
import {
  cancel,
  create,
  created,
  deleteEvent,
  events,
  progress,
  progressed,
  putEvent,
  refused,
} from "./watch-messages.ts";

const one = kv("k", "1", 2, 2, 1);
/** So large that three of them are more than a fragment holds. */
const large = "x".repeat(900 * 1024);
const largeGone = (n: number) =>
  deleteEvent(`k${n}`, 5, { prev_kv: kv(`k${n}`, "#", n + 1, n + 1, 1) });

/** Streams of many watchers: ids, cancels, progress, fragments. */
export const watchStreamCases: readonly Case[] = [
  {
    name: "each stream counts its watchers from 0",
    steps: [
      { open: "Watch", on: "a" },
      { open: "Watch", on: "b" },
      { send: [create({ key: "k" })], on: "a" },
      { send: [create({ key: "k" })], on: "b" },
      { next: [created(1)], on: "a" },
      { next: [created(1)], on: "b" },
      put("k", "1"),
      { next: [events(2, [putEvent(one)])], on: "a" },
      { next: [events(2, [putEvent(one)])], on: "b" },
    ],
  },
  {
    name: "two watchers of one key are told one by one of each change",
    watch: [create({ key: "k" }), create({ key: "k", prev_kv: true })],
    meanwhile: [put("k", "1"), del({ key: "k" })],
    told: {
      0: [created(1), events(2, [putEvent(one)]), events(3, [deleteEvent("k", 3)])],
      1: [
        created(1, 1),
        events(2, [putEvent(one)], 1),
        events(3, [deleteEvent("k", 3, { prev_kv: one })], 1),
      ],
    },
  },
  {
    name: "watchers of one stream may begin at different revisions",
    given: [put("k", "1"), put("k", "2")],
    watch: [
      create({ key: "k", start_revision: 2 }),
      create({ key: "k", start_revision: 3 }),
      create({ key: "k" }),
      create({ key: "k", start_revision: 5 }),
    ],
    meanwhile: [put("k", "3"), put("k", "4")],
    told: {
      0: [
        created(3),
        events(3, [putEvent(one), putEvent(kv("k", "2", 2, 3, 2))]),
        events(4, [putEvent(kv("k", "3", 2, 4, 3))]),
        events(5, [putEvent(kv("k", "4", 2, 5, 4))]),
      ],
      1: [
        created(3, 1),
        events(3, [putEvent(kv("k", "2", 2, 3, 2))], 1),
        events(4, [putEvent(kv("k", "3", 2, 4, 3))], 1),
        events(5, [putEvent(kv("k", "4", 2, 5, 4))], 1),
      ],
      2: [
        created(3, 2),
        events(4, [putEvent(kv("k", "3", 2, 4, 3))], 2),
        events(5, [putEvent(kv("k", "4", 2, 5, 4))], 2),
      ],
      3: [created(3, 3), events(5, [putEvent(kv("k", "4", 2, 5, 4))], 3)],
    },
  },
  {
    name: "an id that was canceled is not given again",
    watch: [create({ key: "k" }), cancel(0), create({ key: "k" })],
    meanwhile: [put("k", "1")],
    told: {
      0: [created(1), { header: { revision: 1 }, canceled: true }],
      1: [created(1, 1), events(2, [putEvent(one)], 1)],
    },
  },
  {
    name: "an id that was canceled can be chosen again",
    watch: [create({ key: "k", watch_id: 5 }), cancel(5), create({ key: "k", watch_id: 5 })],
    meanwhile: [put("k", "1")],
    told: {
      5: [
        created(1, 5),
        { header: { revision: 1 }, watch_id: 5, canceled: true },
        created(1, 5),
        events(2, [putEvent(one)], 5),
      ],
    },
  },
  {
    name: "a watcher that was refused uses up no id",
    watch: [create({ key: "k" }), create({ key: "k", range_end: "j" }), create({ key: "k" })],
    told: {
      0: [created(1)],
      [-1]: [refused(1, "mvcc: watcher range is empty")],
      1: [created(1, 1)],
    },
  },
  {
    name: "a cancel leaves the other watchers of the stream alone",
    watch: [create({ key: "k" }), create({ key: "k" }), cancel(0)],
    meanwhile: [put("k", "1")],
    told: {
      0: [created(1), { header: { revision: 1 }, canceled: true }],
      1: [created(1, 1), events(2, [putEvent(one)], 1)],
    },
  },
  {
    name: "a request that asks for nothing is passed over",
    watch: [{}, create({ key: "k" }), {}],
    meanwhile: [put("k", "1")],
    told: { 0: [created(1), events(2, [putEvent(one)])] },
  },
  {
    name: "a watch stream that is half-closed goes on telling",
    steps: [
      { open: "Watch" },
      { send: [create({ key: "k" })] },
      { halfClose: "the stream" },
      { next: [created(1)] },
      put("k", "1"),
      { next: [events(2, [putEvent(one)])] },
    ],
  },
  {
    name: "progress is told as often as it is asked for",
    given: [put("k", "1")],
    watch: [create({ key: "k" }), create({ key: "x" }), progress, progress],
    told: { 0: [created(2)], 1: [created(2, 1)], [-1]: [progressed(2), progressed(2)] },
  },
  {
    name: "progress of a stream without watchers is not told",
    differs: { "3.4": "it is told all the same" },
    given: [put("k", "1")],
    watch: [progress],
    told: {},
  },
  {
    name: "progress is not told while a watcher waits for a revision to come",
    differs: { "3.4": "it is told all the same" },
    watch: [create({ key: "k", start_revision: 9 }), progress],
    told: { 0: [created(1)] },
  },
  {
    name: "progress tells the store's revision, though no watcher was told of it",
    steps: [
      { watch: [create({ key: "k" })] },
      put("other", ""),
      { watch: [progress] },
      { told: { 0: [created(1)], [-1]: [progressed(2)] } },
    ],
    grpcOnly: "a request that follows a message needs a stream of requests",
  },
  {
    name: "progress_notify tells each watcher by itself how far it is, when nothing else was told",
    flags: ["--experimental-watch-progress-notify-interval=200ms"],
    given: [put("k", "1")],
    steps: [
      { open: "Watch" },
      { send: [create({ key: "k", progress_notify: true, watch_id: 5 })] },
      { next: [created(2, 5), { header: { revision: 2 }, watch_id: 5 }] },
      put("other", ""),
      { next: [{ header: { revision: 3 }, watch_id: 5 }] },
    ],
  },
  {
    name: "without fragment a message may be larger than a request",
    given: ["k1", "k2", "k3"].map((key) => put(key, large)),
    masked: ["value"],
    watch: [create({ ...prefix, start_revision: 2 })],
    told: {
      0: [
        created(4),
        events(
          4,
          [2, 3, 4].map((n) => putEvent(kv(`k${n - 1}`, "#", n, n, 1))),
        ),
      ],
    },
  },
  {
    name: "fragment splits what is told between events, and marks all parts but the last",
    given: ["k1", "k2", "k3"].map((key) => put(key, large)),
    masked: ["value"],
    watch: [create({ ...prefix, prev_kv: true, fragment: true })],
    meanwhile: [del(prefix)],
    told: {
      0: [
        created(4),
        { ...events(5, [largeGone(1), largeGone(2)]), fragment: true },
        events(5, [largeGone(3)]),
      ],
    },
  },
  {
    name: "one event that is larger than a fragment is told whole",
    given: [put("k", "x".repeat(1400 * 1024))],
    masked: ["value"],
    watch: [create({ key: "k", prev_kv: true, fragment: true })],
    meanwhile: [put("k", "y".repeat(1400 * 1024))],
    told: {
      0: [
        created(2),
        events(3, [putEvent(kv("k", "#", 2, 3, 2), { prev_kv: kv("k", "#", 2, 2, 1) })]),
      ],
    },
  },
  {
    name: "a small message is no fragment, though fragments were asked for",
    watch: [create({ key: "k", fragment: true })],
    meanwhile: [put("k", "1")],
    told: { 0: [created(1), events(2, [putEvent(one)])] },
  },
  {
    name: "one transaction of 100 puts is told in one message",
    watch: [create(prefix)],
    meanwhile: [
      txn({
        success: times(100, "").map((_, n) => inTxn.put(`k${100 + n}`, "")),
      }),
    ],
    told: {
      0: [
        created(1),
        events(
          2,
          times(100, "").map((_, n) => putEvent(kv(`k${100 + n}`, "", 2, 2, 1))),
        ),
      ],
    },
  },
];
