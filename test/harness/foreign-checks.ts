import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { TestProcess } from "./child-process.ts";

/** Checks in another language take no longer than this altogether, unless something hangs. */
export const foreignTimeoutMs = 180_000;

/**
 * Runs a program that checks an etcd from outside, and makes a test of each thing that it checks. It writes one JSON
 * object a line: `{"check":"a true sentence"}`, with `"error"` where it does not hold, and `{"done":N}` at its end.
 */
export async function runForeignChecks(
  t: TestContext,
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  await using program = new TestProcess(command, { signal: t.signal, env });
  for (let count = 0; ; count++) {
    const line = JSON.parse(await program.nextLine(/^\{"(check|done)"/)) as CheckLine;
    if ("done" in line) {
      assert.ok(count > 0 && count === line.done, `${count} of ${line.done} checks were told`);
      break;
    }
    await t.test(line.check, () => {
      if (line.error !== undefined) assert.fail(line.error);
    });
  }
  assert.equal((await program.ended).code, 0);
}

type CheckLine = { readonly check: string; readonly error?: string } | { readonly done: number };
