import assert from "node:assert/strict";
import { test } from "node:test";
import { fixtures } from "../fixtures/fixtures.ts";
import { fileKindOf, lintFile } from "./file-kinds.ts";

for (const { id, story, kind, source, contract, role, rules } of fixtures) {
  test(`${id} breaks ${rules.join(", ") || "no rule"}: ${story}`, () => {
    assert.equal(fileKindOf(source).name, kind);
    const { findings, containers, notices } = lintFile(source, { contract });
    const problems = findings.filter(({ severity }) => severity !== "note");
    assert.deepEqual(
      [...new Set(problems.map(({ rule }) => rule))],
      rules,
      JSON.stringify(problems, null, 1),
    );
    assert.ok(containers.flatMap(({ probes }) => probes).some((probe) => probe.role === role));
    assert.deepEqual(notices, []);
    for (const { position } of problems) assert.equal(position?.file, source.file);
  });
}
