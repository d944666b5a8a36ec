import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

type Flags = NonNullable<ParseArgsConfig["options"]>;
type Read<Known extends Flags> = ReturnType<
  typeof parseArgs<{
    args: string[];
    options: Known;
    strict: true;
    allowPositionals: true;
  }>
>;

/** The flags of a command that takes nothing else. Throws a UsageError for what it does not know. */
export function readFlags<const Known extends Flags>(
  argv: readonly string[],
  options: Known,
): Read<Known>["values"] {
  const args = [...argv];
  return orUsageError(
    () => parseArgs({ args, options, strict: true, allowPositionals: false }).values,
  );
}

/** As `readFlags`, for a command that takes names or files, too: `positionals`. */
export function readFlagsAndNames<const Known extends Flags>(
  argv: readonly string[],
  options: Known,
): Read<Known> {
  const args = [...argv];
  return orUsageError(() => parseArgs({ args, options, strict: true, allowPositionals: true }));
}

function orUsageError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
