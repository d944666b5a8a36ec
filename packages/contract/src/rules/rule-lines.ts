import { type RuleId, ruleTable } from "./rule-table.ts";

/** A rule in full, for a terminal; lines of at most `width` characters but for examples. */
export function ruleLines(id: RuleId, width = 100): readonly string[] {
  const { title, severity, reason, advice, example } = ruleTable[id];
  const part = (head: string, text: string) =>
    text === "" ? [] : ["", head, ...wrapped(text, width)];
  const lines = (text: string) => text.split("\n").map((line) => `    ${line}`);
  return [
    `${id} (${severity}): ${title}`,
    ...part("Why", reason),
    ...part("Instead", advice),
    ...(example.wrong === "" ? [] : ["", "Wrong", ...lines(example.wrong)]),
    ...(example.right === "" ? [] : ["", "Right", ...lines(example.right)]),
  ];
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "   ";
  for (const word of text.split(" ")) {
    if (line.length + 1 + word.length > width && line.trim() !== "") {
      lines.push(line);
      line = "   ";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
