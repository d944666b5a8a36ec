import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { scenarioNames } from "./named-scenarios.ts";
import { scenarioJsonSchema } from "./scenario.ts";

const scenarioFile = (name: string) =>
  readFileSync(new URL(`../../scenarios/${name}`, import.meta.url), "utf8");

test("the schema that editors read is the one that the code checks with", () => {
  const written = JSON.parse(scenarioFile("scenario.schema.json"));
  assert.deepEqual(written, scenarioJsonSchema(), "it is stale: run npm run gen");
});

test("every scenario of the lab names the schema, and is valid by it", () => {
  const schema = z.fromJSONSchema(JSON.parse(scenarioFile("scenario.schema.json")));
  for (const name of scenarioNames()) {
    const text = scenarioFile(`${name}.yaml`);
    assert.match(text, /^# yaml-language-server: \$schema=\.\/scenario\.schema\.json\n/, name);
    const { error } = schema.safeParse(parse(text));
    assert.equal(error, undefined, `${name}: ${error?.message}`);
  }
  const spoiled = { ...parse(scenarioFile("killed-leader.yaml")), ttl: "soon" };
  assert.equal(schema.safeParse(spoiled).success, false);
});
