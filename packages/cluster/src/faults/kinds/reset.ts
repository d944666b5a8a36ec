import { defineLinkFault } from "../link-fault.ts";

/** What a peer that crashed, or a firewall that forgot a connection, answers: RST. Both sides get it. */
export const reset = defineLinkFault({
  kind: "reset",
  fields: {},
  summary: "every connection is reset (RST), and so is each new one",
  says: () => "resets its connections",
  toxic: () => ({ resetsConnections: true }),
});
