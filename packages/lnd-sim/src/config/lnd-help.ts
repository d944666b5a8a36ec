import type { LndEnvironment } from "./environment.ts";
import { type FlagRow, flatten } from "./flag-row.ts";
import { helpRow } from "./go-flags.ts";
import { lndFlags } from "./lnd-flags.ts";
import { resolveDefault } from "./resolve-default.ts";

/** Where the descriptions begin; that of a longer flag begins behind it. */
const descriptionColumn = 46;

/**
 * The help: every flag in lnd's groups and order. Flags that have no effect here say so instead of what they do in
 * lnd; those that lnd hides are hidden.
 */
export function lndHelp(environment: LndEnvironment): string {
  const groups = flatten(lndFlags).map(({ title, rows }) => ({ title, rows }));
  const parts = [...groups, { title: "Help Options", rows: [helpRow] }]
    .map(({ title, rows }) => ({ title, rows: rows.filter((row) => row.effect !== "hidden") }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) =>
      [`${title}:`, ...rows.map((row) => line(row, environment))].join("\n"),
    );
  return [`Usage:\n  ${environment.programName} [OPTIONS]`, ...parts].join("\n\n");
}

function line(row: FlagRow, environment: LndEnvironment): string {
  const short = row.short === undefined ? "    " : `-${row.short}, `;
  const choices = row.choices.length === 0 ? "" : `[${row.choices.join("|")}]`;
  const flag = `  ${short}--${row.name}${row.type === "bool" ? "" : `=${choices}`}`;
  const gap = flag.length < descriptionColumn ? flag.padEnd(descriptionColumn) : `${flag}  `;
  return `${gap}${describe(row, environment)}`;
}

function describe(row: FlagRow, environment: LndEnvironment): string {
  const what = row.effect === "used" ? row.description : `No effect here: ${row.type}`;
  const value = resolveDefault(row, environment);
  return value === "" || row.type === "bool" ? what : `${what} (default: ${value})`;
}
