import type { ProbeRun } from "../check-report.ts";
import type { HeldNode, HeldPorts } from "../lab/index.ts";
import type { Probe } from "../probe.ts";
import { describeVariant, type ExecVariant, execVariants, runExec } from "./exec/exec-probe.ts";
import type { ExecRoom } from "./exec/exec-room.ts";
import { askGrpc } from "./grpc-probe.ts";
import { askHttp } from "./http-probe.ts";
import { runOnNetwork } from "./network-run.ts";
import { lndPorts, portOf } from "./port-of.ts";
import type { RunSettings } from "./run-settings.ts";
import { askTcp } from "./tcp-probe.ts";

/** One way in which a probe is worth running. */
export interface ProbeVariant extends ExecVariant {
  /** As runs name it; empty for the only one. */
  readonly name: string;
}

/** How long a waiter may wait when nothing is said. */
const defaultWaiterLimitMs = 10_000;

/** The limit of a run: what the kubelet gives it, or how long one waits for a waiter. */
export function limitOf({ role, timings }: Probe, settings: RunSettings): number {
  if (role === "waiter") return settings.waiterLimitMs ?? defaultWaiterLimitMs;
  return timings.timeoutMs * (settings.patience ?? 1);
}

/** The ways in which a probe is run. Throws a ProbeProblem when it cannot be run here. */
export function variantsOf(
  { action }: Probe,
  { shells = ["dash"], ports = lndPorts, lncli }: RunSettings,
): readonly ProbeVariant[] {
  if (action.kind === "exec") {
    const variants = execVariants(action.command, shells, lncli !== undefined);
    return variants.map((variant) => ({ ...variant, name: describeVariant(variant) }));
  }
  portOf(action.port, lndPorts, ports);
  return [{ name: "", spaces: 2 }];
}

/** Where and how a probe is run once. */
export interface ProbeRunOptions {
  readonly node: HeldNode;
  /** Of the node, in the guise that is meant. */
  readonly ports: HeldPorts;
  readonly variant: ProbeVariant;
  readonly room: ExecRoom;
}

/** Runs a probe once, as the kubelet does. Rejects with the signal's reason when it aborts. */
export async function runProbe(
  probe: Probe,
  { node, ports, variant, room }: ProbeRunOptions,
  settings: RunSettings,
): Promise<Omit<ProbeRun, "variant">> {
  const { action } = probe;
  const limitMs = limitOf(probe, settings);
  if (action.kind === "exec") {
    const isLoop = probe.role === "waiter";
    return runExec(room, action.command, { node, ports, limitMs, variant, isLoop }, settings);
  }
  const { clock, signal, ports: known = lndPorts } = settings;
  const port = portOf(action.port, ports, known);
  return runOnNetwork({ clock, limitMs, signal }, (ending) => {
    switch (action.kind) {
      case "tcp":
        return askTcp(port, ending);
      case "http":
        return askHttp(action, port, ending);
      case "grpc":
        return askGrpc(port, action.service, ending);
    }
  });
}
