import { msField } from "../fields.ts";
import { defineLinkFault } from "../link-fault.ts";

/** A peer that is gone looks alive for a while: its end comes late. A reset is no end of this kind, and passes at once. */
export const slowClose = defineLinkFault({
  kind: "slowClose",
  fields: { delayMs: msField.describe("how much later the end of a side reaches the other") },
  summary: "the end of a connection reaches the other side late",
  says: ({ delayMs }) => `tells of a connection's end ${delayMs} ms late`,
  toxic: ({ delayMs }) => ({ closeDelayMs: delayMs }),
});
