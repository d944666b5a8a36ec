import { z } from "zod";
import { type FaultSpec, faultSchema } from "../faults/fault-table.ts";

/** Stands for whoever serves when the fault begins. */
export const leaderName = "@leader";

const timeFields = {
  /** When it begins, in milliseconds from the moment at which all nodes were started. */
  atMs: z.number().min(0),
  /** How long it lasts. */
  lastsMs: z.number().min(0),
};
const nodeName = z.string().min(1);

/** A fault in which `@leader` may stand for a node. */
const faultField = z
  .unknown()
  .superRefine((given, context) => {
    const standIn = JSON.stringify(given ?? null).replaceAll(leaderName, "leader");
    const { error } = faultSchema.safeParse(JSON.parse(standIn));
    for (const { message, path } of error?.issues ?? []) {
      context.addIssue({ code: "custom", message, path: [...path] });
    }
  })
  .transform((given) => given as FaultSpec);

/** One thing that goes wrong for a time: a fault that is undone, or a node that is ended and started again. */
export const spanSchema = z.union([
  z.strictObject({ ...timeFields, fault: faultField }),
  z.strictObject({ ...timeFields, kill: nodeName }),
  z.strictObject({ ...timeFields, stop: nodeName }),
]);

/**
 * One thing that goes wrong for a time. A node's name may be `@leader`: whoever serves at that moment. A schedule is a
 * list of them; each stands by itself, so that any of them can be left out.
 */
export type Span =
  | { readonly atMs: number; readonly lastsMs: number; readonly fault: FaultSpec }
  | { readonly atMs: number; readonly lastsMs: number; readonly kill: string }
  | { readonly atMs: number; readonly lastsMs: number; readonly stop: string };

/** A span as one line. */
export function describeSpan(span: Span): string {
  const { atMs, lastsMs, ...what } = span;
  const lasts = `${(atMs / 1000).toFixed(1)} s, for ${(lastsMs / 1000).toFixed(1)} s:`;
  if ("kill" in what) return `${lasts} ${what.kill} is killed`;
  if ("stop" in what) return `${lasts} ${what.stop} is stopped`;
  const { kind, ...fields } = what.fault;
  return `${lasts} ${[kind, ...Object.values(fields).map(String)].join(" ")}`;
}
