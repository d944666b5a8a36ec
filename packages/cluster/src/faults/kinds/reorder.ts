import { msField, rateField } from "../fields.ts";
import { defineLinkFault } from "../link-fault.ts";

/** Packets that overtake each other. TCP puts them in order, so those that overtook wait for the late one. */
export const reorder = defineLinkFault({
  kind: "reorder",
  fields: {
    rate: rateField,
    delayMs: msField.describe("how much later an overtaken packet comes"),
  },
  summary: "packets overtake each other, and wait for their turn, as TCP has it",
  fabrics: ["memory"],
  says: ({ rate, delayMs }) =>
    `lets ${Number((rate * 100).toFixed(2))} % of its packets be overtaken, ${delayMs} ms late`,
  toxic: ({ rate, delayMs }) => ({
    openJudge: (random) => () => (random.nextFloat() < rate ? { delayMs } : "pass"),
  }),
});
