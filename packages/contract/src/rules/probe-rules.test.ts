import assert from "node:assert/strict";
import { test } from "node:test";
import type { JudgedState } from "../judge/answers.ts";
import { judgeScript } from "../judge/judge-script.ts";
import { lintFile } from "../lint/file-kinds.ts";
import { ruleIds, ruleTable } from "./rule-table.ts";

/** Those whose examples are scripts as a whole. */
const scripts = ruleIds.filter(
  (id) => id.startsWith("PROBE") && !/^(PROBE002|PROBE006|PROBE007|PROBE009|PROBE011)$/.test(id),
);

test("every wrong example breaks its own rule, and every right one breaks none", () => {
  for (const id of scripts) {
    const { wrong, right } = ruleTable[id].example;
    if (id !== "PROBE004") assert.ok(rulesOf(wrong).includes(id), `${id}: ${wrong}`);
    assert.deepEqual(rulesOf(right), [], `${id}: ${right}`);
  }
});

function rulesOf(script: string): readonly string[] {
  const source = { file: "x.sh", text: script };
  return lintFile(source, { contract: "serving", kind: "script" }).findings.map(({ rule }) => rule);
}

test("the right example of a readiness check passes in SERVER_ACTIVE alone", () => {
  for (const id of scripts) {
    if (id === "PROBE005") continue;
    const states: readonly JudgedState[] = [
      "WAITING_TO_START",
      "LOCKED",
      "RPC_ACTIVE",
      "SERVER_ACTIVE",
    ];
    const verdicts = states.map((state) =>
      judgeScript(ruleTable[id].example.right, { state, spaces: 1 }),
    );
    assert.deepEqual(verdicts, ["no", "no", "no", "yes"], id);
  }
});

test("every rule about probes says what it is, why, and what to do", () => {
  for (const id of ruleIds.filter((rule) => rule.startsWith("PROBE"))) {
    const { reason, advice, example } = ruleTable[id];
    for (const text of [reason, advice, example.wrong, example.right])
      assert.notEqual(text, "", id);
  }
});
