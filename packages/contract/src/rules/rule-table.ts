import { probeRuleTexts } from "./probe-rules.ts";
import type { Rule } from "./rule.ts";

const rules = {
  ...probeRuleTexts,
  PROXY001: {
    family: "proxy",
    severity: "error",
    title: "only the status of a backend is looked at",
    reason: "",
    advice: "",
    example: { wrong: "", right: "" },
  },
  PROXY002: {
    family: "proxy",
    severity: "warning",
    title: "a backend is taken out later than the next one leads",
    reason: "",
    advice: "",
    example: { wrong: "", right: "" },
  },
  PROXY003: {
    family: "proxy",
    severity: "error",
    title: "sessions stay with a backend that is down",
    reason: "",
    advice: "",
    example: { wrong: "", right: "" },
  },
  PROXY004: {
    family: "proxy",
    severity: "error",
    title: "an idle timeout cuts SubscribeState",
    reason: "",
    advice: "",
    example: { wrong: "", right: "" },
  },
  PROXY005: {
    family: "proxy",
    severity: "error",
    title: "a check with a method that lnd answers with 501",
    reason: "",
    advice: "",
    example: { wrong: "", right: "" },
  },
  PROXY006: {
    family: "proxy",
    severity: "error",
    title: "a check of a path with a slash at its end",
    reason: "",
    advice: "",
    example: { wrong: "", right: "" },
  },
  TIME001: {
    family: "time",
    severity: "error",
    title: "the session's TTL is not above what the health check may take",
    reason: "",
    advice: "",
    example: { wrong: "", right: "" },
  },
  TIME002: {
    family: "time",
    severity: "error",
    title: "two nodes with one cluster.id",
    reason: "",
    advice: "",
    example: { wrong: "", right: "" },
  },
} as const satisfies { readonly [id: string]: Rule };

/** The stable name of a rule. */
export type RuleId = keyof typeof rules;

/** Every rule by its id. Ids are never given to another rule. */
export const ruleTable: { readonly [Id in RuleId]: Rule } = rules;

/** The ids, in order. */
export const ruleIds = Object.keys(rules) as readonly RuleId[];
