import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chaoticTimeline } from "./chaotic-run.ts";

const program = fileURLToPath(new URL("./chaotic-run.ts", import.meta.url));

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** The hash of a run in a process of its own. */
async function hashElsewhere(seed: number): Promise<string> {
  const loader = ["--import", "tsx", "--conditions=source"];
  const { stdout } = await promisify(execFile)(process.execPath, [...loader, program, `${seed}`]);
  return stdout.trim();
}

test("the same seed gives the same timeline twice in one process, whatever goes wrong in it", async () => {
  for (const seed of [1, 2, 3]) {
    const first = (await chaoticTimeline(seed)).split("\n");
    const again = (await chaoticTimeline(seed)).split("\n");
    const differs = first.findIndex((line, at) => line !== again[at]);
    assert.equal(differs, -1, `seed ${seed}: ${first[differs]} … ${again[differs]}`);
    assert.equal(first.length, again.length);
  }
});

test("another process gives the same timeline for the same seed, and another one for another", async () => {
  const [here, there, other] = await Promise.all([
    chaoticTimeline(4).then(hashOf),
    hashElsewhere(4),
    hashElsewhere(5),
  ]);
  assert.equal(there, here);
  assert.notEqual(other, here);
});
