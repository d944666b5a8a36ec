import assert from "node:assert/strict";
import { test } from "node:test";
import { SourceError } from "../source-error.ts";
import { fileKindOf, lintFile } from "./file-kinds.ts";

const kindOf = (file: string, text: string) => fileKindOf({ file, text }).name;

test("a manifest is recognised by apiVersion and kind, also behind an empty document", () => {
  assert.equal(
    kindOf("all.yaml", "---\n# nothing\n---\napiVersion: v1\nkind: Pod\n"),
    "kubernetes",
  );
});

test("a compose file is recognised by its services", () => {
  assert.equal(kindOf("stack.yml", "services:\n  lnd:\n    image: lnd\n"), "compose");
});

test("a script is recognised by its first line, its name, or the programs that it calls", () => {
  assert.equal(kindOf("wait", "#!/usr/bin/env bash\ntrue\n"), "script");
  assert.equal(kindOf("wait.sh", "true\n"), "script");
  assert.equal(kindOf("command", "lncli state | grep -q SERVER_ACTIVE"), "script");
});

test("a manifest that is no YAML is told as such, with the place", () => {
  const source = { file: "lnd.yaml", text: "apiVersion: v1\nkind: Pod\nspec: [\n" };
  assert.throws(
    () => lintFile(source, { contract: "serving" }),
    (error) => error instanceof SourceError && error.position?.line === 4,
  );
});

test("YAML of another kind is refused with the kinds that there are", () => {
  assert.throws(
    () => fileKindOf({ file: "x.yaml", text: "a: 1\n" }),
    /name one with --kind: kubernetes/,
  );
});
