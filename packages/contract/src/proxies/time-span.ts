const units: { readonly [unit: string]: number } = {
  us: 0.001,
  µs: 0.001,
  ns: 0.000_001,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * A span such as `500ms`, `1h30m`, `1m 30s` or, in the proxy's own unit, `2000`, in milliseconds. Undefined for what is
 * none, such as a variable.
 */
export function spanMs(text: string, bareUnit: "ms" | "s"): number | undefined {
  const bare = /^\d+(\.\d+)?$/.exec(text);
  if (bare !== null) return Number(text) * (bareUnit === "s" ? 1000 : 1);
  if (!/^(\d+(\.\d+)?(us|µs|ns|ms|s|m|h|d|w)\s*)+$/.test(text)) return undefined;
  let totalMs = 0;
  for (const [, count, unit] of text.matchAll(/(\d+(?:\.\d+)?)(us|µs|ns|ms|s|m|h|d|w)/g)) {
    totalMs += Number(count) * (units[unit ?? "s"] ?? 0);
  }
  return totalMs;
}
