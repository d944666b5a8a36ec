import { formatGoFloat } from "@leaderlab/golang";
import type { Distribution, Labels, MetricFamily } from "./metric-family.ts";

/** The type of what `renderMetrics` gives, as Go's client of Prometheus says it. */
export const metricsContentType = "text/plain; version=0.0.4; charset=utf-8; escaping=underscores";

/**
 * Families as text, by name, their samples by labels, as Go's client of Prometheus orders and writes them.
 * https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export function renderMetrics(families: readonly MetricFamily[]): string {
  const lines = families.toSorted((a, b) => (a.name < b.name ? -1 : 1)).flatMap(renderFamily);
  return `${lines.join("\n")}\n`;
}

function renderFamily(family: MetricFamily): string[] {
  const { name, help, type } = family;
  const samples =
    family.type === "histogram"
      ? family.distributions.toSorted(byLabels).flatMap((one) => renderDistribution(name, one))
      : family.samples
          .toSorted(byLabels)
          .map(({ labels, value }) => `${name}${labelText(labels)} ${formatGoFloat(value)}`);
  if (samples.length === 0) return [];
  return [`# HELP ${name} ${escapeHelp(help)}`, `# TYPE ${name} ${type}`, ...samples];
}

function renderDistribution(name: string, distribution: Distribution): string[] {
  const { labels, bounds, counts, sum } = distribution;
  let below = 0;
  const buckets = counts.map((count, index) => {
    below += count;
    const bound = formatGoFloat(bounds[index] ?? Number.POSITIVE_INFINITY);
    return `${name}_bucket${labelText(labels, `le="${bound}"`)} ${formatGoFloat(below)}`;
  });
  return [
    ...buckets,
    `${name}_sum${labelText(labels)} ${formatGoFloat(sum)}`,
    `${name}_count${labelText(labels)} ${formatGoFloat(below)}`,
  ];
}

function labelText(labels: Labels, last?: string): string {
  const pairs = sorted(labels).map(([name, value]) => `${name}="${escapeValue(value)}"`);
  if (last !== undefined) pairs.push(last);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function sorted(labels: Labels): [string, string][] {
  return Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** By the values of the labels in the order of their names. */
function byLabels(a: { readonly labels: Labels }, b: { readonly labels: Labels }): number {
  const values = sorted(b.labels).map(([, value]) => value);
  for (const [index, [, value]] of sorted(a.labels).entries()) {
    const other = values[index] ?? "";
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

function escapeHelp(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

function escapeValue(text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"');
}
