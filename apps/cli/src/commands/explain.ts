import { nearRules, ruleIdOf, ruleIds, ruleLines, ruleTable } from "@leaderlab/contract/rules";
import type { Ending, Terminal } from "../terminal.ts";

const usage = `Usage: leaderlab explain [RULE ...]

What a rule of leaderlab check is about: why, what to do instead, wrong and right. Without a RULE: all of them, one a
line. Ends with 2 when there is no such rule.
`;

/** `leaderlab explain`: a rule in full, or the list. Ends with 0; with 2 for a rule that there is not. */
export async function runExplain(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  if (argv.includes("-h") || argv.includes("--help")) {
    terminal.out(usage);
    return { code: 0 };
  }
  if (argv.length === 0) {
    for (const id of ruleIds) {
      const { severity, title } = ruleTable[id];
      terminal.out(`${id.padEnd(9)}  ${severity.padEnd(7)}  ${title}\n`);
    }
    return { code: 0 };
  }
  const rules = argv.map((text) => ({ text, id: ruleIdOf(text) }));
  for (const { text, id } of rules) {
    if (id !== undefined) continue;
    const near = nearRules(text);
    const hint = near.length > 0 ? `did you mean ${near.join(", ")}?` : "the rules:";
    terminal.err(`leaderlab explain: there is no rule "${text}"; ${hint}\n`);
    if (near.length === 0) terminal.err(`${ruleIds.join(" ")}\n`);
    return { code: 2 };
  }
  const texts = rules.flatMap(({ id }) => (id === undefined ? [] : [ruleLines(id).join("\n")]));
  terminal.out(`${texts.join("\n\n")}\n`);
  return { code: 0 };
}
