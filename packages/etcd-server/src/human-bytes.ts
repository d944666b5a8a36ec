const units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

/** A size for people, in powers of 1000: `2.1 GB`, `10 MB`, `512 B`. Mirrors: go-humanize Bytes, as etcd's log has it. */
export function humanBytes(bytes: number): string {
  if (bytes < 10) return `${bytes} B`;
  const power = Math.floor(Math.log10(bytes) / 3);
  const value = Math.floor((bytes / 1000 ** power) * 10 + 0.5) / 10;
  return `${value < 10 ? value.toFixed(1) : roundToEven(value)} ${units[power] ?? "EB"}`;
}

/** As Go's `%.0f` rounds a half: 10.5 is 10. */
function roundToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded;
}
