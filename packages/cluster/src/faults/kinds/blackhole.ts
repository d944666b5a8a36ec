import { defineLinkFault } from "../link-fault.ts";

/** A partition: no side learns of it but by waiting. What was sent meanwhile arrives once it is undone, as TCP has it. */
export const blackhole = defineLinkFault({
  kind: "blackhole",
  fields: {},
  summary: "nothing passes; connections stay open, new ones are taken and hang",
  says: () => "carries nothing",
  toxic: () => ({ holdsNewConnections: true, openJudge: () => () => "hold" }),
});
