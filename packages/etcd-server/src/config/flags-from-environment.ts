import { GoValueError, goQuote } from "@leaderlab/golang";
import type { Log } from "../log.ts";
import { configTexts } from "./config-texts.ts";
import { type FlagKind, flagTable, formerFlags } from "./flag-table.ts";
import { type FlagValue, parseFlagValue } from "./flag-value.ts";
import { FlagError } from "./go-flags.ts";

/** The variables of a process. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The kind of every flag that etcd takes. */
export const flagKinds: ReadonlyMap<string, FlagKind> = new Map<string, FlagKind>([
  ...flagTable.map(([name, kind]) => [name, kind] as const),
  ...formerFlags.map((name) => [name, "former"] as const),
]);

/** `max-txn-ops` is ETCD_MAX_TXN_OPS. */
export const variableOf = (flag: string): string =>
  `ETCD_${flag.toUpperCase().replaceAll("-", "_")}`;

/**
 * What ETCD_… variables set for flags that are not given, in the order of their names. The log tells which were used
 * and which mean nothing. Throws FlagError for a value that cannot be read, and for a variable beside its flag.
 * Mirrors: etcd pkg/flags SetFlagsFromEnv, verifyEnv.
 */
export function flagsFromEnvironment(
  variables: Variables,
  given: ReadonlySet<string>,
  log: Log,
): ReadonlyMap<string, FlagValue> {
  const { ETCD_VERSION: version = "", ...environment } = variables;
  if (version !== "") {
    log("warn", configTexts.specialVariable, { key: "ETCD_VERSION", value: version });
  }
  const set = new Map<string, FlagValue>();
  const used = new Set<string>();
  let refusal: FlagError | undefined;
  for (const [name, kind] of [...flagKinds].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const variable = variableOf(name);
    const text = environment[variable] ?? "";
    if (given.has(name) || text === "") continue;
    used.add(variable);
    try {
      set.set(name, parseFlagValue(kind, text));
      log("info", configTexts.usedVariable, { "variable-name": variable, "variable-value": text });
    } catch (error) {
      if (!(error instanceof GoValueError)) throw error;
      const { message } = error;
      // The last one that cannot be read is the one that is told.
      refusal = new FlagError(configTexts.invalidVariable(goQuote(text), variable, message));
    }
  }
  const shadowed = new Set([...given].map(variableOf));
  for (const [variable, text = ""] of Object.entries(environment)) {
    if (used.has(variable)) continue;
    if (shadowed.has(variable)) {
      log("fatal", configTexts.shadowedVariable, { "environment-variable": variable });
      throw new FlagError(configTexts.shadowedVariable, "logged");
    }
    if (!variable.startsWith("ETCD_")) continue;
    log("warn", configTexts.unknownVariable, { "environment-variable": `${variable}=${text}` });
  }
  if (refusal !== undefined) throw refusal;
  return set;
}
