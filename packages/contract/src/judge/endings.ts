import type { Block, Command } from "../read/shell/syntax.ts";
import type { Ended } from "./answers.ts";

const maxOutput = 100_000;

/** A command as a block of its own. */
export function blockOf(command: Command): Block {
  return { items: [command], range: command.range };
}

/** One output behind the other; what grows too long is not said any more. */
export function joined(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || b === undefined || a.length + b.length > maxOutput ? undefined : a + b;
}

/** An end with what was written before it. */
export function after(out: string | undefined, ended: Ended): Ended {
  return { ...ended, out: joined(out, ended.out) };
}

/** A status behind `!`. */
export function negated(status: number | undefined): number | undefined {
  return status === undefined ? undefined : status === 0 ? 1 : 0;
}

/** A pipeline's status with pipefail: that of the last that failed. */
export function lastFailure(statuses: readonly (number | undefined)[]): number | undefined {
  const last = statuses.findLast((status) => status !== 0);
  return statuses.every((status) => status === 0) ? 0 : last;
}

/** Left of && or || something cannot be said: the end is known only when the right side decides it alone. */
export function eitherWay(left: Ended, operator: "&&" | "||", right: () => Ended): Ended {
  const { status } = right();
  const isDecided = (operator === "||") === (status === 0);
  return { out: undefined, err: left.err, status: isDecided ? status : undefined };
}
