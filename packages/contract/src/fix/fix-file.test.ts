import assert from "node:assert/strict";
import { test } from "node:test";
import { fixtures } from "../fixtures/fixtures.ts";
import { judgedStates } from "../judge/answers.ts";
import { lintFile } from "../lint/file-kinds.ts";
import { JudgedProbe } from "../lint/judged-probe.ts";
import { readManifest } from "../read/kubernetes/read-manifest.ts";
import { expectedOf } from "../run/expected-of.ts";
import { fixFile } from "./fix-file.ts";

const fixtureOf = (id: string) => {
  const fixture = fixtures.find((one) => one.id === id);
  assert.ok(fixture !== undefined);
  return fixture;
};

/** These do more than to check: they are left, with the reason. */
const left: { readonly [id: string]: RegExp } = { F6: /it also says something/ };

test("every check that breaks a rule is mended, or left with the reason", () => {
  for (const { id, source, contract, rules } of fixtures) {
    const { text, diff, mended, unmended } = fixFile(source, { contract });
    if (left[id] !== undefined) {
      assert.match(unmended[0]?.reason ?? "", left[id]);
      continue;
    }
    assert.deepEqual(unmended, [], id);
    assert.equal(text === source.text, rules.length === 0, id);
    assert.deepEqual([...new Set(mended.map(({ rule }) => rule))], rules);
    assert.equal(diff === "", rules.length === 0);
    assert.deepEqual(lintFile({ ...source, text }, { contract }).findings, [], id);
    assert.equal(fixFile({ ...source, text }, { contract }).text, text, `${id} is mended once`);
  }
});

test("the guide's probe, mended, says of every state what the contract asks for", () => {
  for (const contract of ["leader", "serving"] as const) {
    const { source } = fixtureOf("F1");
    const { text } = fixFile(source, { contract });
    const read = readManifest({ ...source, text }).containers[0]?.probes[0];
    assert.ok(read !== undefined);
    const probe = new JudgedProbe(read, { contract });
    for (const state of judgedStates) {
      assert.equal(probe.verdict(state), expectedOf("readiness", state, contract), state);
    }
    assert.doesNotMatch(text, /pipefail|curl|jq/);
    assert.match(text, /periodSeconds: 1/);
  }
});

test("a patch shows what changes, with three lines around it", () => {
  const { source } = fixtureOf("F12");
  assert.equal(
    fixFile(source, { contract: "serving" }).diff,
    `--- F12.yaml
+++ F12.yaml
@@ -18,5 +18,4 @@
             exec:
               command: [pidof, lnd]
           readinessProbe:
-            tcpSocket:
-              port: 10009
+            exec: {command: ["/bin/sh", "-c", "lncli state | grep -q SERVER_ACTIVE"]}
`,
  );
});

test("a script's own lncli, with its flags and what wraps it, is what asks", () => {
  const mended = (text: string) => fixFile({ file: "x.sh", text }, { contract: "serving" }).text;
  assert.equal(
    mended("docker exec lnd lncli -n regtest --lnddir=/data getinfo >/dev/null\n"),
    "docker exec lnd lncli -n regtest --lnddir=/data state | grep -q SERVER_ACTIVE\n",
  );
  assert.equal(
    mended(
      "#!/bin/sh\n# waits\nwhile ! lncli state | grep -q RPC_ACTIVE\ndo\n  echo waiting\n  sleep 3\ndone\nexec app\n",
    ),
    "#!/bin/sh\n# waits\nwhile ! lncli state | grep -q SERVER_ACTIVE\ndo\n  echo waiting\n  sleep 3\ndone\nexec app\n",
  );
  assert.equal(
    mended(`lncli state | grep -q '"state": "SERVER_ACTIVE"'\n`),
    `lncli state | grep -q '"state": *"SERVER_ACTIVE"'\n`,
  );
});
