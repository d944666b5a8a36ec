import type { z } from "zod";
import { FaultError } from "./fault-kind.ts";
import { type FaultSpec, faultKind } from "./fault-table.ts";

/**
 * Reads a fault from JSON. Throws a FaultError that names each field which is wrong and says what is allowed:
 * `latency: latencyMs is missing; it is a number`.
 */
export function parseFaultSpec(given: unknown): FaultSpec {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new FaultError(
      'a fault is an object, such as {"kind": "blackhole", "link": "lnd-1:etcd"}',
    );
  }
  const { kind } = given as { readonly kind?: unknown };
  const { schema } = faultKind(kind);
  const read = schema.safeParse(given);
  if (read.success) return read.data as FaultSpec;
  const shape = (schema as z.ZodObject).shape as Readonly<Record<string, z.ZodType>>;
  const problems = read.error.issues.map((issue) => explain(issue, given, shape));
  throw new FaultError(`${String(kind)}: ${problems.join("; ")}`);
}

type Issue = z.core.$ZodIssue;
type Shape = Readonly<Record<string, z.ZodType>>;

function explain(issue: Issue, given: object, shape: Shape): string {
  if (issue.code === "unrecognized_keys") {
    const fields = Object.keys(shape).join(", ");
    return `there is no field ${issue.keys.join(", ")}; there are ${fields}`;
  }
  const field = issue.path.map(String).join(".");
  const value = (given as Readonly<Record<string, unknown>>)[field];
  const meaning = shape[field]?.description;
  const said = value === undefined ? "is missing" : `is ${JSON.stringify(value)}`;
  return `${field} ${said}; it ${allowed(issue)}${meaning === undefined ? "" : ` (${meaning})`}`;
}

/** What is allowed, in words that follow "it". */
function allowed(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `is a ${issue.expected === "int" ? "whole number" : issue.expected}`;
    case "invalid_value":
      return `is one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `is ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}${unitOf(issue)}`;
    case "too_big":
      return `is ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}${unitOf(issue)}`;
    default:
      return issue.message;
  }
}

function unitOf({ origin }: { readonly origin: string }): string {
  return origin === "string" ? " characters long" : "";
}
