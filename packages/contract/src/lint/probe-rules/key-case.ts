import { jqFields } from "../../judge/jq-filter.ts";
import { parseGrep } from "../../judge/programs/grep.ts";
import { parseJq } from "../../judge/programs/jq.ts";
import { type CalledCommand, rangeInWord } from "../called-command.ts";
import type { JudgedProbe } from "../judged-probe.ts";
import type { Found, ProbeRule } from "./probe-rule.ts";

/** PROBE001: JSON's keys are case-sensitive, and lnd's is `state`. */
export const keyCase: ProbeRule = {
  id: "PROBE001",
  *check(probe) {
    for (const command of probe.commands) yield* inCommand(probe, command);
  },
};

function* inCommand(probe: JudgedProbe, command: CalledCommand): Iterable<Found> {
  const { name, args, words } = command;
  const wrong =
    name === "jq"
      ? inFilter(parseJq(args)?.filter)
      : /grep$/.test(name)
        ? inPattern(name, args)
        : undefined;
  if (wrong === undefined) return;
  const index = args.indexOf(wrong.text);
  const word = words[index];
  const range = word === undefined ? undefined : rangeInWord(word, wrong.at, wrong.key.length);
  yield {
    message: `the key is looked for as ${JSON.stringify(wrong.key)}, but lnd writes "state": nothing is ever found`,
    position: probe.positionOf(command, range ?? word?.range),
    edits: [range === undefined ? undefined : command.text?.edit(range, wrong.key.toLowerCase())],
  };
}

interface WrongKey {
  readonly text: string;
  readonly at: number;
  readonly key: string;
}

function inFilter(filter: string | undefined): WrongKey | undefined {
  if (filter === undefined) return undefined;
  const wrong = jqFields(filter).find(({ name }) => /^state$/i.test(name) && name !== "state");
  return wrong && { text: filter, at: wrong.at, key: wrong.name };
}

function inPattern(name: string, args: readonly (string | undefined)[]): WrongKey | undefined {
  const call = parseGrep(name, args);
  if (call === undefined || call.options.ignoresCase === true) return undefined;
  const found = /"(State|STATE)"/.exec(call.pattern);
  return found?.[1] === undefined
    ? undefined
    : { text: call.pattern, at: found.index + 1, key: found[1] };
}
