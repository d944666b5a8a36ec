import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { scalarOffsets } from "./scalar-offsets.ts";
import { readYaml } from "./yaml-document.ts";
import { nodeAt } from "./yaml-node.ts";

const scripts = fc
  .array(fc.constantFrom("a", "b c", " ", "", "x'y", '"', "\\", "$(d)", "  e", "#f", "g: h"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) => lines.join("\n"));

function traced(
  text: string,
): { value: string; offsets: readonly number[] | undefined } | undefined {
  let found: ReturnType<typeof nodeAt>;
  try {
    found = nodeAt(readYaml({ file: "a.yaml", text })[0]?.root, "a", "b");
  } catch {
    return undefined;
  }
  if (found?.kind !== "scalar" || typeof found.value !== "string") return undefined;
  return { value: found.text, offsets: scalarOffsets(text, found) };
}

test("each character of a block or quoted text is found where it is written", () => {
  const writings: readonly ((script: string) => string)[] = [
    (script) => `a:\n  b: |\n${indented(script)}\n  c: 1\n`,
    (script) => `a:\n  b: |-\n${indented(script)}\n`,
    (script) => `a:\n  b: |+\n${indented(script)}\n\n\n`,
    (script) => `a:\n  b: >\n${indented(script)}\n  c: 1\n`,
    (script) => `a:\r\n  b: |\r\n${indented(script).replaceAll("\n", "\r\n")}\r\n`,
    (script) => `a: {b: ${JSON.stringify(script)}}\n`,
    (script) => `a:\n  b: '${script.replaceAll("'", "''").replaceAll("\n", "\n    ")}'\n`,
    (script) => `a:\n  b: "${script.replace(/["\\]/g, "\\$&").replaceAll("\n", "\n    ")}"\n`,
    (script) => `a:\n  b: z${script.replace(/[:#]/g, "").replaceAll("\n", "\n    ")}\n`,
  ];
  let checked = 0;
  fc.assert(
    fc.property(scripts, fc.constantFrom(...writings), (script, write) => {
      const text = write(script);
      const found = traced(text);
      if (found === undefined) return;
      assert.ok(found.offsets !== undefined, JSON.stringify(text));
      assert.equal(found.offsets.length, found.value.length + 1);
      for (const [at, char] of [...found.value].entries()) {
        if (/[a-zA-Z$()]/.test(char))
          assert.equal(text[found.offsets[at] ?? -1], char, JSON.stringify(text));
      }
      checked++;
    }),
    { numRuns: 600 },
  );
  assert.ok(checked > 200, `${checked} were read`);
});

function indented(script: string): string {
  const lines = script.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
  return lines.join("\n");
}
