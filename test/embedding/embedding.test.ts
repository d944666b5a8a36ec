import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { runToEnd } from "../harness/child-process.ts";
import { needs, type Part, parts } from "../harness/required-part.ts";
import { root } from "../tidy/source-files.ts";
import { documentedExamples, type Example } from "./documented-examples.ts";

/** The pages, and what their examples need beside a runner. */
const pages: readonly { readonly page: string; readonly needed: readonly Part[] }[] = [
  { page: "docs/embedding.md", needed: [] },
  { page: "docs/contract.md", needed: [parts.dash, parts.curl, parts.jq] },
];
const examples = pages.flatMap(({ page, needed }) =>
  documentedExamples(page).map((example) => ({ ...example, page, needed })),
);

for (const { page } of pages) {
  test(`${page} has examples for each runner, and no block of code that is not run`, () => {
    const own = examples.filter((example) => example.page === page);
    const names = new Set(own.map(({ runner }) => runner));
    assert.deepEqual([...names], ["node:test", "vitest", "jest"]);
  });
}

/** How each runner runs a file. They resolve packages as a file of this workspace does. */
const runners: Readonly<
  Record<string, { readonly part?: Part; command(file: string): readonly [string, ...string[]] }>
> = {
  "node:test": {
    command: (file) => [process.execPath, "--import", "tsx", "--conditions=source", file],
  },
  vitest: {
    part: parts.vitest,
    command: (file) => [parts.vitest.program, "run", "--root", dirname(file)],
  },
  jest: {
    part: parts.jest,
    command: (file) => [parts.jest.program, "--rootDir", dirname(file), "--testMatch", file],
  },
};

// They mostly wait.
describe("examples", { concurrency: 2 }, () => {
  for (const example of examples) {
    const runner = runners[example.runner];
    const { page, needed } = example;
    if (runner === undefined)
      throw new Error(`${page}:${example.line}: no runner ${example.runner}`);
    const all = runner.part === undefined ? needed : [runner.part, ...needed];
    const options = { ...needs(...all), timeout: 120_000 };
    test(
      `the example of ${page}:${example.line} runs with ${example.runner}`,
      options,
      async () => {
        using file = exampleFile(example);
        const { code, output } = await runToEnd(runner.command(file.path), {
          cwd: example.runner === "node:test" ? root : dirname(file.path),
          env: { NODE_TEST_CONTEXT: "", NODE_OPTIONS: nodeOptions(example) },
        });
        assert.equal(code, 0, output);
        const said = stripVTControlCharacters(output);
        assert.match(said, /^# pass [1-9]|^ +Tests +[1-9]|^Tests: +[1-9]/m, "something was run");
      },
    );
  }
});

/** In a folder beside the runners, so that their packages are found, and those of the workspace above. */
function exampleFile({ code, language }: Example): Disposable & { readonly path: string } {
  const runnersFolder = join(root, ".cache", "test-runners");
  mkdirSync(runnersFolder, { recursive: true });
  const folder = mkdtempSync(join(runnersFolder, "example-"));
  const path = join(folder, language === "ts" ? "example.test.ts" : "example.test.mjs");
  writeFileSync(path, code);
  return { path, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

function nodeOptions({ runner }: Example): string {
  return runner === "jest" ? "--experimental-vm-modules --no-warnings" : "";
}
