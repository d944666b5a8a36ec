import { judgedStates } from "../../judge/answers.ts";
import { parseGrep } from "../../judge/programs/grep.ts";
import { type CalledCommand, rangeInWord } from "../called-command.ts";
import { asksFor, type JudgedProbe } from "../judged-probe.ts";
import type { Found, ProbeRule } from "./probe-rule.ts";

/** PROBE008: what differs between builds of lncli must not decide. */
export const oneSpace: ProbeRule = {
  id: "PROBE008",
  *check(probe) {
    const differs = judgedStates.filter(
      (state) => probe.verdict(state, 1) !== probe.verdict(state, 2),
    );
    const place = placeOf(probe, differs.length > 0 ? /: +(?![*+?{ ])/ : /":(?=")/);
    if (differs.length > 0) {
      yield {
        message: `whether ${differs.join(" and ")} is found depends on the build of lncli: after the colon it prints one space, or two`,
        ...place,
      };
    } else if (
      place.edits !== undefined &&
      asksByLncliOnly(probe) &&
      probe.accepted().length === 0
    ) {
      yield {
        message: "nothing is ever found: after the colon lncli prints one space, or two",
        ...place,
      };
    }
  },
};

function asksByLncliOnly({ commands }: JudgedProbe): boolean {
  const asking = commands.filter((command) => asksFor(command, "state"));
  return asking.length > 0 && asking.every(({ name }) => name === "lncli");
}

/** Where the pattern has what it is about, and that mended; else where a pattern is. */
function placeOf(probe: JudgedProbe, about: RegExp): Pick<Found, "position" | "edits"> {
  const matching = probe.commands.filter(({ name }) => /grep$/.test(name));
  const command = matching.find((one) => about.test(patternOf(one)?.pattern ?? "")) ?? matching[0];
  const call = command === undefined ? undefined : patternOf(command);
  if (command === undefined || call === undefined) return { position: probe.position };
  const word = command.words[command.args.indexOf(call.pattern)];
  const found = call.options.kind === "fixed" ? null : about.exec(call.pattern);
  const range =
    found === null || word === undefined
      ? undefined
      : rangeInWord(word, found.index, found[0].length);
  if (range === undefined) return { position: probe.positionOf(command, word?.range) };
  const edit = command.text?.edit(range, `${found?.[0].trimEnd()} *`);
  return { position: probe.positionOf(command, range), edits: [edit] };
}

function patternOf({ name, args }: CalledCommand) {
  return parseGrep(name, args);
}
