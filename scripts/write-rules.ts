/**
 * Writes docs/rules.md: every rule of `leaderlab check` from the table of rules. `npm run gen` runs it; test/rules.test.ts
 * fails when the page is stale.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type RuleFamily, type RuleId, ruleIds, ruleTable } from "@leaderlab/contract/rules";

const page = new URL("../docs/rules.md", import.meta.url);

const families: readonly (readonly [RuleFamily, string])[] = [
  ["probe", "Probes"],
  ["proxy", "Proxies"],
  ["time", "Times"],
];

/** The page as text. */
export function renderRules(): string {
  const parts = families.map(([family, head]) => {
    const rules = ruleIds.filter((id) => ruleTable[id].family === family);
    return `## ${head}\n\n${rules.map(section).join("\n")}`;
  });
  return `# Rules

What \`leaderlab check\` finds without running anything, \`leaderlab explain RULE\` tells, and \`leaderlab fix\` mends where it
can. Ids stay: none is ever given to another rule. An error breaks the contract, a warning may.

Written by \`npm run gen\` from the table of rules.

${parts.join("\n")}`;
}

function section(id: RuleId): string {
  const { title, severity, reason, advice, example } = ruleTable[id];
  const code = (head: string, text: string) =>
    text === "" ? "" : `\n${head}:\n\n\`\`\`\n${text}\n\`\`\`\n`;
  const words = [reason, advice].filter((text) => text !== "").join(" ");
  return `### ${id}: ${title}

${severity === "error" ? "Error" : severity === "warning" ? "Warning" : "Note"}.${words === "" ? "" : ` ${words}`}
${code("Wrong", example.wrong)}${code("Right", example.right)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, renderRules());
