import assert from "node:assert/strict";
import { test } from "node:test";
import { lintFile } from "../lint/file-kinds.ts";
import { generateDefaults } from "./generate-options.ts";
import { generatorNames, generators } from "./generators.ts";

test("what is generated breaks no rule, and is recognised as what it is", () => {
  for (const name of generatorNames) {
    for (const contract of ["serving", "leader"] as const) {
      const text = generators[name]({ ...generateDefaults, contract });
      const { kind, findings, notices } = lintFile({ file: "generated", text }, { contract });
      assert.equal(kind, name);
      assert.deepEqual(findings, [], name);
      assert.deepEqual(notices, [], name);
    }
  }
});

test("nodes with REST ports of their own are checked at them", () => {
  const nodes = [1, 2].map((index) => ({
    name: `n${index}`,
    host: "127.0.0.1",
    grpcPort: 10_008 + index,
    restPort: 8079 + index,
  }));
  const text = generators.haproxy({ ...generateDefaults, nodes });
  assert.match(text, /server n2 127\.0\.0\.1:10010 check port 8081/);
  assert.match(text, /server n2 127\.0\.0\.1:8081 track lnd_grpc\/n2/);
});
