import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import type { Log } from "sarif";
import { Parser } from "tap-parser";
import { validateXML } from "xmllint-wasm";
import type { CheckReport } from "../check-report.ts";
import { evilReports } from "../testing/evil-reports.ts";
import { brokenReport, goodReport, sampleSource } from "../testing/sample-reports.ts";
import { sarifOffences } from "../testing/sarif-offences.ts";
import { casesOf, formatReports, reportFormats } from "./index.ts";
import { visibleText } from "./visible-text.ts";

const both = [brokenReport, goodReport];
const sourceOf = (file: string) => (file === "deploy/lnd.yaml" ? sampleSource : undefined);
const sample = fc.sample(evilReports, { numRuns: 60, seed: 7 });

test("cases have ids that are unique, made of names, and the same when lines move", () => {
  const ids = casesOf(brokenReport).map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.includes("states/Deployment lnd, container lnd, readinessProbe/SERVER_ACTIVE"));
  const moved: CheckReport = JSON.parse(
    JSON.stringify(brokenReport).replaceAll('"line":4', '"line":9'),
  );
  assert.deepEqual(
    casesOf(moved).map(({ id }) => id),
    ids,
  );
  const countOf = (wanted: string) =>
    casesOf(brokenReport).filter(({ outcome }) => outcome === wanted).length;
  assert.equal(countOf("failed"), 2 + 1 + 2, "two rules, one state, a demand and a measure");
  assert.equal(countOf("skipped"), 1);
});

test("the table says where, shows the line with carets, what was expected, and what to do next", () => {
  const text = formatReports(both, "table", { sourceOf });
  assert.match(text, /deploy\/lnd\.yaml:4:94: error PROBE001: jq asks for \.State/);
  const lines = text.split("\n");
  const excerpt = lines.findIndex((line) => line.includes("jq .'State'"));
  const [shown = "", carets = ""] = lines.slice(excerpt, excerpt + 2);
  assert.equal(shown.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1), ".'State'");
  assert.match(text, /✗ {2}SERVER_ACTIVE +not ready +ready +2 +3 ms/);
  assert.match(text, /✓ {2}WAITING_TO_START +not ready +not ready/);
  assert.match(text, /✗ {2}failover by kill {2}2 min 3 s > 1 min 35 s +0 ≤ 0/);
  assert.match(
    text,
    /✗ Broken: PROBE001 and PROBE003, 1 of 13 states .* Next: leaderlab fix deploy\/lnd\.yaml/,
  );
  assert.match(text, /✓ The contract "leader" holds: 1 state\./);
  const colored = formatReports(both, "table", { sourceOf, hasColor: true });
  assert.notEqual(colored, text);
  assert.equal(stripVTControlCharacters(colored), text);
});

test("JSON has the whole report, its outcome and its cases", () => {
  const whole = JSON.parse(formatReports(both, "json", { version: "1.2.3" }));
  assert.deepEqual(
    [whole.schemaVersion, whole.tool, whole.outcome, whole.exitCode],
    [1, { name: "leaderlab", version: "1.2.3" }, "broken", 1],
  );
  const { outcome, conclusion, cases, ...report } = whole.reports[0];
  assert.deepEqual(report, brokenReport);
  assert.equal(outcome, "broken");
  assert.match(conclusion, /^Broken/);
  assert.equal(cases.length, casesOf(brokenReport).length);
});

test("JUnit is valid against its schema, whatever stands in names and outputs", async () => {
  const schema = readFileSync(new URL("../testing/junit.xsd", import.meta.url), "utf8");
  const files = [both, ...sample].map((reports, index) => ({
    fileName: `${index}.xml`,
    contents: formatReports(reports, "junit"),
  }));
  const { valid, errors } = await validateXML({ xml: files, schema });
  assert.ok(valid, errors.map(({ rawMessage }) => rawMessage).join("\n"));
  assert.match(
    files[0]?.contents ?? "",
    /<failure message="not ready in SERVER_ACTIVE, expected ready/,
  );
});

test("TAP parses strictly, with the same points as there are cases", () => {
  for (const reports of [both, ...sample]) {
    const points = reports.flatMap(casesOf);
    const seen: {
      ok: boolean;
      name: string;
      skip?: unknown;
      diag?: Record<string, unknown> | null;
    }[] = [];
    const parser = new Parser({ strict: true });
    parser.on("child", (child: Parser) => {
      child.on("assert", (result) => seen.push(result));
    });
    let failures: unknown;
    parser.on("complete", (results) => {
      failures = results.failures.filter((one: object) => "tapError" in one && !("name" in one));
    });
    parser.end(formatReports(reports, "tap"));
    assert.deepEqual(failures, []);
    assert.deepEqual(
      seen.map(({ ok }) => ok),
      points.map(({ outcome }) => outcome === "passed" || outcome === "skipped"),
    );
    for (const [index, { id, outcome, message }] of points.entries()) {
      assert.equal(Boolean(seen[index]?.skip), outcome === "skipped");
      if (message !== "") assert.equal(seen[index]?.diag?.["id"], visibleText(id));
    }
  }
});

test("SARIF 2.1.0 has results, places, fixes, and nothing that its schema does not know", () => {
  for (const reports of [both, ...sample]) {
    const log: Log = JSON.parse(formatReports(reports, "sarif", { sourceOf }));
    assert.deepEqual(sarifOffences(log), []);
  }
  const { runs }: Log = JSON.parse(formatReports(both, "sarif", { sourceOf }));
  const results = runs[0]?.results ?? [];
  assert.deepEqual(
    results.map(({ ruleId, level }) => `${ruleId} ${level}`),
    [
      "PROBE001 error",
      "PROBE003 error",
      "PROBE009 warning",
      "STATE error",
      "SCENARIO error",
      "SCENARIO error",
    ],
  );
  const [place] = results[0]?.locations ?? [];
  assert.equal(place?.physicalLocation?.artifactLocation?.uri, "deploy/lnd.yaml");
  assert.equal(
    results[0]?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text,
    ".state",
  );
});

test("GitHub's commands stand one a line, and nothing in them ends or begins another", () => {
  const [first = ""] = formatReports(both, "github").split("\n");
  assert.equal(
    first,
    "::error file=deploy/lnd.yaml,line=4,endLine=4,col=94,endColumn=102,title=PROBE001::" +
      "error: jq asks for .State, but the key is state.%0AWrite .state.",
  );
  for (const reports of sample) {
    for (const line of formatReports(reports, "github").trimEnd().split("\n")) {
      assert.match(
        line,
        /^(::(error|warning|notice) ([a-zA-Z]+=[^,:]*,)*title=[^,:]*::|leaderlab: )/,
      );
    }
  }
});

test("no format lets a control character, an escape of a terminal or a turned line through", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|\p{Surrogate}/u;
  for (const reports of sample) {
    for (const format of reportFormats) {
      const text = formatReports(reports, format);
      assert.ok(text.endsWith("\n"), format);
      if (format === "json" || format === "sarif") JSON.parse(text);
      else assert.doesNotMatch(text, unseen, format);
    }
  }
});

test("names survive: what can be seen is the same in every format", () => {
  for (const reports of sample) {
    const [report] = reports;
    if (report === undefined) continue;
    const name = visibleText(report.probes[0]?.name ?? "");
    const unescaped: { readonly [format: string]: (text: string) => string } = {
      junit: unescapeXml,
      html: unescapeXml,
      tap: (text) => text.replace(/\\([\\#])/g, "$1"),
      markdown: (text) => text.replace(/\\([^\w\s])/g, "$1").replaceAll("@\u2060", "@"),
      table: (text) => text,
    };
    for (const [format, undo] of Object.entries(unescaped)) {
      const text = undo(formatReports(reports, format as "table"));
      assert.ok(text.includes(name), `${format}: ${name}`);
    }
    assert.equal(
      JSON.parse(formatReports(reports, "json")).reports[0].tables[0].probe,
      report.probes[0]?.name,
    );
  }
});

function unescapeXml(text: string): string {
  const characters: { readonly [entity: string]: string } = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&amp;": "&",
  };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => characters[entity] ?? entity);
}
