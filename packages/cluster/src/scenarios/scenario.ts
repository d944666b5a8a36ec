import { z } from "zod";
import { faultSchema } from "../faults/fault-table.ts";
import { windowNames } from "../invariants/window-table.ts";

const unitMs: { readonly [unit: string]: number } = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `1m30s` in milliseconds; undefined for what is no duration. */
export function parseSpan(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return undefined;
  const parts = text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g);
  return [...parts].reduce(
    (sum, [, number, unit = ""]) => sum + Number(number) * (unitMs[unit] ?? 0),
    0,
  );
}

const span = z
  .string()
  .regex(/^(\d+(\.\d+)?(ms|s|m|h))+$/, { error: 'is a duration such as "500ms", "5s" or "1m30s"' });
const node = z.string().min(1).describe("a node's name: lnd-1, lnd-2 …");

/** Some fields of an event; each must be equal. */
const pattern = z
  .looseObject({ kind: z.string().min(1).describe("as in the timeline: state, elected, exited …") })
  .describe("an event of the timeline that has these fields");

const step = z
  .strictObject({
    after: span.exactOptional().describe("how long to wait before this step"),
    await: pattern
      .exactOptional()
      .describe("waits for an event, or takes one since the last await"),
    within: span.exactOptional().describe("how long to wait for it; default 2m"),
    start: node.exactOptional(),
    stop: node.exactOptional().describe("as SIGTERM"),
    kill: node.exactOptional().describe("as kill -9"),
    pause: node.exactOptional().describe("as SIGSTOP"),
    resume: node.exactOptional().describe("as SIGCONT"),
    inject: faultSchema.exactOptional().describe("lets something go wrong until it is undone"),
    as: z.string().min(1).exactOptional().describe("a name for the injected fault, for undo"),
    undo: z.string().min(1).exactOptional().describe("the name of an injected fault"),
  })
  .describe("one thing that is done, one after the other");

const expectation = z.union([
  z.strictObject({
    event: pattern,
    since: pattern.exactOptional().describe("the last such event before it"),
    within: z
      .tuple([span, span])
      .exactOptional()
      .describe("how long after that, or after the beginning, at least and at most"),
    times: z.int().min(1).exactOptional().describe("how often, exactly"),
  }),
  z.strictObject({ never: pattern }),
  z.strictObject({ order: z.array(pattern).min(2).describe("in this order, others in between") }),
  z.strictObject({
    window: z.enum(windowNames),
    nodes: z.array(node).exactOptional(),
    lasts: z.tuple([span, span]).describe("at least and at most"),
  }),
  z.strictObject({ state: z.record(node, z.string()).describe("a state of lnd's, or down") }),
]);

/** A scenario as it stands in a file. */
export const scenarioSchema = z.strictObject({
  scenario: z.string().regex(/^[a-z0-9-]+$/, { error: "is made of a to z, 0 to 9 and -" }),
  title: z.string().min(1),
  about: z.string().exactOptional(),
  nodes: z.int().min(1).max(1000).default(3),
  ttl: span.default("3s").describe("the session's TTL, in whole seconds"),
  healthCheck: z
    .strictObject({
      interval: span.exactOptional(),
      timeout: span.exactOptional(),
      attempts: z.int().min(0).exactOptional(),
      backoff: span.exactOptional(),
    })
    .exactOptional()
    .describe("the leader's health check; lnd's defaults where nothing is said"),
  lnd: z
    .record(node, z.array(z.string()))
    .exactOptional()
    .describe("further flags of lnd's for a node, or for all under *"),
  wrongPassword: z.array(node).exactOptional().describe("whose password file is not right"),
  startsNodes: z.boolean().default(true).describe("false: the nodes wait for a start"),
  supervised: z
    .boolean()
    .default(false)
    .describe("nodes that exit by themselves are started again"),
  fabrics: z.array(z.enum(["memory", "sockets"])).default(["memory", "sockets"]),
  steps: z.array(step).max(1000),
  expect: z.array(expectation).max(1000),
});

/** A scenario: what is done to a cluster, and what is to come of it. */
export type Scenario = z.infer<typeof scenarioSchema>;

/** One thing that is done. */
export type ScenarioStep = Scenario["steps"][number];

/** One thing that is to come of it. */
export type Expectation = Scenario["expect"][number];

/** Some fields of an event. */
export type EventPattern = z.infer<typeof pattern>;

/** The JSON schema of a scenario file, for editors. */
export function scenarioJsonSchema(): object {
  return z.toJSONSchema(scenarioSchema, { io: "input" });
}
