import {
  breaks,
  type CheckReport,
  outcomeOf,
  type ScenarioVerdict,
  type TruthTable,
} from "../check-report.ts";
import type { Finding } from "../finding.ts";
import { conclusionOf } from "./conclusion.ts";
import { html, lines, type Markup } from "./markup.ts";
import { pageStyle } from "./page-style.ts";
import { isWithinLimit, measureWord } from "./report-case.ts";
import type { ReportContext, ReportFormat } from "./report-format.ts";
import { excerptOf } from "./source-excerpt.ts";
import { swimlanes } from "./swimlanes.ts";
import {
  actionWord,
  exitWord,
  expectedWord,
  questionOf,
  slowestMs,
  spanWord,
  verdictWord,
} from "./verdict-words.ts";

/**
 * One page in one file: nothing is loaded, no script runs, and its own policy forbids both. Lanes are drawn as SVG. It
 * follows the light or dark setting of the reader.
 */
export const asHtml: ReportFormat = (reports, context) => {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${`leaderlab check: ${reports.map(({ target }) => target).join(", ")}`}</title>
<style>${{ html: pageStyle }}</style>
</head>
<body>
<main>
${reports.map((report) => onePart(report, context))}
<footer>leaderlab ${context.version}</footer>
</main>
</body>
</html>
`;
  return page.html;
};

function onePart(report: CheckReport, context: ReportContext): Markup {
  const outcome = outcomeOf(report);
  const { target, probes, findings, tables, scenarios, notices, problems } = report;
  return html`<article>
<h1>${target}</h1>
<p class="${`verdict ${outcome}`}">${conclusionOf(report)}</p>
${findings.length > 0 ? html`<h2>Rules</h2>` : html``}
${findings.map((finding) => findingPart(finding, context))}
${tables.map((table) => tablePart(table, report))}
${scenarios.length > 0 ? html`<h2>Over time</h2>` : html``}
${scenarios.map(scenarioPart)}
${list(
  "Not checked",
  notices.map(({ message }) => message),
)}
${list("Could not run", problems)}
${probes.length > 0 ? html`<details><summary>What was run</summary><dl>${probes.map((probe) => html`<dt>${probe.name}</dt><dd><code>${actionWord(probe.action)}</code></dd>`)}</dl></details>` : html``}
</article>`;
}

function findingPart(finding: Finding, context: ReportContext): Markup {
  const { rule, severity, message, subject, advice, position } = finding;
  const place =
    position === undefined ? subject : `${position.file}:${position.line}:${position.column}`;
  const excerpt =
    position === undefined ? undefined : excerptOf(context.sourceOf(position.file), position);
  const shown =
    excerpt === undefined
      ? html``
      : html`<pre><span class="gutter">${excerpt.line} </span>${excerpt.text.slice(0, excerpt.at)}<mark>${excerpt.text.slice(excerpt.at, excerpt.at + excerpt.length)}</mark>${excerpt.text.slice(excerpt.at + excerpt.length)}</pre>`;
  return html`<section class="${`finding ${severity}`}">
<p><b>${rule}</b> <span class="badge">${severity}</span> ${message}</p>
<p class="place">${place}${position === undefined ? "" : `, ${subject}`}</p>
${shown}
<p><b>Do:</b> ${advice}</p>
</section>
`;
}

function tablePart({ probe, role, rows }: TruthTable, { contract }: CheckReport): Markup {
  return html`<h2>${probe}</h2>
<div class="wide"><table>
<thead><tr><th></th><th>state</th><th>${questionOf(role)}</th><th>contract “${contract}”</th><th>exit code</th><th>time</th><th>said</th></tr></thead>
<tbody>
${rows.map((row) => {
  const isBroken = breaks(row);
  const said = row.runs
    .map(({ variant, output }) =>
      output === "" ? "" : `${variant === "" ? "" : `${variant}: `}${output}`,
    )
    .filter((text) => text !== "")
    .join("\n");
  return html`<tr class="${isBroken ? "broken" : "kept"}"><td>${isBroken ? "✗" : "✓"}</td><td><code>${row.state}</code></td><td>${verdictWord(role, row.verdict)}</td><td>${expectedWord(role, row.expected)}</td><td>${exitWord(row.runs)}</td><td>${spanWord(slowestMs(row.runs))}</td><td><div class="said">${lines(said.trim())}</div></td></tr>
`;
})}
</tbody>
</table></div>
`;
}

function scenarioPart(verdict: ScenarioVerdict): Markup {
  const { scenario, subject, holds, demands, measures } = verdict;
  return html`<section class="${`scenario ${holds ? "kept" : "broken"}`}">
<h3>${holds ? "✓" : "✗"} ${scenario}</h3>
<p class="place">${subject}</p>
${swimlanes(verdict) ?? html``}
<ul>
${demands.map(
  ({
    name,
    holds: isMet,
    detail,
  }) => html`<li class="${isMet ? "kept" : "broken"}">${isMet ? "✓" : "✗"} ${name}${detail === "" ? "" : `: ${detail}`}</li>
`,
)}
${measures.map(
  (
    measure,
  ) => html`<li class="${isWithinLimit(measure) ? "measure" : "broken"}">${isWithinLimit(measure) ? "" : "✗ "}${measureWord(measure)}</li>
`,
)}
</ul>
</section>
`;
}

function list(title: string, texts: readonly string[]): Markup {
  if (texts.length === 0) return html``;
  return html`<h2>${title}</h2><ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}
