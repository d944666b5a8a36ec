import { readScript } from "../read/shell/read-script.ts";
import { type Block, ShellSyntaxError } from "../read/shell/syntax.ts";
import { type Ended, type JudgedNode, unknownEnd } from "./answers.ts";
import { ScriptRun } from "./script-run.ts";
import { ExitSignal, JumpSignal, Undecided, WaitsOn } from "./signals.ts";

/** What a check says of a node: its success, its failure (or that it waits on), or that it has to be run to be known. */
export type Judgement = "yes" | "no" | "unknown";

/** What a script says of a node, found out by going through it with the answers that lnd would give. */
export function judgeScript(script: Block | string, node: JudgedNode): Judgement {
  try {
    const block = typeof script === "string" ? readScript(script) : script;
    return judgementOf(endOf(block, new ScriptRun(node)));
  } catch (error) {
    if (error instanceof WaitsOn) return "no";
    if (error instanceof Undecided || error instanceof ShellSyntaxError) return "unknown";
    throw error;
  }
}

/** What a command without a shell says of a node. */
export function judgeCommand(argv: readonly string[], node: JudgedNode): Judgement {
  try {
    return judgementOf(new ScriptRun(node).call(argv, ""));
  } catch (error) {
    if (error instanceof WaitsOn) return "no";
    if (error instanceof ExitSignal) return judgementOf(error.ended);
    if (error instanceof Undecided || error instanceof ShellSyntaxError) return "unknown";
    throw error;
  }
}

function endOf(block: Block, run: ScriptRun): Ended {
  try {
    return run.block(block, "");
  } catch (error) {
    if (error instanceof ExitSignal) return error.ended;
    if (error instanceof JumpSignal) return { ...unknownEnd, status: error.status };
    throw error;
  }
}

function judgementOf({ status }: Ended): Judgement {
  return status === undefined ? "unknown" : status === 0 ? "yes" : "no";
}
