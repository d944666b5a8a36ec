import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { renderRules } from "../scripts/write-rules.ts";

test("docs/rules.md says what the table of rules does", () => {
  const page = readFileSync(new URL("../docs/rules.md", import.meta.url), "utf8");
  assert.equal(page, renderRules(), "docs/rules.md is stale: run npm run gen");
});
