import type { HttpBinding } from "./service-definition.ts";

/** The HTTP bindings in a method's options. Parsers give one additional binding as an object and several as a list. */
export function bindingsOf(options: Record<string, unknown>): HttpBinding[] {
  const rule = options["(google.api.http)"] as Record<string, unknown> | undefined;
  if (rule === undefined) return [];
  const additional = rule["additional_bindings"] ?? [];
  const rules = [rule, ...(Array.isArray(additional) ? additional : [additional])];
  return rules.map(bindingOf);
}

const verbs = ["get", "post", "put", "delete", "patch"] as const;

function bindingOf(rule: Record<string, unknown>): HttpBinding {
  for (const verb of verbs) {
    const path = rule[verb];
    if (typeof path !== "string") continue;
    const upper = verb.toUpperCase() as HttpBinding["verb"];
    return { verb: upper, path, hasBody: rule["body"] === "*" };
  }
  throw new Error(`a google.api.http rule without a path: ${JSON.stringify(rule)}`);
}
