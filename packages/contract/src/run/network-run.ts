import type { Clock } from "@leaderlab/clock";
import type { ProbeRun } from "../check-report.ts";

/** What came of a probe without a command: `detail` says what it saw, or why it failed. */
export interface NetworkOutcome {
  readonly isSuccess: boolean;
  readonly detail: string;
}

/**
 * Times a probe that goes over the network, and ends it at its limit: `ask` is told to give up by its signal. It never
 * rejects, unless `signal` aborts.
 */
export async function runOnNetwork(
  {
    clock,
    limitMs,
    signal,
  }: { readonly clock: Clock; readonly limitMs: number; readonly signal?: AbortSignal | undefined },
  ask: (signal: AbortSignal) => Promise<NetworkOutcome>,
): Promise<Omit<ProbeRun, "variant">> {
  const startMs = clock.now();
  const ending = new AbortController();
  let isLate = false;
  const timer = clock.setTimer(limitMs, () => {
    isLate = true;
    ending.abort(new Error(`no answer in ${limitMs} ms`));
  });
  const stop = () => ending.abort(signal?.reason);
  signal?.addEventListener("abort", stop, { once: true });
  const outcome = await ask(ending.signal).catch((error: unknown) => ({
    isSuccess: false,
    detail: error instanceof Error ? error.message : String(error),
  }));
  timer.cancel();
  signal?.removeEventListener("abort", stop);
  signal?.throwIfAborted();
  return {
    outcome: isLate ? "timeout" : outcome.isSuccess ? "success" : "failure",
    exitCode: null,
    durationMs: clock.now() - startMs,
    output: outcome.detail.slice(0, 1000),
  };
}
