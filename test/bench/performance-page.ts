import { cpus, totalmem } from "node:os";
import type { CostAt } from "./core-costs.ts";

/** What one repetition has shown. */
export interface Measured {
  readonly value: number;
  /** Milliseconds of a call. */
  readonly p50?: number;
  readonly p99?: number;
  /** Of all processors, for one call. */
  readonly cpuMicroseconds?: number;
}

/** One thing that was measured, on both sides. */
export interface Row {
  readonly words: string;
  /** Of more a second more is better, of the others less. */
  readonly unit: "per second" | "ms" | "MiB";
  readonly ours: Measured[];
  readonly real: Measured[];
}

export interface PageParts {
  /** What the load was made by. */
  readonly load: string;
  readonly rows: readonly Row[];
  readonly costs: { readonly puts: readonly CostAt[]; readonly notifies: readonly CostAt[] };
  readonly isRealThere: boolean;
  readonly repetitions: number;
  readonly seconds: number;
}

/** The page as Markdown. */
export function renderPage({
  load,
  rows,
  costs,
  isRealThere,
  repetitions,
  seconds,
}: PageParts): string {
  const missing = isRealThere ? "" : ". No real etcd was there";
  const gib = Math.round(totalmem() / 2 ** 30);
  return `# Performance

Written by \`npm run bench\`: our etcd and the real etcd 3.6, in memory (tmpfs, \`--unsafe-no-fsync\`), one after the
other in each of ${repetitions} rounds. The load is ${load}, ${seconds} s a case; medians of the rounds.
Machine: ${cpus().length} cores, ${gib} GiB, shared by server and load. Node ${process.versions.node}${missing}.

Ratios say more than numbers: server and load share the cores, and the real etcd uses all of them where ours uses one.
So the processor time of a call stands beside its rate: on a machine that does other things, too, it is what to compare.

| measure | unit | ours | real | ours : real | p50, p99 (ms), ours | real | CPU µs a call, ours | real |
|---|---|---|---|---|---|---|---|---|
${rows.map(renderRow).join("\n")}

What a put costs the state machine, without the wire, by the keys that are there:

${costTable("keys", costs.puts)}

What a put costs that nobody watches, by the watchers of other keys and ranges:

${costTable("watchers", costs.notifies)}
`;
}

function renderRow({ words, unit, ours, real }: Row): string {
  const [own, other] = [median(ours, "value"), median(real, "value")];
  const ratio = other === undefined || own === undefined ? "–" : `${(own / other).toFixed(2)} ×`;
  const latency = (side: readonly Measured[]) => {
    const [p50, p99] = [median(side, "p50"), median(side, "p99")];
    return p50 === undefined ? "–" : `${number(p50)}, ${number(p99)}`;
  };
  const cpu = (side: readonly Measured[]) => number(median(side, "cpuMicroseconds"));
  const cells = [words, unit, number(own), number(other), ratio, latency(ours), latency(real)];
  return `| ${[...cells, cpu(ours), cpu(real)].join(" | ")} |`;
}

function costTable(what: string, costs: readonly CostAt[]): string {
  const header = `| ${what} | ${costs.map(({ size }) => size.toLocaleString("en")).join(" | ")} |`;
  const line = `|${"---|".repeat(costs.length + 1)}`;
  const cells = costs.map(({ microseconds }) => microseconds.toFixed(2)).join(" | ");
  return `${header}\n${line}\n| µs a put | ${cells} |`;
}

function median(side: readonly Measured[], field: keyof Measured): number | undefined {
  const values = side.flatMap((one) => one[field] ?? []).toSorted((a, b) => a - b);
  return values[Math.floor(values.length / 2)];
}

/** Three digits that count. */
function number(value: number | undefined): string {
  if (value === undefined) return "–";
  return value >= 100
    ? Math.round(value).toLocaleString("en")
    : String(Number(value.toPrecision(3)));
}
