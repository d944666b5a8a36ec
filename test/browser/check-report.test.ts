import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { type CheckReport, formatReports } from "@leaderlab/contract";
import { brokenReport, sampleSource } from "../../packages/contract/src/testing/sample-reports.ts";
import { openPage } from "../harness/browser.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const needed = needs(parts.chromium);

test(
  "the report's page stands by itself, draws lanes, and can be read in light and in dark",
  needed,
  async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, "report.html");
    writeFileSync(path, formatReports([brokenReport], "html", { sourceOf: () => sampleSource }));
    await using opened = await openPage(pathToFileURL(path).href);
    const { page, errors } = opened;
    assert.equal(await page.locator("article tbody tr").count(), 13);
    assert.equal(await page.locator("svg rect").count(), 5);
    assert.match((await page.locator("p.verdict").textContent()) ?? "", /^Broken: PROBE001/);
    assert.equal(await page.locator(".finding mark").first().textContent(), ".'State'");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const [ink = 0, paper = 0] = await page.evaluate<number[]>(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]" +
          ".map((text) => Number(/[0-9]+/.exec(text)[0]))",
      );
      assert.ok(Math.abs(ink - paper) > 150, `${colorScheme}: ${ink} on ${paper}`);
      const shots = process.env["LEADERLAB_SCREENSHOTS"];
      if (shots !== undefined) {
        await page.screenshot({ path: join(shots, `report-${colorScheme}.png`), fullPage: true });
      }
    }
    assert.deepEqual(errors, []);
  },
);

test(
  "nothing that stands in a checked file or comes from a command runs or loads in the report's page",
  needed,
  async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, "report.html");
    const tokens = new Set([
      "role",
      "kind",
      "rule",
      "severity",
      "verdict",
      "expected",
      "outcome",
      "unit",
    ]);
    const evil = `"><img src=x onerror="document.title='run'"><script>document.title='run'</script>`;
    const spoiled: CheckReport = JSON.parse(
      JSON.stringify(brokenReport, (key, value) =>
        typeof value === "string" && !tokens.has(key) ? `${value}${evil}` : value,
      ),
    );
    writeFileSync(path, formatReports([{ ...spoiled, findings: [] }], "html"));
    await using opened = await openPage(pathToFileURL(path).href);
    const { page, errors } = opened;
    assert.notEqual(await page.title(), "run");
    assert.equal(await page.locator("script, img, link, iframe").count(), 0);
    assert.deepEqual(errors, []);
  },
);
