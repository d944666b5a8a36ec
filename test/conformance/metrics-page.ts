/** A family of a page of metrics, without its numbers. */
export interface PageFamily {
  readonly name: string;
  readonly type: string;
  /** The names of its labels, sorted; without `le`. */
  readonly labels: readonly string[];
  /** The bounds of a histogram's buckets, as written. */
  readonly bounds: readonly string[];
}

/** A page of metrics in Prometheus' text format, read. Throws for a line that is not of that format. */
export class MetricsPage {
  readonly families: readonly PageFamily[];
  /** Each number by its name and labels, as written. */
  readonly samples: ReadonlyMap<string, number>;

  constructor(text: string) {
    const families: { name: string; type: string; labels: Set<string>; bounds: Set<string> }[] = [];
    const samples = new Map<string, number>();
    for (const line of text.split("\n")) {
      if (line === "" || line.startsWith("# HELP ")) continue;
      const type = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line);
      if (type !== null) {
        const [, name = "", kind = ""] = type;
        families.push({ name, type: kind, labels: new Set(), bounds: new Set() });
        continue;
      }
      const [, key, name = "", labels = "", value] =
        /^((\w+)(?:\{(.*)\})?) ([-+.\w]+)$/.exec(line) ?? [];
      const family = families.at(-1);
      if (key === undefined || family === undefined || !name.startsWith(family.name)) {
        throw new Error(`not a line of metrics in its place: ${line}`);
      }
      samples.set(key, Number(value === "+Inf" ? "Infinity" : value));
      for (const [, label = "", text = ""] of labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)) {
        if (label === "le") family.bounds.add(text);
        else if (label !== "quantile") family.labels.add(label);
      }
    }
    this.samples = samples;
    this.families = families.map(({ name, type, labels, bounds }) => ({
      name,
      type,
      labels: [...labels].toSorted(),
      bounds: [...bounds],
    }));
  }

  /** By how much the numbers have grown since an earlier page; those that have not are left out. */
  since(before: MetricsPage): Record<string, number> {
    const grown = [...this.samples]
      .map(([key, value]) => [key, value - (before.samples.get(key) ?? 0)] as const)
      .filter(([, difference]) => difference !== 0);
    return Object.fromEntries(grown);
  }
}

/** Asks a server for its page. */
export async function fetchMetrics(baseUrl: string): Promise<MetricsPage> {
  const response = await fetch(`${baseUrl}/metrics`);
  return new MetricsPage(await response.text());
}
