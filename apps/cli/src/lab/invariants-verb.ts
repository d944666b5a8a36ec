import type { InvariantReport, InvariantStanding, WindowStanding } from "@leaderlab/cluster";
import { UsageError } from "../usage-error.ts";
import type { LabVerb } from "./lab-verb.ts";

/** `leaderlab invariants`: what must hold in a running playground, and whether it does. */
export const invariantsVerb: LabVerb = {
  usage: `Usage: leaderlab invariants [flags]

What must hold in a running playground, with what broke it; and the times in which two nodes served, nobody did, or a
leader had no key, which a real lnd has too.
`,
  flags: {},
  async run({ api, words }) {
    if (words.length > 0) throw new UsageError("it takes flags only");
    const report = await api.get<InvariantReport>("invariants");
    const lines = [...report.invariants.flatMap(standing), "", ...report.windows.map(windowLine)];
    return { json: report, text: lines.join("\n") };
  },
};

function standing({ name, says, holds, violations }: InvariantStanding): readonly string[] {
  const word = holds === null ? "unknown" : holds ? "holds" : "broken";
  return [
    `${word.padEnd(7)}  ${name}: ${says}`,
    ...violations.map(({ seq, message }) => `           event ${seq}: ${message}`),
  ];
}

function windowLine({ window, count, totalMs, longestMs, open }: WindowStanding): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const now = open.length > 0 ? `; open now for ${seconds(open[0]?.durationMs ?? 0)}` : "";
  return `${window}: ${count}, the longest ${seconds(longestMs)}, together ${seconds(totalMs)}${now}`;
}
