import assert from "node:assert/strict";
import { test } from "node:test";
import { faultNames } from "../faults/fault-table.ts";
import { drawSchedule } from "./chaos.ts";
import { type Span, spanSchema } from "./span.ts";

const kindsIn = (schedule: readonly Span[]) =>
  schedule.flatMap((span) => ("fault" in span ? [span.fault.kind] : []));

test("what chaos draws, faults of whoever leads among it, is read back from a file as it was, and nothing is left undrawn", () => {
  const drawn = new Set<string>();
  for (let seed = 1; seed <= 100; seed++) {
    const schedule = drawSchedule({
      profile: "chaos",
      seed,
      nodes: 3,
      ttlSeconds: 5,
      durationMs: 600_000,
    });
    assert.deepEqual(
      schedule.map((span) => spanSchema.parse(JSON.parse(JSON.stringify(span)))),
      schedule,
    );
    for (const kind of kindsIn(schedule)) drawn.add(kind);
  }
  assert.deepEqual([...drawn].sort(), [...faultNames].sort());
});

test("a span whose fault is none is refused with its place", () => {
  const times = { atMs: 1, lastsMs: 1 };
  const refused = (fault: unknown) => spanSchema.safeParse({ ...times, fault }).success === false;
  assert.ok(refused({ kind: "blackhole", link: "@leader" }));
  assert.ok(refused({ kind: "latency", link: "@leader:etcd" }));
  assert.ok(refused(undefined));
});
