import { z } from "zod";
import { everyFabric, type FaultKind } from "../fault-kind.ts";
import { nodeField } from "../fields.ts";

/** A host's clock goes at half of the cluster's speed at least. */
const mostPartsPerMillion = 500_000;

const schema = z.strictObject({
  kind: z.literal("clockDrift"),
  node: nodeField,
  partsPerMillion: z
    .number()
    .min(-mostPartsPerMillion)
    .max(mostPartsPerMillion)
    .describe("how much faster its clock goes than the cluster's; below 0: slower"),
});

/** A clock that is not right: timers of the node fire early or late. etcd counts its leases by its own clock. */
export const clockDrift: FaultKind<typeof schema> = {
  schema,
  on: "node",
  fabrics: everyFabric,
  summary: "the node's clock goes faster or slower than the others'",
  describe: ({ node, partsPerMillion }) =>
    `the clock of ${node} goes ${Math.abs(partsPerMillion)} ppm too ${partsPerMillion < 0 ? "slow" : "fast"}`,
  start: ({ node, partsPerMillion }, targets) => targets.driftClock(node, partsPerMillion),
};
