export { nearRules, ruleIdOf } from "./near-rules.ts";
export type { Rule, RuleFamily, Severity } from "./rule.ts";
export { ruleLines } from "./rule-lines.ts";
export { type RuleId, ruleIds, ruleTable } from "./rule-table.ts";
