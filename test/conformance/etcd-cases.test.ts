import assert from "node:assert/strict";
import { test } from "node:test";
import { watchRefusals } from "@leaderlab/etcd-core";
import { targetName } from "../harness/etcd-target.ts";
import { stepsOf } from "./case-run.ts";
import { CaseTarget, trialsOf } from "./case-target.ts";
import { caseGroups } from "./cases/all-cases.ts";
import type { Case, Refusal } from "./cases/case.ts";
import type { Plain } from "./plain-message.ts";
import { wireErrors } from "./wire-errors.ts";

/** A group does not take this long, unless something hangs. */
const timeout = 240_000;

for (const [group, cases] of Object.entries(caseGroups)) {
  test(`what clients of etcd rely on: ${group}, on ${targetName}`, { timeout }, async (t) => {
    await using target = new CaseTarget(targetName, t.signal);
    for (const trial of cases.flatMap(trialsOf)) {
      const reason = target.skipReason(trial.case);
      const skip = reason === undefined ? false : `on purpose: ${reason}`;
      await t.test(`${trial.case.name} (${trial.transport})`, { skip }, async () => {
        const { problem } = await target.try(trial);
        if (problem !== undefined) assert.fail(problem);
      });
    }
  });
}

const all = Object.values(caseGroups).flat();

test("no two cases have one name", () => {
  const names = all.map(({ name }) => name);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
});

test("every error of etcd's table has a case that shows it, or a reason why it cannot come", () => {
  const shown = new Set(all.flatMap(refusalsOf).map(String));
  const rows = wireErrors.filter(({ shownBy }) => typeof shownBy === "string");
  const missing = rows.map(({ refusal }) => String(refusal)).filter((row) => !shown.has(row));
  assert.deepEqual(missing, []);
});

test("every reason for which no watcher is made has a case", () => {
  const shown = new Set(all.flatMap(messagesOf).map((message) => message["cancel_reason"]));
  assert.deepEqual(
    Object.values(watchRefusals).filter((text) => !shown.has(text)),
    [],
  );
});

function refusalsOf(one: Case): Refusal[] {
  return stepsOf(one).flatMap((step) => {
    if ("refusal" in step && step.refusal !== undefined) return [step.refusal];
    return "ends" in step && step.ends !== "OK" ? [step.ends] : [];
  });
}

function messagesOf(one: Case): readonly Plain[] {
  return stepsOf(one).flatMap((step) => {
    if ("told" in step) return Object.values(step.told).flat();
    return "next" in step ? step.next : [];
  });
}
