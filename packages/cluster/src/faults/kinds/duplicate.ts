import { rateField } from "../fields.ts";
import { defineLinkFault } from "../link-fault.ts";

/**
 * Packets that come twice. TCP throws the copy away, so nobody above sees one: it is here to show just that. It draws
 * chance all the same, so that other faults on the link draw what they would draw beside one that matters.
 */
export const duplicate = defineLinkFault({
  kind: "duplicate",
  fields: { rate: rateField },
  summary: "packets come twice, and the copy is thrown away, as TCP does",
  fabrics: ["memory"],
  says: ({ rate }) => `doubles ${Number((rate * 100).toFixed(2))} % of its packets`,
  toxic: () => ({
    openJudge: (random) => () => {
      random.nextFloat();
      return "pass";
    },
  }),
});
