import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { runAt } from "../testing/fake-terminal.ts";
import { startSimulatedNode, temporaryFolder } from "../testing/simulated-node.ts";

const clock = createRealClock();

test("a baked macaroon says what it was baked with, and lets in for that alone", async () => {
  using folder = temporaryFolder();
  await using node = await startSimulatedNode(folder.path, clock, ["--noseedbackup"]);
  await node.reaches("SERVER_ACTIVE");
  const lncli = (...argv: readonly string[]) =>
    runAt(["lncli", ...node.lncliFlags, ...argv], { clock });
  const path = join(folder.path, "info.macaroon");
  const bake = ["bakemacaroon", "--ip_address", "127.0.0.1", "--save_to", path, "info:read"];
  assert.equal((await lncli(...bake)).stdout, `Macaroon saved to ${path}\n`);
  assert.equal(
    (await lncli("printmacaroon", "--macaroon_file", path)).stdout,
    [
      "{",
      '    "version": 2,',
      '    "location": "lnd",',
      '    "root_key_id": "0",',
      '    "permissions": [',
      '        "info:read"',
      "    ],",
      '    "caveats": [',
      '        "ipaddr 127.0.0.1"',
      "    ]",
      "}",
      "",
    ].join("\n"),
  );
  assert.deepEqual((await lncli(`--macaroonpath=${path}`, "getinfo")).ending, { code: 0 });
  const refused = await lncli(`--macaroonpath=${path}`, "listinvoices");
  assert.equal(refused.stderr, "[lncli] rpc error: code = Unknown desc = permission denied\n");

  const bound = join(folder.path, "bound.macaroon");
  const constrained = await lncli("constrainmacaroon", "--ip_address", "10.0.0.1", path, bound);
  assert.equal(constrained.stdout, `Macaroon saved to ${bound}\n`);
  assert.equal(statSync(bound).mode & 0o777, 0o644);
  assert.match(
    (await lncli(`--macaroonpath=${bound}`, "getinfo")).stderr,
    /macaroon locked to different IP address/,
  );
});

test("a macaroon is baked offline with a root key, and bound to a time, without a node", async () => {
  const standing = createVirtualClock(Date.UTC(2026, 0, 2, 3, 4, 5));
  const lncli = async (...argv: readonly string[]) =>
    (await runAt(["lncli", "--lnddir=/nosuch", ...argv], { clock: standing })).stdout;
  const rootKey = "44".repeat(32);
  const hex = await lncli("bakemacaroon", "--timeout", "60", "--root_key", rootKey, "info:read");
  const printed = JSON.parse(await lncli("printmacaroon", hex.trim()));
  assert.deepEqual(printed.caveats, ["time-before 2026-01-02T03:05:05Z"]);
  using folder = temporaryFolder();
  const path = join(folder.path, "offline.macaroon");
  await lncli("bakemacaroon", "--root_key", rootKey, "--save_to", path, "info:read");
  assert.equal(readFileSync(path)[0], 2);
});
