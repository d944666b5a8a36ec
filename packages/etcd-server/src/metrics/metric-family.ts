/** Labels of a sample, by name. */
export type Labels = Readonly<Record<string, string>>;

/** One number, as it is at this moment. */
export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** How often values fell into each bucket. */
export interface Distribution {
  readonly labels: Labels;
  /** The upper bound of each bucket, ascending and without the last, which is infinite. */
  readonly bounds: readonly number[];
  /** How many values fell into each bucket alone; one more than there are bounds. */
  readonly counts: readonly number[];
  readonly sum: number;
}

/** Numbers of one name; one without any is not shown. */
export type MetricFamily = {
  readonly name: string;
  readonly help: string;
} & (
  | { readonly type: "counter" | "gauge"; readonly samples: readonly Sample[] }
  | { readonly type: "histogram"; readonly distributions: readonly Distribution[] }
);

/** A family of one number. One that is not known here has none. */
export function single(
  type: "counter" | "gauge",
  name: string,
  help: string,
  value: number | undefined,
): MetricFamily {
  return { type, name, help, samples: value === undefined ? [] : [{ labels: {}, value }] };
}
