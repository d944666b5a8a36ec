import { nearest } from "../read/near-names.ts";
import { type RuleId, ruleIds } from "./rule-table.ts";

/** The rule of an id in any case; undefined when there is none. */
export function ruleIdOf(text: string): RuleId | undefined {
  const wanted = text.toUpperCase();
  return ruleIds.find((id) => id === wanted);
}

/** Rules that may have been meant: those of the same family, or the one that is written most alike. */
export function nearRules(text: string): readonly RuleId[] {
  const family = /^[A-Z]{2,}/.exec(text.toUpperCase())?.[0];
  const ofFamily = ruleIds.filter((id) => family !== undefined && id.startsWith(family));
  if (ofFamily.length > 0) return ofFamily;
  const near = nearest(text, ruleIds);
  return ruleIds.filter((id) => id === near);
}
