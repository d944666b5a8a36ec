export type { Rule, RuleFamily, Severity } from "./rule.ts";
export { type RuleId, ruleIds, ruleTable } from "./rule-table.ts";
