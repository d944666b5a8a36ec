import { z } from "zod";
import { everyFabric, type FaultKind } from "../fault-kind.ts";
import { nodeField } from "../fields.ts";

const schema = z.strictObject({ kind: z.literal("pause"), node: nodeField });

/** SIGSTOP: the process is there and does nothing; undone by SIGCONT, it goes on as if no time had passed. */
export const pause: FaultKind<typeof schema> = {
  schema,
  on: "node",
  fabrics: everyFabric,
  summary: "the node's process stands still, as with SIGSTOP",
  describe: ({ node }) => `${node} is paused`,
  start: ({ node }, targets) => targets.pauseNode(node),
};
