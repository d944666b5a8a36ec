import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { createTimeline } from "./timeline.ts";
import { parseTimeline, TimelineFileError, writeTimeline } from "./timeline-file.ts";

function written(): string {
  const timeline = createTimeline(createVirtualClock());
  timeline.append({ kind: "killed", node: "a" });
  timeline.append({ kind: "leaseExpired", node: "a", lease: "1" });
  return writeTimeline(timeline.events, { seed: 7, options: { nodes: 3 }, schedule: [] });
}

test("a timeline that was written is read back as it was", () => {
  const text = written();
  const { header, events } = parseTimeline(text, "run.jsonl");
  assert.deepEqual([header.seed, header.options, events.length], [7, { nodes: 3 }, 2]);
  assert.equal(events[1]?.cause, 1);
  assert.equal(writeTimeline(events, { seed: 7, options: { nodes: 3 }, schedule: [] }), text);
});

test("what is wrong with a timeline file is told with its place", () => {
  const [header = "", first = "", second = ""] = written().split("\n");
  const wrong: readonly (readonly [string, RegExp])[] = [
    ["", /^run\.jsonl:1:1: /],
    ["{}", /^run\.jsonl:1:1: expected a header/],
    [header.replace('"version":1', '"version":2'), /:1:1: version 2 of the format is not known/],
    [`${header}\n{"seq":1,}`, /^run\.jsonl:2:10: /],
    [`${header}\n${second}\n${first}`, /^run\.jsonl:3:1: event 1 follows event 2/],
    [`${header}\n[]`, /^run\.jsonl:2:1: expected a JSON object/],
    [`${header}\n{"kind":"killed","seq":1,"atMs":0}`, /:2:1: an event needs a number "unixMs"/],
  ];
  for (const [text, message] of wrong) {
    assert.throws(
      () => parseTimeline(text, "run.jsonl"),
      (error) => error instanceof TimelineFileError && message.test(error.message),
    );
  }
});
