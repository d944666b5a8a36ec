import { z } from "zod";
import { defineLinkFault } from "../link-fault.ts";

/** A lease id as election keys end with it. */
const leaseField = z
  .string()
  .regex(/^(0x)?[0-9a-f]{1,16}$/i, {
    error: "is a lease id in hexadecimal, such as 6ff6a20803f08703",
  })
  .exactOptional()
  .describe("the one lease, in hexadecimal; default every lease");

/** The session dies while everything else works: the node reads and writes on, and believes that it leads. */
export const dropKeepAlives = defineLinkFault({
  kind: "dropKeepAlives",
  fields: { lease: leaseField },
  summary: "keep-alives of leases (or of one lease) do not arrive, all else does",
  says: ({ lease }) =>
    lease === undefined ? "loses keep-alives" : `loses the keep-alives of lease ${lease}`,
  toxic: ({ lease }) => {
    const id = lease === undefined ? undefined : BigInt(`0x${lease.replace(/^0x/i, "")}`);
    return {
      readsContent: true,
      openJudge:
        () =>
        ({ content }) =>
          content?.kind === "keepAlive" && (id === undefined || content.lease === id)
            ? "lose"
            : "pass",
    };
  },
});
