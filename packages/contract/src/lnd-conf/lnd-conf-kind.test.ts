import assert from "node:assert/strict";
import { test } from "node:test";
import { rulesFoundIn } from "../proxies/testing/rules-found.ts";
import { duplicateIds, lndConfKind } from "./lnd-conf-kind.ts";

const elected = "[cluster]\ncluster.enable-leader-election=true\ncluster.id=lnd-1\n";

test("lnd's own times go together", () => {
  assert.deepEqual(rulesFoundIn(lndConfKind, elected), []);
});

test("a lease that runs out before a leader notices is told with the numbers, and mended", () => {
  const text = `${elected}cluster.leader-session-ttl = 60\nhealthcheck.leader.attempts=3\n`;
  const { findings } = lndConfKind.lint({ file: "lnd.conf", text }, { contract: "serving" });
  const [found] = findings;
  assert.equal(found?.rule, "TIME001");
  assert.match(found?.message ?? "", /after 60 s.*85 s.*timeout 5 s × 3 \+ backoff 5 s × 2/);
  assert.deepEqual(found?.edits?.[0]?.position, {
    file: "lnd.conf",
    line: 4,
    column: 30,
    endLine: 4,
    endColumn: 32,
  });
});

test("a node without an id is warned of, one without an election is not", () => {
  const text = "cluster.enable-leader-election=1\n";
  assert.deepEqual(rulesFoundIn(lndConfKind, text), ["TIME002 line 1"]);
  assert.deepEqual(rulesFoundIn(lndConfKind, "bitcoin.mainnet=true\n"), []);
});

test("of two files with one id the second is told of", () => {
  const other = elected.replace("lnd-1", "lnd-2");
  const files = [elected, other, elected].map((text, index) => ({ file: `${index}.conf`, text }));
  const found = duplicateIds(files);
  assert.deepEqual(
    found.map(({ rule, position }) => `${rule} ${position?.file}:${position?.line}`),
    ["TIME002 2.conf:3"],
  );
});
