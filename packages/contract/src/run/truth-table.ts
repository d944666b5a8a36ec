import { setMaxListeners } from "node:events";
import type { HeldState, ProbeRun, StateVerdict, TruthTable } from "../check-report.ts";
import type { HeldLab } from "../lab/index.ts";
import type { Probe } from "../probe.ts";
import { Doubts } from "./doubts.ts";
import { ExecRoom } from "./exec/exec-room.ts";
import { expectationsOf } from "./expected-of.ts";
import { Lane } from "./lane.ts";
import { type ProbeVariant, runProbe, variantsOf } from "./run-probe.ts";
import { ProbeProblem, type TruthTableOptions } from "./run-settings.ts";

/** States in which a probe mostly waits: such runs cost nothing and need not take turns with those that work. */
const waitingStates: ReadonlySet<HeldState> = new Set(["hanging", "stopped-leader", "slow"]);
const waitingAtOnce = 12;
const runsAtOnce = 4;
/** Each of them listens to the signal. */
const mostRuns = 1000;
/** Where lncli has nothing to print, its builds do not differ. */
const speechless: ReadonlySet<HeldState> = new Set([
  "nothing-listening",
  "hanging",
  "stopped-leader",
  "tls-changed",
  "garbage",
]);

/**
 * Runs a probe against every state, states side by side. Rejects with a ProbeProblem when it cannot be run here, and
 * with the signal's reason when it aborts.
 *
 * A run is late at the probe's own limit. Since a machine that is busy with this very table would make any probe late,
 * such a run counts only when it is late again while no other is under way.
 */
export async function truthTable(
  probe: Probe,
  lab: HeldLab,
  options: TruthTableOptions,
): Promise<TruthTable> {
  const variants = variantsOf(probe, options);
  await using room = await ExecRoom.open(options);
  if (options.signal !== undefined) setMaxListeners(mostRuns, options.signal);
  const work = new Lane(options.concurrency ?? runsAtOnce);
  const waiting = new Lane(waitingAtOnce);
  const slowMs = probe.timings.timeoutMs;
  const doubts = new Doubts();
  const rows = expectationsOf(probe.role, options.contract).map(async ({ state, expected }) => {
    const node = await lab.node(state, { slowMs });
    const lane = waitingStates.has(state) ? waiting : work;
    const runs = planOf(node, variants).map(({ name, ports, variant }) => {
      const once = async (): Promise<ProbeRun> => ({
        variant: name,
        ...(await runProbe(probe, { node, ports, variant, room }, options)),
      });
      return lane.take(async () =>
        isDoubtful(probe, state, expected)
          ? doubts.weigh(await once(), once)
          : { run: await once() },
      );
    });
    return { state, expected, runs: await allOf(runs) };
  });
  const settled = await allOf(rows);
  await doubts.settle();
  refuseMissing(settled.flatMap(({ runs }) => runs.map(({ run }) => run)));
  return {
    probe: probe.name,
    role: probe.role,
    rows: settled.map(({ runs, ...row }) => judged({ ...row, runs: runs.map(({ run }) => run) })),
  };
}

/** How a shell ends when there is no such program. */
const noSuchProgram = 127;

/** A table of nothing but missing programs says nothing of the probe. */
function refuseMissing(runs: readonly ProbeRun[]): void {
  const [first] = runs;
  if (first === undefined || runs.some(({ exitCode }) => exitCode !== noSuchProgram)) return;
  throw new ProbeProblem(
    `the probe ends with 127 in every state, since a program is missing here: ${first.output}`,
  );
}

/**
 * Whether a run may only have been late because others were under way. A waiter may be late for good reasons, unless it
 * is to go on.
 */
function isDoubtful(
  { role }: Probe,
  state: HeldState,
  expected: StateVerdict["expected"],
): boolean {
  return !waitingStates.has(state) && (role !== "waiter" || expected === "yes");
}

/** Rejects when all have come to an end, so that none goes on behind the back of whoever is told. */
async function allOf<T>(promises: readonly Promise<T>[]): Promise<readonly T[]> {
  const settled = await Promise.allSettled(promises);
  return settled.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  });
}

/** Every variant at the node, and the first one also in its other guises. */
function planOf(node: Awaited<ReturnType<HeldLab["node"]>>, variants: readonly ProbeVariant[]) {
  const [first, ...others] = variants;
  if (first === undefined) return [];
  const guises = node.guises.length === 0 ? [{ name: "", ports: node.ports }] : node.guises;
  const named = (variant: ProbeVariant, guise: string) =>
    [variant.name, guise].filter((part) => part !== "").join(", ");
  return [
    ...guises.map(({ name, ports }) => ({ name: named(first, name), ports, variant: first })),
    ...others
      .filter(({ spaces }) => spaces === 2 || !speechless.has(node.state))
      .map((variant) => ({ name: variant.name, ports: node.ports, variant })),
  ];
}

function judged(row: Omit<StateVerdict, "verdict">): StateVerdict {
  const passed = row.runs.filter(({ outcome }) => outcome === "success").length;
  const { length } = row.runs;
  return { ...row, verdict: passed === length ? "yes" : passed === 0 ? "no" : "mixed" };
}
