import type { ProbeRun } from "../check-report.ts";

/** A run, which another one may take the place of. */
export interface WeighedRun {
  run: ProbeRun;
}

/** How often a run that was late is made again. */
const retries = 2;
/** After so many that were late for good, the others are believed without being made again. */
const mostConfirmed = 3;

/** Runs that were late while others were under way, to be made again one by one. */
export class Doubts {
  readonly #late: (() => Promise<boolean>)[] = [];

  /** Takes a run; one that was late is made again when the doubts are settled. */
  weigh(run: ProbeRun, again: () => Promise<ProbeRun>): WeighedRun {
    const weighed = { run };
    if (run.outcome === "timeout") {
      this.#late.push(async () => {
        for (let retry = 0; retry < retries && weighed.run.outcome === "timeout"; retry++) {
          weighed.run = await again();
        }
        return weighed.run.outcome === "timeout";
      });
    }
    return weighed;
  }

  /** Makes late runs again, as long as that changes anything. */
  async settle(): Promise<void> {
    let confirmed = 0;
    for (const isStillLate of this.#late) {
      if (confirmed === mostConfirmed) return;
      confirmed = (await isStillLate()) ? confirmed + 1 : 0;
    }
  }
}
