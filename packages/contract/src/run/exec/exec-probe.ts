import { existsSync } from "node:fs";
import type { ProbeRun } from "../../check-report.ts";
import type { Shell } from "../../file-kind.ts";
import type { HeldNode, HeldPorts } from "../../lab/index.ts";
import { ProbeProblem, type RunSettings } from "../run-settings.ts";
import { type ExecRoom, machinePath } from "./exec-room.ts";
import { leadToNode } from "./lead-to-node.ts";
import { runCommand } from "./run-command.ts";
import { checkPrograms, localProgram, requireProgram } from "./tools.ts";

/** One way of running a command. */
export interface ExecVariant {
  /** What `sh` is; undefined for a command that names no shell, or another one. */
  readonly shell?: Shell;
  readonly spaces: 1 | 2;
}

/** Which node a command asks, and for how long. */
export interface ExecRunOptions {
  readonly node: HeldNode;
  readonly ports: HeldPorts;
  readonly limitMs: number;
  readonly variant: ExecVariant;
  /** Whether it may sleep and look again; then it is over when it has done so a few times. */
  readonly isLoop?: boolean;
}

const shellNames = /^(?:\/(?:usr\/)?bin\/)?(?:sh|ash)$/;
const callsLncli = /(?<![\w-])lncli(?![\w-])/;

/**
 * The variants in which a command is worth running: in each shell when it names `sh`, and once with a build of lncli that
 * prints one space when it calls lncli. Throws a ProbeProblem when it cannot be run on this machine.
 */
export function execVariants(
  command: readonly string[],
  shells: readonly Shell[],
  hasLncli: boolean,
): readonly ExecVariant[] {
  const [program = ""] = command;
  const usesLncli = command.some((word) => callsLncli.test(word));
  if (usesLncli && !hasLncli)
    throw new ProbeProblem("the probe calls lncli, and none was given to run it with");
  const isShell = shellNames.test(program);
  checkPrograms(isShell ? ["", ...command.slice(1)] : command, machinePath);
  if (!isShell) localProgram(program, machinePath);
  else if (command[1] !== undefined && !command[1].startsWith("-")) requireScript(command[1]);
  if (isShell) for (const shell of shells) requireProgram(shell, machinePath);
  const inShells: readonly ExecVariant[] = isShell
    ? shells.map((shell) => ({ shell, spaces: 2 }))
    : [{ spaces: 2 }];
  return usesLncli
    ? [...inShells, ...inShells.slice(0, 1).map((variant) => ({ ...variant, spaces: 1 as const }))]
    : inShells;
}

/** `sh FILE` needs the file, which most often is the image's. */
function requireScript(path: string): void {
  if (existsSync(path)) return;
  throw new ProbeProblem(
    `the probe runs the script ${path}, which this machine does not have; it can be checked as a file`,
  );
}

/** `dash`, `dash, lncli with one space`. */
export function describeVariant({ shell, spaces }: ExecVariant): string {
  return [shell, spaces === 1 ? "lncli with one space" : undefined]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** Runs a command as the kubelet would inside of the node's container: without a terminal, with nothing to read. */
export async function runExec(
  room: ExecRoom,
  command: readonly string[],
  { node, ports, limitMs, variant, isLoop = false }: ExecRunOptions,
  { clock, ports: known = { rest: 8080, rpc: 10_009 }, signal }: RunSettings,
): Promise<Omit<ProbeRun, "variant">> {
  const [program = "", ...args] = command.map((word) => leadToNode(word, { node, ports, known }));
  const { shell, spaces } = variant;
  const isBusybox = shell === "busybox";
  const start =
    shell === undefined
      ? [localProgram(program, machinePath)]
      : isBusybox
        ? ["busybox", "ash"]
        : [shell];
  const place = room.enter({ node, ports, spaces, isBusybox, isLoop });
  try {
    const run = await runCommand({
      clock,
      argv: [start[0] ?? program, ...start.slice(1), ...args],
      cwd: place.cwd,
      env: place.env,
      limitMs,
      ...(signal !== undefined && { signal }),
    });
    return place.waitsOn() ? { ...run, outcome: "timeout", exitCode: null } : run;
  } finally {
    place.leave();
  }
}
