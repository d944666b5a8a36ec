import type { HeldState, ProbeRun, StateVerdict, TruthTable } from "../check-report.ts";
import type { HeldLab } from "../lab/index.ts";
import type { Probe } from "../probe.ts";
import { ExecRoom } from "./exec/exec-room.ts";
import { expectationsOf } from "./expected-of.ts";
import { Lane } from "./lane.ts";
import { limitOf, type ProbeVariant, runProbe, variantsOf } from "./run-probe.ts";
import type { TruthTableOptions } from "./run-settings.ts";

/** States in which a probe mostly waits: such runs cost nothing and need not take turns with those that work. */
const waitingStates: ReadonlySet<HeldState> = new Set(["hanging", "stopped-leader", "slow"]);
/** States in which a probe that runs into its limit may only have been held up by others on this machine. */
const promptStates: ReadonlySet<HeldState> = new Set([
  "WAITING_TO_START",
  "NON_EXISTING",
  "LOCKED",
  "UNLOCKED",
  "RPC_ACTIVE",
  "SERVER_ACTIVE",
  "migrating",
  "nothing-listening",
  "tls-changed",
]);
const waitingAtOnce = 12;
const waitersAtOnce = 8;
const runsAtOnce = 4;
/** How often a run that was late is tried again by itself. */
const retries = 2;

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
  const work = new Lane(
    options.concurrency ?? (probe.role === "waiter" ? waitersAtOnce : runsAtOnce),
  );
  const waiting = new Lane(waitingAtOnce);
  const slowMs = limitOf(probe, options);
  const alone: (() => Promise<void>)[] = [];
  const rows = expectationsOf(probe.role, options.contract).map(async ({ state, expected }) => {
    const node = await lab.node(state, { slowMs });
    const lane = waitingStates.has(state) ? waiting : work;
    const planned = planOf(node, variants);
    const runs = planned.map(({ name, ports, variant }, index) =>
      lane.take(async () => {
        const once = async (): Promise<ProbeRun> => ({
          variant: name,
          ...(await runProbe(probe, { node, ports, variant, room }, options)),
        });
        const run = await once();
        if (run.outcome === "timeout" && probe.role !== "waiter" && promptStates.has(state)) {
          alone.push(async () => {
            for (let retry = 0; retry < retries && done[index]?.outcome === "timeout"; retry++) {
              done[index] = await once();
            }
          });
        }
        return run;
      }),
    );
    const done = await Promise.all(runs);
    return { state, expected, runs: done };
  });
  const settled = await allOf(rows);
  for (const again of alone) await again();
  return { probe: probe.name, role: probe.role, rows: settled.map(judged) };
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
    ...others.map((variant) => ({ name: variant.name, ports: node.ports, variant })),
  ];
}

function judged(row: Omit<StateVerdict, "verdict">): StateVerdict {
  const passed = row.runs.filter(({ outcome }) => outcome === "success").length;
  const { length } = row.runs;
  return { ...row, verdict: passed === length ? "yes" : passed === 0 ? "no" : "mixed" };
}
