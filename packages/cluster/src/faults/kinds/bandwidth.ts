import { z } from "zod";
import { defineLinkFault } from "../link-fault.ts";
import type { Direction } from "../toxic.ts";

const msPerSecond = 1000;

/** A thin pipe, for each connection and direction by itself: a piece waits until those before it are through. */
export const bandwidth = defineLinkFault({
  kind: "bandwidth",
  fields: {
    bytesPerSecond: z.number().min(1).describe("of each connection, each way"),
  },
  summary: "so many bytes a second pass, no more",
  says: ({ bytesPerSecond }) => `carries ${bytesPerSecond} bytes a second`,
  toxic: ({ bytesPerSecond }) => ({
    openJudge: () => {
      const busyUntilMs = { toServer: 0, toClient: 0 } satisfies Record<Direction, number>;
      return ({ direction, byteLength, nowMs }) => {
        const takesMs = (byteLength * msPerSecond) / bytesPerSecond;
        busyUntilMs[direction] = Math.max(nowMs, busyUntilMs[direction]) + takesMs;
        return { delayMs: busyUntilMs[direction] - nowMs };
      };
    },
  }),
});
