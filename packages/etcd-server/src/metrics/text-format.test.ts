import assert from "node:assert/strict";
import { test } from "node:test";
import { exponentialBounds, Histogram, LabelledCounter, LabelledHistogram } from "./instruments.ts";
import { type MetricFamily, single } from "./metric-family.ts";
import { renderMetrics } from "./text-format.ts";

const lines = (...families: MetricFamily[]) => renderMetrics(families).trimEnd().split("\n");

test("families stand in the order of their names, numbers as Go writes them", () => {
  assert.deepEqual(
    lines(
      single("gauge", "b_bytes", "Bytes.", 2 ** 31),
      single("counter", "a_total", "Things.", 7),
      single("gauge", "c", "Unknown here.", undefined),
    ),
    [
      "# HELP a_total Things.",
      "# TYPE a_total counter",
      "a_total 7",
      "# HELP b_bytes Bytes.",
      "# TYPE b_bytes gauge",
      "b_bytes 2.147483648e+09",
    ],
  );
});

test("labels stand in the order of their names, samples in that of their values, and are escaped", () => {
  const calls = new LabelledCounter();
  calls.add({ method: "Put", code: "OK" }, 2);
  calls.add({ code: 'a "quoted"\n\\', method: "Put" });
  calls.add({ code: "OK", method: "Get" });
  calls.add({ code: "OK", method: "Put" });
  assert.deepEqual(
    lines({ type: "counter", name: "calls", help: "One\nline", samples: calls.samples }).slice(2),
    [
      'calls{code="OK",method="Get"} 1',
      'calls{code="OK",method="Put"} 3',
      'calls{code="a \\"quoted\\"\\n\\\\",method="Put"} 1',
    ],
  );
});

test("a histogram's buckets hold all that lies at or below their bound", () => {
  const histogram = new Histogram(exponentialBounds(0.5, 2, 3));
  for (const value of [0.25, 0.5, 0.75, 2, 2.5]) histogram.observe(value);
  const distributions = [histogram.distribution()];
  assert.deepEqual(
    lines({ type: "histogram", name: "h", help: "Times.", distributions }).slice(2),
    [
      'h_bucket{le="0.5"} 2',
      'h_bucket{le="1"} 3',
      'h_bucket{le="2"} 4',
      'h_bucket{le="+Inf"} 5',
      "h_sum 6",
      "h_count 5",
    ],
  );
});

test("a histogram with labels has buckets for each set of them", () => {
  const histogram = new LabelledHistogram([1]);
  histogram.at({ op: "Put" })?.observe(1);
  histogram.at({ op: "Get" })?.observe(3);
  const { distributions } = histogram;
  assert.deepEqual(lines({ type: "histogram", name: "h", help: "", distributions }).slice(2), [
    'h_bucket{op="Get",le="1"} 0',
    'h_bucket{op="Get",le="+Inf"} 1',
    'h_sum{op="Get"} 3',
    'h_count{op="Get"} 1',
    'h_bucket{op="Put",le="1"} 1',
    'h_bucket{op="Put",le="+Inf"} 1',
    'h_sum{op="Put"} 1',
    'h_count{op="Put"} 1',
  ]);
});
