import type { Clock } from "@leaderlab/clock";
import { EtcdClientError, texts } from "./errors.ts";

/** Runs a call that gives up with DEADLINE_EXCEEDED after a time, or with the signal's reason when that aborts. */
export async function withDeadline<Result>(
  clock: Clock,
  timeoutMs: number,
  call: (signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const deadline = new AbortController();
  const timer = clock.setTimer(timeoutMs, () => {
    deadline.abort(new EtcdClientError("DEADLINE_EXCEEDED", texts.deadlineExceeded));
  });
  try {
    return await call(signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal);
  } finally {
    timer.cancel();
  }
}
