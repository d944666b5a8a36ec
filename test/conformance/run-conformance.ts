// `npm run conformance`: tries every case on ours and on each real etcd, and compares what comes of it field by field.
//   npm run conformance -- [--etcd PROGRAM]... [--group NAME]... [--case WORDS]
// Without --etcd it takes those that it finds: LEADERLAB_ETCD36 or .cache/parts/etcd, and the etcd on the PATH.
// Ends with code 1 when anything fails. With LEADERLAB_REQUIRE_PARTS=1 a real etcd that is missing is a failure.
import { appendFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CaseTarget, trialsOf } from "./case-target.ts";
import { type Trying, tryAll, verdictOf } from "./case-verdict.ts";
import { caseGroups } from "./cases/all-cases.ts";
import { type GroupResult, renderResults, tallyOf } from "./conformance-table.ts";
import { findRealEtcds } from "./real-etcds.ts";

const { values } = parseArgs({
  options: {
    etcd: { type: "string", multiple: true },
    group: { type: "string", multiple: true },
    case: { type: "string", default: "" },
  },
});
const groups = Object.entries(caseGroups)
  .filter(([group]) => values.group?.includes(group) ?? true)
  .map(([group, cases]) => ({
    group,
    cases: cases.filter(({ name }) => name.includes(values.case)),
  }))
  .filter(({ cases }) => cases.length > 0);
if (groups.length === 0) throw new Error("conformance: no case is called so");

/** Ours is a 3.6: only with such a one it must agree where a case says nothing. */
const isYardstick = (version = "") => version.startsWith("3.6.");

const { found, missing } = findRealEtcds(values.etcd);
const targets = ["ours", ...found.map(({ program }) => program)];
const trials = groups.flatMap(({ cases }) => cases).flatMap(trialsOf);
console.log(`trying ${trials.length} trials on ${targets.join(", ")} …`);
const [ours = [], ...reals] = await Promise.all(
  targets.map(async (program) => {
    await using target = new CaseTarget(program);
    return await tryAll(target, trials);
  }),
);

const results = groups.flatMap(({ group, cases }) => {
  const compared = (target: string, real?: readonly Trying[], version?: string): GroupResult => ({
    group,
    target,
    cases: cases.length,
    verdicts: trials.flatMap((trial, at) =>
      cases.includes(trial.case)
        ? [
            {
              trial: `${trial.case.name} (${trial.transport})`,
              verdict: verdictOf(ours[at] ?? { skipped: "" }, real?.[at], isYardstick(version)),
            },
          ]
        : [],
    ),
  });
  if (reals.length === 0) return [compared("the cases alone")];
  return reals.map((real, at) => compared(`etcd ${found[at]?.version}`, real, found[at]?.version));
});

console.log(`\n${renderResults(results)}`);
for (const words of missing) console.log(`\nNOT COMPARED with ${words}`);
const { passed, failed } = tallyOf(results);
const missed = process.env["LEADERLAB_REQUIRE_PARTS"] === "1" ? missing.length : 0;
const tally = process.env["LEADERLAB_TALLY"];
if (tally !== undefined) appendFileSync(tally, `${passed} ${failed + missed}\n`);
console.log(`\n${passed} equal, ${failed + missed} failing`);
process.exitCode = failed + missed === 0 ? 0 : 1;
