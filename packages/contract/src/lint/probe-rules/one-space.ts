import { judgedStates } from "../../judge/answers.ts";
import { parseGrep } from "../../judge/programs/grep.ts";
import { rangeInWord } from "../called-command.ts";
import type { ProbeRule } from "./probe-rule.ts";

/** PROBE008: what differs between builds of lncli must not decide. */
export const oneSpace: ProbeRule = {
  id: "PROBE008",
  *check(probe) {
    const differs = judgedStates.filter(
      (state) => probe.verdict(state, 1) !== probe.verdict(state, 2),
    );
    if (differs.length === 0) return;
    const matching = probe.commands.filter(({ name }) => /grep$/.test(name));
    const command =
      matching.find(({ name, args }) => /: /.test(parseGrep(name, args)?.pattern ?? "")) ??
      matching[0];
    const call = command === undefined ? undefined : parseGrep(command.name, command.args);
    const found =
      call?.options.kind === "fixed" ? null : /: +(?![*+?{ ])/.exec(call?.pattern ?? "");
    const index = call === undefined ? -1 : (command?.args.indexOf(call.pattern) ?? -1);
    const word = command?.words[index];
    const range =
      found === null || word === undefined
        ? undefined
        : rangeInWord(word, found.index, found[0].length);
    yield {
      message: `whether ${differs.join(" and ")} is found depends on the build of lncli: after the colon it prints one space, or two`,
      position: probe.positionOf(command, range ?? word?.range),
      edits: [range === undefined ? undefined : command?.text?.edit(range, ": *")],
    };
  },
};
