import assert from "node:assert/strict";
import { test } from "node:test";
import { etcdErrors, watchRefusals } from "@leaderlab/etcd-core";
import { targetName } from "../harness/etcd-target.ts";
import { stepsOf } from "./case-run.ts";
import { CaseTarget, trialsOf } from "./case-target.ts";
import { caseGroups } from "./cases/all-cases.ts";
import type { Case } from "./cases/case.ts";

/** A group does not take this long, unless something hangs. */
const timeout = 240_000;

for (const [group, cases] of Object.entries(caseGroups)) {
  test(`what clients of etcd rely on: ${group}, on ${targetName}`, { timeout }, async (t) => {
    await using target = new CaseTarget(targetName, t.signal);
    for (const trial of cases.flatMap(trialsOf)) {
      const reason = target.skipReason(trial);
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

test("every refusal that the store can give has a case", () => {
  const shown = new Set(all.flatMap(refusalTexts));
  const refusals = [
    ...Object.values(etcdErrors).map(({ text }) => text),
    ...Object.values(watchRefusals),
  ];
  assert.deepEqual(
    refusals.filter((text) => !shown.has(text)),
    [],
  );
});

function refusalTexts(one: Case): string[] {
  return stepsOf(one).flatMap((step) => {
    if ("refusal" in step) return [String(step.refusal?.[1])];
    if ("ends" in step && step.ends !== "OK") return [step.ends[1]];
    const told = "told" in step ? Object.values(step.told).flat() : "next" in step ? step.next : [];
    return told.map((message) => String(message["cancel_reason"]));
  });
}
