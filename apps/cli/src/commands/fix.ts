import { readFile, writeFile } from "node:fs/promises";
import { type Finding, type FixedFile, fixFile, SourceError } from "@leaderlab/contract/lint";
import { goReadError } from "@leaderlab/golang";
import { readStdin } from "../check/read-stdin.ts";
import { type FixOptions, fixUsage, parseFixOptions } from "../fix/fix-options.ts";
import type { Ending, Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/**
 * `leaderlab fix`: the patch on standard output, what is mended and what is left on standard error. Ends with 0 when
 * nothing is left, 1 when something is, 2 when a file cannot be read or written.
 */
export async function runFix(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  let options: FixOptions | "help";
  try {
    options = parseFixOptions(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`leaderlab fix: ${error.message}\n\n${fixUsage}`);
    return { code: 2 };
  }
  if (options === "help") {
    terminal.out(fixUsage);
    return { code: 0 };
  }
  let code = 0;
  for (const file of options.files) code = Math.max(code, await fixPath(file, options, terminal));
  return { code };
}

async function fixPath(file: string, options: FixOptions, terminal: Terminal): Promise<number> {
  const problem = (message: string) => {
    terminal.err(`leaderlab fix: ${message}\n`);
    return 2;
  };
  let text: string;
  try {
    text = file === "-" ? await readStdin(terminal.input) : await readFile(file, "utf8");
  } catch (error) {
    return problem(file === "-" ? (error as Error).message : goReadError(file, error));
  }
  let fixed: FixedFile;
  try {
    fixed = fixFile({ file, text }, options.settings);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { position } = error;
    return problem(
      position === undefined
        ? error.message
        : `${position.file}:${position.line}:${position.column}: ${error.message}`,
    );
  }
  terminal.out(fixed.diff);
  if (options.writes && fixed.text !== text) {
    try {
      await writeFile(file, fixed.text);
    } catch (error) {
      return problem(`${file} is not written: ${(error as Error).message}`);
    }
  }
  tell(file, fixed, terminal);
  return fixed.unmended.length > 0 ? 1 : 0;
}

function tell(file: string, { mended, unmended }: FixedFile, terminal: Terminal): void {
  if (mended.length + unmended.length === 0) terminal.err(`${file}: nothing to mend\n`);
  for (const finding of mended) terminal.err(`mended   ${said(file, finding)}\n`);
  for (const { finding, reason } of unmended) {
    terminal.err(`left     ${said(file, finding)}\n         ${reason}. ${finding.advice}\n`);
  }
}

function said(file: string, { rule, message, position }: Finding): string {
  const place = position === undefined ? file : `${file}:${position.line}:${position.column}`;
  return `${place}  ${rule}  ${message}`;
}
