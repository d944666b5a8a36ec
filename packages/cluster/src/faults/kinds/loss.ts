import type { Random } from "@leaderlab/clock";
import { rateField } from "../fields.ts";
import { defineLinkFault } from "../link-fault.ts";

/** The first wait of a TCP on Linux before it sends again; each further one is twice as long, up to a bound. */
const firstRetransmissionMs = 200;
const mostRetransmissions = 10;

/** How long it takes until a piece is through, each try of which is lost by that chance. */
function retransmissionMs(rate: number, random: Random): number {
  let waitedMs = 0;
  for (let tries = 0; tries < mostRetransmissions && random.nextFloat() < rate; tries++) {
    waitedMs += firstRetransmissionMs * 2 ** tries;
  }
  return waitedMs;
}

/** Lost packets. TCP sends them again, so a living stream is late, and never has a hole. */
export const loss = defineLinkFault({
  kind: "loss",
  fields: { rate: rateField },
  summary: "packets get lost, and are sent again later, as TCP does",
  fabrics: ["memory"],
  says: ({ rate }) => `loses ${percent(rate)} of its packets`,
  toxic: ({ rate }) => ({
    openJudge: (random) => () => ({ delayMs: retransmissionMs(rate, random) }),
  }),
});

function percent(rate: number): string {
  return `${Number((rate * 100).toFixed(2))} %`;
}
