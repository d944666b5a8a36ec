import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import {
  type CheckReport,
  type CheckSettings,
  checkCommand,
  checkFile,
  checkUrl,
  commandFile,
  conclusionOf,
  exitCodes,
  formatReports,
  overallOutcome,
  withDuplicateIds,
} from "@leaderlab/contract";
import { goReadError } from "@leaderlab/golang";
import { type CheckOptions, checkUsage, parseCheckOptions } from "../check/check-options.ts";
import { createProgress } from "../check/progress.ts";
import { readStdin } from "../check/read-stdin.ts";
import { lncliInProcess } from "../lncli/lncli-in-process.ts";
import type { Ending, EndSignal, Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { version } from "../version.ts";

/**
 * `leaderlab check`. Ends with 0 when the contract holds, 1 when it is broken, 2 when it could not run; a signal ends
 * what is run and removes its files first.
 */
export async function runCheck(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  let options: CheckOptions | "help";
  try {
    options = parseCheckOptions(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`leaderlab check: ${error.message}\n\n${checkUsage}`);
    return { code: 2 };
  }
  if (options === "help") {
    terminal.out(checkUsage);
    return { code: 0 };
  }
  const stopping = new AbortController();
  let signal: EndSignal | undefined;
  terminal.onSignal((received) => {
    signal ??= received;
    stopping.abort(new Error(received));
  });
  try {
    return await checkAll(options, terminal, stopping.signal);
  } catch (error) {
    if (signal === undefined) throw error;
    return { signal };
  }
}

async function checkAll(
  options: CheckOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Ending> {
  if (!options.isLintOnly && options.files.length > 0) {
    terminal.err(
      "leaderlab check: commands in a checked file are run on this machine; check only files that you trust, " +
        "or use --lint-only.\n",
    );
  }
  const progress = createProgress(terminal);
  const settings = settingsOf(options, terminal, { signal, onProgress: progress.show });
  const texts = new Map<string, string>();
  const reports: CheckReport[] = [];
  try {
    for (const file of options.files) {
      reports.push(await checkPath(file, settings, { terminal, texts }));
    }
    for (const command of options.commands) {
      texts.set(commandFile, command);
      reports.push(await checkCommand(command, settings));
    }
    for (const url of options.urls) reports.push(await checkUrl(url, settings));
  } finally {
    progress.clear();
  }
  // Of several commands, which all stand in a file of the same name, none is shown.
  if (options.commands.length > 1) texts.delete(commandFile);
  const sources = [...texts].map(([file, text]) => ({ file, text }));
  return tell(withDuplicateIds(reports, sources), options, {
    terminal,
    sourceOf: (file) => texts.get(file),
  });
}

type Doing = Pick<CheckSettings, "onProgress"> & { readonly signal: AbortSignal };

function settingsOf(options: CheckOptions, terminal: Terminal, doing: Doing): CheckSettings {
  const { contract, shells, role, kind, timeoutMs, seed, isLintOnly, hasNoScenarios } = options;
  const { clock, random } = terminal;
  return {
    ...doing,
    clock,
    random,
    lncli: lncliInProcess({ clock, random }),
    contract,
    ...(shells !== undefined && { shells }),
    isLintOnly,
    hasNoScenarios,
    runningProxy: options.runningProxy,
    ports: options.ports,
    ...(role !== undefined && { role }),
    ...(kind !== undefined && { kind }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(seed !== undefined && { seed }),
  };
}

interface Reading {
  readonly terminal: Terminal;
  /** What was read, by the name that positions have. */
  readonly texts: Map<string, string>;
}

async function checkPath(
  file: string,
  settings: CheckSettings,
  { terminal, texts }: Reading,
): Promise<CheckReport> {
  let text: string;
  try {
    text =
      file === "-"
        ? await readStdin(terminal.input, settings.signal)
        : await readFile(file, "utf8");
  } catch (error) {
    settings.signal?.throwIfAborted();
    const { contract = "serving" } = settings;
    const problem = file === "-" ? (error as Error).message : goReadError(file, error);
    const nothing = { probes: [], findings: [], notices: [], tables: [], scenarios: [] };
    return { target: file, contract, ...nothing, problems: [problem] };
  }
  texts.set(file, text);
  return checkFile({ file, text }, settings);
}

interface Telling {
  readonly terminal: Terminal;
  sourceOf(file: string): string | undefined;
}

function tell(
  reports: readonly CheckReport[],
  { format, output }: CheckOptions,
  { terminal, sourceOf }: Telling,
): Ending {
  const hasColor = terminal.hasColor && output === undefined;
  const text = formatReports(reports, format, { version, hasColor, sourceOf });
  const code = exitCodes[overallOutcome(reports)];
  if (output === undefined) {
    terminal.out(text);
    return { code };
  }
  try {
    writeFileSync(output, text);
  } catch (error) {
    terminal.err(`leaderlab check: cannot write the report: ${(error as Error).message}\n`);
    return { code: 2 };
  }
  for (const report of reports) terminal.out(`${conclusionOf(report)}\n`);
  return { code };
}
