import type { Lane, LaneSegment, ScenarioVerdict } from "../check-report.ts";
import { html, type Markup } from "./markup.ts";
import { spanWord } from "./verdict-words.ts";

const width = 900;
const nameWidth = 190;
const laneHeight = 26;
const gap = 6;
const axisHeight = 22;
const plotWidth = width - nameWidth;
/** A segment that is narrower than its label has none written into it; its title is there on hover. */
const letterWidth = 6.6;

/** Who was what when, a row for each lane, over one axis of time; undefined when there is nothing to draw. */
export function swimlanes({ scenario, lanes }: ScenarioVerdict): Markup | undefined {
  const times = lanes.flatMap(({ segments }) =>
    segments.flatMap(({ fromMs, toMs }) => [fromMs, toMs]),
  );
  const finite = times.filter(Number.isFinite);
  if (finite.length === 0) return undefined;
  const beginMs = Math.min(...finite);
  const endMs = Math.max(...finite, beginMs + 1);
  const xOf = (ms: number) =>
    nameWidth +
    (plotWidth * (Math.min(Math.max(ms, beginMs), endMs) - beginMs)) / (endMs - beginMs);
  const height = lanes.length * (laneHeight + gap) + axisHeight;
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${`Lanes of ${scenario}`}">
${lanes.map((lane, index) => row(lane, index, xOf))}
${axis(beginMs, endMs, height, xOf)}
</svg>`;
}

function row({ name, segments }: Lane, index: number, xOf: (ms: number) => number): Markup {
  const y = index * (laneHeight + gap);
  return html`<g><text class="lane" x="0" y="${y + 17}">${name}<title>${name}</title></text>
${segments.map((segment) => bar(segment, y, xOf))}</g>`;
}

function bar(
  { fromMs, toMs, label, tone }: LaneSegment,
  y: number,
  xOf: (ms: number) => number,
): Markup {
  const x = xOf(fromMs);
  const wide = Math.max(1, xOf(toMs) - x);
  const words = `${label}, ${spanWord(toMs - fromMs)} from ${spanWord(fromMs)} on`;
  const fits = [...label].length * letterWidth + 8 <= wide;
  const text = fits ? html`<text x="${round(x + 5)}" y="${y + 17}">${label}</text>` : html``;
  return html`<g class="${`bar ${tone}`}"><title>${words}</title><rect x="${round(x)}" y="${y}" width="${round(wide)}" height="${laneHeight}" rx="3"/>${text}</g>
`;
}

/** Some five marks at round times. */
function axis(beginMs: number, endMs: number, height: number, xOf: (ms: number) => number): Markup {
  const stepMs = niceStep((endMs - beginMs) / 5);
  const marks: Markup[] = [];
  for (
    let ms = Math.ceil(beginMs / stepMs) * stepMs;
    ms <= endMs && marks.length < 20;
    ms += stepMs
  ) {
    const x = round(xOf(ms));
    marks.push(
      html`<line class="grid" x1="${x}" x2="${x}" y1="0" y2="${height - axisHeight}"/><text class="tick" x="${x}" y="${height - 6}">${ms === 0 ? "0" : spanWord(ms)}</text>`,
    );
  }
  return html`<g>${marks}</g>`;
}

const steps = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000,
  300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000, 21_600_000, 86_400_000,
];

function niceStep(ms: number): number {
  return steps.find((step) => step >= ms) ?? Math.ceil(ms / 86_400_000) * 86_400_000;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
