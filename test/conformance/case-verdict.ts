import { isDeepStrictEqual } from "node:util";
import type { Transcript } from "./case-run.ts";
import type { CaseTarget, Trial } from "./case-target.ts";

/** Of a problem's words; the test file shows all of them. */
const shownLines = 30;

/** What comparing a trial on ours with the same on a real etcd came to. */
export type Verdict =
  | { readonly kind: "equal" }
  | { readonly kind: "byDesign"; readonly reason: string }
  | { readonly kind: "failing"; readonly words: string };

/** What a trial brought on a target; or why it was not tried there. */
export type Trying = { readonly skipped: string } | { readonly transcript: Transcript };

/** Tries every trial on one target, one after the other. */
export async function tryAll(target: CaseTarget, trials: readonly Trial[]): Promise<Trying[]> {
  const tryings: Trying[] = [];
  for (const trial of trials) {
    const skipped = target.skipReason(trial.case);
    tryings.push(skipped === undefined ? { transcript: await target.try(trial) } : { skipped });
  }
  return tryings;
}

/**
 * Compares what one trial brought on ours and on a real etcd: both must be as the case says, and where the real one is
 * the yardstick field by field the same even where it says nothing. Without a real one, ours must be as the case says.
 */
export function verdictOf(ours: Trying, real?: Trying, isYardstick = true): Verdict {
  for (const [whose, trying] of [
    ["ours", ours],
    ["the real one", real],
  ] as const) {
    if (trying !== undefined && "skipped" in trying) {
      return { kind: "byDesign", reason: trying.skipped };
    }
    const problem = trying?.transcript.problem;
    if (problem !== undefined) {
      const words = problem.split("\n").slice(0, shownLines).join("\n");
      return { kind: "failing", words: `on ${whose}: ${words}` };
    }
  }
  if (!isYardstick || real === undefined || !("transcript" in ours) || !("transcript" in real)) {
    return { kind: "equal" };
  }
  return compared(ours.transcript, real.transcript);
}

function compared(ours: Transcript, real: Transcript): Verdict {
  const at = ours.happenings.findIndex(
    (happening, index) => !isDeepStrictEqual(happening, real.happenings[index]),
  );
  if (at < 0) return { kind: "equal" };
  const [a, b] = [ours.happenings[at], real.happenings[at]].map((one) => JSON.stringify(one?.came));
  const step = ours.happenings[at]?.step;
  return { kind: "failing", words: `${step}\n      ours: ${a}\n      real: ${b}` };
}
