import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { renderFidelity } from "../scripts/write-fidelity.ts";

test("docs/fidelity.md says what the code does", async () => {
  const page = readFileSync(new URL("../docs/fidelity.md", import.meta.url), "utf8");
  assert.equal(page, await renderFidelity(), "docs/fidelity.md is stale: run npm run gen");
});
