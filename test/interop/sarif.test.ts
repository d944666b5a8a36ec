import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type CheckReport, formatReports } from "@leaderlab/contract";
import fc from "fast-check";
import { evilReports } from "../../packages/contract/src/testing/evil-reports.ts";
import {
  brokenReport,
  goodReport,
  sampleSource,
} from "../../packages/contract/src/testing/sample-reports.ts";
import { runToEnd } from "../harness/child-process.ts";
import { buildGo } from "../harness/go-program.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const built = temporaryFolder();
const { program, skip } = buildGo("sarif", built.path);
after(() => built[Symbol.dispose]());
const options = { skip, timeout: 60_000 };
const source = fileURLToPath(new URL("go", import.meta.url));
const sourceOf = (file: string) => (file === "deploy/lnd.yaml" ? sampleSource : undefined);
const asSarif = (reports: readonly CheckReport[]) => formatReports(reports, "sarif", { sourceOf });

/** What the schema of SARIF 2.1.0 says against a log. */
async function offences(log: string): Promise<readonly string[]> {
  const list = ["go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3"] as const;
  const module = await runToEnd(list, { cwd: source });
  const { code, output } = await runToEnd([program, module.output.trim()], { input: log });
  assert.ok(code === 0 || code === 1, output);
  return output.split("\n").filter((line) => line !== "");
}

test("SARIF is what its schema asks for, whatever stands in a report", options, async () => {
  const evil = fc.sample(evilReports, { numRuns: 8, seed: 7 });
  for (const reports of [[brokenReport, goodReport], [], ...evil]) {
    assert.deepEqual(await offences(asSarif(reports)), []);
  }
});

test("the schema finds what is missing and what is too much", options, async () => {
  const log = JSON.parse(asSarif([brokenReport]));
  delete log.runs[0].results[0].message;
  log.runs[0].tool.driver.color = "red";
  assert.deepEqual((await offences(JSON.stringify(log))).toSorted(), [
    "runs.0.results.0: message is required",
    "runs.0.tool.driver: Additional property color is not allowed",
  ]);
});
