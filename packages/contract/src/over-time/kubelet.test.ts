import assert from "node:assert/strict";
import { test } from "node:test";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { kubernetesTimings, type Probe, type ProbeRole } from "../probe.ts";
import { CrashLoop } from "./crash-loop.ts";
import { Kubelet } from "./kubelet.ts";
import type { ProbeAnswer } from "./probe-answers.ts";

const well: ProbeAnswer = { isSuccess: true, durationMs: 5 };
const ill: ProbeAnswer = { isSuccess: false, durationMs: 5 };

interface Probed {
  readonly role: ProbeRole;
  readonly timings?: Partial<Probe["timings"]>;
  answer(nowMs: number): ProbeAnswer;
}

/** A container on a virtual clock whose process ends a second after it is told to. Probes tick from 0 on. */
function contained(...probed: readonly Probed[]) {
  const clock = createVirtualClock();
  const log: string[] = [];
  const beganMs = clock.now();
  const say = (text: string) =>
    log.push(`${Math.round((clock.now() - beganMs) / 100) / 10} ${text}`);
  const asked: number[] = [];
  const probes = probed.map(({ role, timings }) => ({
    name: role,
    role,
    action: { kind: "tcp" as const, port: 1 },
    timings: { ...kubernetesTimings, ...timings },
  }));
  const kubelet: Kubelet = new Kubelet({
    clock,
    random: { ...createSeededRandom(1), nextFloat: () => 0 },
    container: { name: "lnd", probes },
    answers: {
      answer: ({ role }) => {
        asked.push(clock.now() - beganMs);
        return probed.find((one) => one.role === role)?.answer(clock.now() - beganMs) ?? ill;
      },
    },
    control: {
      start: () => say("start"),
      stop: () => {
        say("stop");
        clock.setTimer(1000, () => kubelet.ended());
      },
      kill: () => say("kill"),
    },
    onTurn: () => queueMicrotask(() => say(kubelet.isReady ? "ready" : "not ready")),
    onRestart: () => {},
  });
  return { clock, kubelet, log, asked };
}

test("a container without a readiness probe is ready as soon as it runs", () => {
  assert.equal(contained({ role: "liveness", answer: () => well }).kubelet.isReady, true);
});

test("readiness turns after its thresholds and never restarts anything", async () => {
  const { clock, log } = contained({
    role: "readiness",
    timings: { successThreshold: 2, failureThreshold: 3 },
    answer: (nowMs) => (nowMs < 60_000 ? well : ill),
  });
  await clock.advance(300_000);
  assert.deepEqual(log, ["10 ready", "80 not ready"]);
});

test("an answer that comes at the timeout or later is a failure", async () => {
  const slow = contained({
    role: "readiness",
    answer: () => ({ isSuccess: true, durationMs: 1000 }),
  });
  await slow.clock.advance(60_000);
  assert.deepEqual(slow.log, []);
  const quick = contained({
    role: "readiness",
    answer: () => ({ isSuccess: true, durationMs: 999 }),
  });
  await quick.clock.advance(60_000);
  assert.deepEqual(quick.log, ["1 ready"]);
});

test("a call that takes longer than a period lets ticks pass", async () => {
  const { clock, asked } = contained({
    role: "readiness",
    timings: { periodMs: 1000, timeoutMs: 2500 },
    answer: () => ({ isSuccess: false, durationMs: Number.POSITIVE_INFINITY }),
  });
  await clock.advance(9000);
  assert.deepEqual(asked, [0, 3000, 6000, 9000]);
});

test("nothing is asked before the initial delay, which counts from each start", async () => {
  const { clock, asked, kubelet } = contained({
    role: "readiness",
    timings: { initialDelayMs: 25_000 },
    answer: () => well,
  });
  await clock.advance(41_000);
  assert.deepEqual(asked, [30_000, 40_000]);
  kubelet.ended();
  await clock.advance(40_000);
  assert.deepEqual(asked.slice(2), [70_000, 80_000]);
});

test("a call that is under way when the container ends says nothing of the next one", async () => {
  const { clock, kubelet, log } = contained({
    role: "readiness",
    answer: (nowMs) => ({ isSuccess: nowMs === 0, durationMs: 900 }),
  });
  await clock.advance(500);
  kubelet.ended();
  await clock.advance(60_000);
  assert.deepEqual(log, ["1.5 start"]);
});

test("startup holds the others back, and restarts when its budget is used up", async () => {
  const { clock, log } = contained(
    {
      role: "startup",
      timings: { failureThreshold: 4 },
      answer: (nowMs) => (nowMs > 50_000 ? well : ill),
    },
    { role: "liveness", answer: (nowMs) => (nowMs > 50_000 ? well : ill) },
    { role: "readiness", answer: () => well },
  );
  await clock.advance(100_000);
  assert.deepEqual(log, ["30 stop", "32 start", "70 ready"]);
});

test("liveness restarts after so many failures, with back-off from the second time on", async () => {
  const { clock, log } = contained({ role: "liveness", answer: () => ill });
  await clock.advance(200_000);
  const stops = log.filter((line) => / (stop|start)$/.test(line));
  assert.deepEqual(stops, [
    "20 stop",
    "22 start",
    "50 stop",
    "61 start",
    "90 stop",
    "111 start",
    "140 stop",
    "181 start",
  ]);
});

test("liveness is well again after one success, whatever its threshold says", async () => {
  const { clock, log } = contained({
    role: "liveness",
    timings: { successThreshold: 5, failureThreshold: 2 },
    answer: (nowMs) => ((nowMs / 10_000) % 2 === 0 ? ill : well),
  });
  await clock.advance(200_000);
  assert.deepEqual(log, ["0 ready"]);
});

test("what does not end within its grace period is killed", async () => {
  const clock = createVirtualClock();
  const log: string[] = [];
  new Kubelet({
    clock,
    random: createSeededRandom(1),
    container: {
      name: "lnd",
      probes: [
        {
          name: "l",
          role: "liveness",
          action: { kind: "tcp", port: 1 },
          timings: kubernetesTimings,
        },
      ],
    },
    answers: { answer: () => ill },
    control: { start: () => {}, stop: () => log.push("stop"), kill: () => log.push("kill") },
    onTurn: () => {},
    onRestart: () => {},
  });
  await clock.advance(70_000);
  assert.deepEqual(log, ["stop", "kill"]);
});

test("a crash loop waits 10 s, doubled up to 5 min, and is forgiven after 10 min", () => {
  const loop = new CrashLoop();
  const waits = Array.from({ length: 8 }, (_value, index) => loop.waitAfterEnd(index * 1000));
  assert.deepEqual(waits, [0, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000]);
  assert.equal(loop.waitAfterEnd(7000 + 600_001), 0);
});
