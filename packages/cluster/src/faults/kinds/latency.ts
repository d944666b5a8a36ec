import { msField } from "../fields.ts";
import { defineLinkFault } from "../link-fault.ts";

/** A slow way: each piece comes `latencyMs` ± `jitterMs` later, evenly spread, never before one that left earlier. */
export const latency = defineLinkFault({
  kind: "latency",
  fields: {
    latencyMs: msField.describe("how much later each piece comes, one way"),
    jitterMs: msField.exactOptional().describe("so much more or less, by chance; default 0"),
  },
  summary: "everything comes later, by a fixed time and some chance",
  says: ({ latencyMs, jitterMs = 0 }) =>
    `takes ${latencyMs} ms${jitterMs === 0 ? "" : ` ± ${jitterMs} ms`} longer`,
  toxic: ({ latencyMs, jitterMs = 0 }) => ({
    openJudge: (random) => () => ({
      delayMs: Math.max(0, latencyMs + (2 * random.nextFloat() - 1) * jitterMs),
    }),
  }),
});
