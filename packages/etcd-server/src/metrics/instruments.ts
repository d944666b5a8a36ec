import type { Distribution, Labels, Sample } from "./metric-family.ts";

/** How many sets of labels one instrument keeps; further ones are not counted apart. */
const maxLabelSets = 10_000;

/** Counts by labels. */
export class LabelledCounter {
  readonly #samples = new Map<string, { readonly labels: Labels; value: number }>();

  /** Adds to the count of these labels; adding 0 makes it be shown. */
  add(labels: Labels, by = 1): void {
    const sample = this.#sample(labels);
    if (sample !== undefined) sample.value += by;
  }

  get samples(): readonly Sample[] {
    return [...this.#samples.values()];
  }

  #sample(labels: Labels) {
    const key = keyOf(labels);
    const known = this.#samples.get(key);
    if (known !== undefined || this.#samples.size >= maxLabelSets) return known;
    const made = { labels, value: 0 };
    this.#samples.set(key, made);
    return made;
  }
}

/** Sorts values into buckets. */
export class Histogram {
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = new Array(bounds.length + 1).fill(0);
  }

  observe(value: number): void {
    let bucket = 0;
    while (value > (this.#bounds[bucket] ?? Number.POSITIVE_INFINITY)) bucket += 1;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sum += value;
  }

  distribution(labels: Labels = {}): Distribution {
    return { labels, bounds: this.#bounds, counts: [...this.#counts], sum: this.#sum };
  }
}

/** Sorts values into buckets, by labels. */
export class LabelledHistogram {
  readonly #bounds: readonly number[];
  readonly #histograms = new Map<string, { readonly labels: Labels; histogram: Histogram }>();

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
  }

  /** The histogram of these labels; undefined when there are too many already. */
  at(labels: Labels): Histogram | undefined {
    const key = keyOf(labels);
    const known = this.#histograms.get(key);
    if (known !== undefined) return known.histogram;
    if (this.#histograms.size >= maxLabelSets) return undefined;
    const histogram = new Histogram(this.#bounds);
    this.#histograms.set(key, { labels, histogram });
    return histogram;
  }

  get distributions(): readonly Distribution[] {
    return [...this.#histograms.values()].map(({ labels, histogram }) =>
      histogram.distribution(labels),
    );
  }
}

/** So many bounds, each a factor above the one before. Mirrors: prometheus ExponentialBuckets. */
export function exponentialBounds(first: number, factor: number, count: number): readonly number[] {
  const bounds = [first];
  while (bounds.length < count) bounds.push((bounds.at(-1) ?? 0) * factor);
  return bounds;
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).toSorted());
}
