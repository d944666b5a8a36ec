import assert from "node:assert/strict";
import { test } from "node:test";
import { SourceError } from "../source-error.ts";
import { readYaml } from "./yaml-document.ts";
import { entryOf, nodeAt, plainOf, textAt } from "./yaml-node.ts";

const read = (text: string) => readYaml({ file: "a.yaml", text }).map(({ root }) => root);

test("every value of a YAML file knows where it stands", () => {
  const [root] = read("a:\n  - b: 'x y'\n");
  assert.deepEqual(nodeAt(root, "a", 0, "b")?.position, {
    file: "a.yaml",
    line: 2,
    column: 8,
    endLine: 2,
    endColumn: 13,
  });
  assert.equal(entryOf(nodeAt(root, "a", 0), "b")?.keyPosition.column, 5);
});

test("documents without content are left out", () => {
  assert.equal(read("---\n---\na: 1\n---\n# only words\n").length, 1);
});

test("aliases and merged maps stand for what they mean", () => {
  const [root] = read("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\nz: *x\n");
  assert.ok(root !== undefined);
  assert.deepEqual(plainOf(root), { x: { a: 1, b: 2 }, y: { b: 3, a: 1 }, z: { a: 1, b: 2 } });
});

test("aliases that stand for more than can be read are refused, not expanded", () => {
  const levels = Array.from(
    { length: 12 },
    (_, level) => `l${level}: &l${level} [${Array(9).fill(level === 0 ? "x" : `*l${level - 1}`)}]`,
  );
  assert.throws(() => read(`${levels.join("\n")}\n`), /more than \d+ values/);
});

test("what is no YAML is refused with its place", () => {
  for (const [text, line] of [
    ["a: 1\na: 2\n", 2],
    ["a: [1\n", 2],
    ["a: *nobody\n", 1],
    ["a: &a [*a]\n", 1],
    ["? [a]\n: 1\n", 1],
  ] as const) {
    assert.throws(
      () => read(text),
      (error) => error instanceof SourceError && error.position?.line === line,
      text,
    );
  }
});

test("a chart that is not rendered is told how to be rendered", () => {
  assert.throws(() => read("a: {{ .Values.a }}: b: {{\n"), /helm template/);
});

test("what is nested too deeply is refused", () => {
  assert.throws(() => read("[".repeat(100_000)), SourceError);
  assert.throws(() => read(`${"[".repeat(200)}${"]".repeat(200)}`), SourceError);
});

test("a value's text is what was written, also where it reads as a number", () => {
  assert.equal(textAt(read("a: 010\n")[0], "a"), "010");
});
