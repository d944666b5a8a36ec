import { lndVersion } from "@leaderlab/lnd-sim/lnd-version";
import type { Connection } from "../lncli/connect.ts";
import { connectionOptions } from "../lncli/connection-options.ts";
import { helpFlag } from "../lncli/flag.ts";
import { globalFlags } from "../lncli/global-flags.ts";
import { appHelp, helpHelp, verbHelp } from "../lncli/help-text.ts";
import { LncliError, lncliTexts } from "../lncli/lncli-texts.ts";
import { FlagError, flagsFirst, type ParsedFlags, parseFlags } from "../lncli/parse-flags.ts";
import type { Verb } from "../lncli/verb.ts";
import { verbs, verbsNotSimulated } from "../lncli/verbs.ts";
import type { Ending, Terminal } from "../terminal.ts";

const done: Ending = { code: 0 };
/** For a command that there is not. */
const noTopicCode = 3;

/**
 * `leaderlab lncli`: what lncli does, with its flags, output, error texts and exit codes, for simulated nodes and real
 * ones. Mirrors: lnd cmd/commands, urfave/cli v1.
 */
export async function runLncli(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  const flags = globalFlags(terminal.env);
  const help = () => terminal.out(appHelp({ version: lndVersion, verbs, flags }));
  let parsed: ParsedFlags;
  try {
    parsed = parseFlags(flags, argv, terminal.env);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    if (error.source === "argument") terminal.out(`Incorrect Usage. ${error.message}\n\n`);
    if (error.source === "twoForms") terminal.out(`${error.message}\n`);
    if (error.source !== "environment") help();
    return fail(terminal, error.message);
  }
  const [name = "", ...rest] = parsed.rest;
  if (parsed.flags.boolean("version") && !parsed.flags.boolean("help")) {
    terminal.out(`lncli version ${lndVersion}\n`);
    return done;
  }
  if (parsed.flags.boolean("help") || name === "") {
    help();
    return done;
  }
  if (name === "help" || name === "h") return runHelp(rest, terminal, help);
  const verb = verbs.find((one) => one.name === name);
  return verb === undefined
    ? noSuchVerb(name, terminal)
    : runVerb(verb, rest, { parsed, terminal });
}

function runHelp(argv: readonly string[], terminal: Terminal, help: () => void): Ending {
  let parsed: ParsedFlags;
  try {
    parsed = parseFlags([helpFlag], flagsFirst([helpFlag], argv), {});
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    terminal.out(`Incorrect Usage: ${error.message}\n\n${helpHelp}`);
    return fail(terminal, error.message);
  }
  const [topic] = parsed.rest;
  const verb = verbs.find((one) => one.name === topic);
  if (parsed.flags.boolean("help") || topic === "help" || topic === "h") terminal.out(helpHelp);
  else if (topic === undefined) help();
  else if (verb === undefined) return noSuchVerb(topic, terminal);
  else terminal.out(verbHelp(verb));
  return done;
}

function noSuchVerb(name: string, terminal: Terminal): Ending {
  if (verbsNotSimulated.has(name)) return fail(terminal, lncliTexts.notSimulated(name));
  terminal.err(`${lncliTexts.noHelpTopic(name)}\n`);
  return { code: noTopicCode };
}

function fail(terminal: Terminal, message: string): Ending {
  terminal.err(`[lncli] ${message}\n`);
  return { code: 1 };
}

interface Invocation {
  readonly parsed: ParsedFlags;
  readonly terminal: Terminal;
}

async function runVerb(
  verb: Verb,
  argv: readonly string[],
  { parsed, terminal }: Invocation,
): Promise<Ending> {
  const flags = [...(verb.flags ?? []), helpFlag];
  let own: ParsedFlags;
  try {
    own = parseFlags(flags, flagsFirst(flags, argv), terminal.env);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    terminal.out(`Incorrect Usage: ${error.message}\n\n${verbHelp(verb)}`);
    return fail(terminal, error.message);
  }
  if (own.flags.boolean("help")) {
    terminal.out(verbHelp(verb));
    return done;
  }
  try {
    await callVerb(verb, own, { parsed, terminal });
    return done;
  } catch (error) {
    if (error instanceof LncliError) return fail(terminal, error.message);
    const { endingError } = await import("../lncli/rpc-status.ts");
    const ending = endingError(error, verb);
    if (ending instanceof LncliError) return fail(terminal, ending.message);
    throw ending;
  }
}

async function callVerb(
  verb: Verb,
  { flags, rest }: ParsedFlags,
  { parsed, terminal }: Invocation,
): Promise<void> {
  const { clock, env } = terminal;
  const { readMacaroon } = verb.needsMacaroon
    ? await import("../lncli/bound-macaroon.ts")
    : { readMacaroon: undefined };
  const { connect } = await import("../lncli/connect.ts");
  let made: Connection | undefined;
  const connection = () => {
    const given = { variables: env, clock, readMacaroon };
    made ??= connect(connectionOptions(parsed.flags, given), clock);
    return made;
  };
  if (verb.connectsLate !== true) connection();
  const run = await verb.load();
  try {
    await run({
      terminal,
      flags,
      rest,
      get connection() {
        return connection();
      },
      showHelp() {
        terminal.out(verbHelp(verb));
        return undefined;
      },
    });
  } finally {
    made?.close();
  }
}
