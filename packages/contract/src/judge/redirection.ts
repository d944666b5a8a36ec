import type { Redirect } from "../read/shell/syntax.ts";
import type { Ended } from "./answers.ts";
import { joined } from "./endings.ts";
import { type Surroundings, textOf } from "./expand.ts";

type Files = Map<string, string | undefined>;

/** What comes into a command, by its redirections. */
export function inputOf(
  redirects: readonly Redirect[],
  stdin: string | undefined,
  files: Files,
  surroundings: Surroundings,
): string | undefined {
  let input = stdin;
  for (const { operator, target } of redirects) {
    if (!/^<{1,3}$/.test(operator)) continue;
    const text = textOf(target, surroundings);
    if (operator === "<") input = text === "/dev/null" ? "" : files.get(text ?? "");
    else if (operator === "<<") input = text;
    else input = text === undefined ? undefined : `${text}\n`;
  }
  return input;
}

/** What is left of a command's output behind its redirections, which are taken from left to right. */
export function redirected(
  ended: Ended,
  redirects: readonly Redirect[],
  files: Files,
  surroundings: Surroundings,
): Ended {
  const sinks = new Map<number, string>([
    [1, "out"],
    [2, "err"],
  ]);
  for (const { descriptor, operator, target } of redirects) {
    if (operator.startsWith("<")) continue;
    const text = textOf(target, surroundings) ?? "?";
    if (operator === ">&") sinks.set(descriptor, sinks.get(Number(text)) ?? "?");
    else if (operator === "&>") sinks.set(1, `>${text}`).set(2, `>${text}`);
    else sinks.set(descriptor, `>${text}`);
  }
  const [to = "out", errTo = "err"] = [sinks.get(1), sinks.get(2)];
  if (to.startsWith(">")) files.set(to.slice(1), ended.out);
  let out: string | undefined = to === "out" ? ended.out : "";
  if (errTo === "out") out = joined(out, ended.err);
  return { out, err: errTo === "err" ? ended.err : "", status: ended.status };
}
