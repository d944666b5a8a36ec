import { endedWith, unknownEnd } from "../answers.ts";
import { compileJq, JqError } from "../jq-filter.ts";
import { type ParsedFlags, type Program, parseFlags } from "./program.ts";

/** A call of jq: its flags and its filter. */
export function parseJq(
  args: readonly (string | undefined)[],
): (ParsedFlags & { readonly filter: string | undefined }) | undefined {
  if (
    args.some(
      (arg) => arg !== undefined && /^--(arg|argjson|slurpfile|rawfile|args|from-file)$/.test(arg),
    )
  ) {
    return undefined;
  }
  const parsed = parseFlags(args, new Set(["f", "L", "indent"]));
  return { ...parsed, filter: parsed.rest[0] };
}

/** jq: what a simple filter makes of JSON. */
export const jq: Program = ({ args, stdin }) => {
  const call = parseJq(args);
  const filter = call?.filter === undefined ? undefined : compileJq(call.filter);
  if (call === undefined || filter === undefined || stdin === undefined || call.rest.length > 1)
    return unknownEnd;
  const has = (...names: readonly string[]) => names.some((name) => call.flags.has(name));
  const decides = has("e", "exit-status");
  // jq 1.6 ends with 0 on no input even with -e, 1.7 with 4.
  if (stdin.trim() === "") return endedWith(decides ? undefined : 0);
  let values: readonly unknown[];
  try {
    values = filter(JSON.parse(stdin));
  } catch (error) {
    if (error instanceof SyntaxError) return endedWith(2);
    if (error instanceof JqError) return endedWith(5);
    return unknownEnd;
  }
  const isRaw = has("r", "raw-output", "j", "join-output");
  const end = has("j", "join-output") ? "" : "\n";
  const out = values
    .map((value) => (isRaw && typeof value === "string" ? value : JSON.stringify(value)) + end)
    .join("");
  const last = values.at(-1);
  const status = !decides ? 0 : last === undefined ? 4 : last === null || last === false ? 1 : 0;
  return endedWith(status, out);
};
