import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { watchLeadership } from "./health-check.ts";
import type { LeaderElector } from "./leader-elector.ts";

const config = { intervalMs: 60_000, attempts: 1, timeoutMs: 5_000, backoffMs: 5_000 };

/** Watches with an elector that answers by `isLeader`; the log is kept. */
function watch(isLeader: (signal: AbortSignal) => Promise<boolean>, settings = config) {
  const clock = createVirtualClock();
  const lines: string[] = [];
  const stop = new AbortController();
  const outcome = watchLeadership(settings, {
    elector: { isLeader } as unknown as LeaderElector,
    clock,
    log: (level, subsystem, text) => lines.push(`[${level}] ${subsystem}: ${text}`),
    signal: stop.signal,
  });
  let ended: string | undefined;
  void outcome.then((value) => {
    ended = value;
  });
  return { clock, lines, stop, ended: () => ended };
}

test("a leader is left alone as long as etcd names it", async () => {
  let asked = 0;
  const { clock, ended } = watch(async () => {
    asked += 1;
    return true;
  });
  await clock.advance(600_000);
  assert.deepEqual([asked, ended()], [10, undefined]);
});

test("the first check comes after the interval, and a no ends it in lnd's words", async () => {
  const { clock, lines, ended } = watch(async () => false);
  await clock.advance(59_999);
  assert.equal(ended(), undefined);
  await clock.advance(1);
  assert.equal(ended(), "lost");
  assert.deepEqual(lines, [
    "[DBG] SRVR: Not the current leader",
    "[CRT] SRVR: Health check: leader status failed after 1 calls",
  ]);
});

test("no answer within the timeout counts as a failure", async () => {
  const { clock, ended } = watch(
    (signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason)),
      ),
  );
  await clock.advance(64_999);
  assert.equal(ended(), undefined);
  await clock.advance(1);
  assert.equal(ended(), "lost");
});

test("more attempts are made, a backoff apart, before it is lost", async () => {
  const answers = [false, false, true, false, false, false];
  const { clock, ended } = watch(async () => answers.shift() ?? true, { ...config, attempts: 3 });
  await clock.advance(70_000);
  assert.equal(ended(), undefined);
  await clock.advance(70_000);
  assert.equal(ended(), "lost");
});

test("without attempts, and after the end, nothing is asked", async () => {
  const never = async () => assert.fail("asked");
  assert.equal(watch(never, { ...config, attempts: 0 }).ended(), undefined);
  const { clock, stop, ended } = watch(never);
  stop.abort();
  await clock.advance(120_000);
  assert.equal(ended(), "ended");
});
