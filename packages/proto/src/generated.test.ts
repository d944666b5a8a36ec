import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { generate } from "../scripts/generate.ts";

test("the generated files are what `npm run gen` writes from protos/", () => {
  for (const [name, text] of generate()) {
    const committed = readFileSync(new URL(`./gen/${name}`, import.meta.url), "utf8");
    assert.equal(committed, text, `src/gen/${name} is stale: run npm run gen`);
  }
});
