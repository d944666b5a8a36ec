import { formatGoDuration } from "@leaderlab/golang";
import type { Flag } from "./flag.ts";
import type { Verb } from "./verb.ts";

/** What lncli calls itself, and the verb that shows help. */
const title = "lncli - asks and steers an lnd, a simulated or a real one";
const helpUsage = "Shows a list of commands or help for one command";

export interface AppHelpOptions {
  readonly version: string;
  readonly verbs: readonly Verb[];
  readonly flags: readonly Flag[];
}

/** The help of `lncli --help`. Mirrors: the layout of urfave/cli v1; the words are ours. */
export function appHelp({ version, verbs, flags }: AppHelpOptions): string {
  const categories = [...new Set(verbs.flatMap(({ category }) => category ?? []))].sort();
  const withoutCategory = verbs.filter(({ category }) => category === undefined);
  const rows = (some: readonly Verb[]) => some.map(({ name, usage }) => [name, usage] as const);
  return [
    `NAME:\n   ${title}`,
    "USAGE:\n   lncli [global options] command [command options] [arguments...]",
    `VERSION:\n   ${version}`,
    ["COMMANDS:", ...columns([...rows(withoutCategory), ["help, h", helpUsage]], "   ")].join("\n"),
    ...categories.map((name) => {
      const ofCategory = verbs.filter(({ category }) => category === name);
      return [`   ${name}:`, ...columns(rows(ofCategory), "     ")].join("\n");
    }),
    `${["GLOBAL OPTIONS:", ...flagLines(flags)].join("\n")}\n`,
  ].join("\n\n");
}

/** The help of `lncli help VERB`. */
export function verbHelp(verb: Verb): string {
  const { name, usage, category, description, takes = "[arguments...]", flags = [] } = verb;
  const parts = [
    `NAME:\n   lncli ${name} - ${usage}`,
    `USAGE:\n   lncli ${name}${flags.length > 0 ? " [command options]" : ""} ${takes}`,
  ];
  if (category !== undefined) parts.push(`CATEGORY:\n   ${category}`);
  if (description !== undefined) {
    const lines = description.map((line) => (line === "" ? "" : `  ${line}`));
    parts.push(["DESCRIPTION:", "   ", ...lines, "  "].join("\n"));
  }
  if (flags.length > 0) parts.push(["OPTIONS:", ...flagLines(flags), "   "].join("\n"));
  return `${parts.join("\n\n")}\n`;
}

/** The help of `lncli help help`, in which the real one leaves out its own name. */
export const helpHelp = `NAME:\n    - ${helpUsage}\n\nUSAGE:\n    [command]\n`;

function flagLines(flags: readonly Flag[]): readonly string[] {
  const visible = flags.filter(({ isHidden }) => isHidden !== true);
  return columns(
    visible.map((flag) => [flagNames(flag), flagUsage(flag)] as const),
    "   ",
  );
}

function flagNames({ names, kind }: Flag): string {
  const value = kind === "boolean" ? "" : " value";
  return names.map((name) => `${name.length === 1 ? "-" : "--"}${name}${value}`).join(", ");
}

function flagUsage({ usage, kind, initial, variable }: Flag): string {
  const shown = shownInitial(kind, initial);
  const end = shown === "" ? "" : ` (default: ${shown})`;
  return `${usage}${end}${variable === undefined ? "" : ` [$${variable}]`}`;
}

/** Numbers and durations are shown even when they are 0. */
function shownInitial(kind: Flag["kind"], initial: Flag["initial"]): string {
  if (kind === "integer" || kind === "unsigned" || kind === "float") return String(initial ?? 0);
  if (kind === "duration") return formatGoDuration(BigInt(initial ?? 0));
  return initial === undefined ? "" : `"${initial}"`;
}

/** Two columns, the second two spaces behind the widest of the first. Mirrors: Go text/tabwriter. */
function columns(rows: readonly (readonly [string, string])[], indent: string): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `${indent}${left.padEnd(width)}${right}`);
}
