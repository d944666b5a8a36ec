import type { Cluster, TimeControl } from "@leaderlab/cluster";
import express, { type Router } from "express";
import { BadRequestError } from "./bad-request-error.ts";

/** The most that time is moved on at once: a day. */
const mostAdvanceMs = 86_400_000;
const mostSpeed = 1000;

/** What can be done to time, by the body's `action`. */
const actions: {
  readonly [action: string]: (time: TimeControl, body: TimeBody) => void | Promise<void>;
} = {
  pause: (time) => time.pause(),
  resume: (time) => time.resume(),
  step: (time) => time.step(),
  advance: (time, { ms }) => time.advance(within("ms", ms, mostAdvanceMs)),
  speed: (time, { speed }) => time.setSpeed(within("speed", speed, mostSpeed)),
};

interface TimeBody {
  readonly action?: unknown;
  readonly ms?: unknown;
  readonly speed?: unknown;
}

/**
 * The cluster's time:
 *
 *     GET  /time    { mode, speed }
 *     POST /time    { action: "pause" | "resume" | "step" }, { action: "advance", ms }, { action: "speed", speed }
 */
export function timeRoutes(cluster: Cluster): Router {
  const router = express.Router();
  const answer = () => ({ mode: cluster.time.mode, speed: cluster.time.speed });
  router.get("/time", (_request, response) => {
    response.json(answer());
  });
  router.post("/time", express.json({ limit: "1kb" }), async (request, response) => {
    const body = (request.body ?? {}) as TimeBody;
    const { action } = body;
    const act =
      typeof action === "string" && Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (act === undefined) {
      const known = Object.keys(actions).join(", ");
      throw new BadRequestError(`action is ${JSON.stringify(action)}; it is one of ${known}`);
    }
    await act(cluster.time, body);
    response.json(answer());
  });
  return router;
}

function within(name: string, value: unknown, most: number): number {
  if (typeof value === "number" && value >= 0 && value <= most) return value;
  throw new BadRequestError(`${name} is ${JSON.stringify(value)}; it is from 0 to ${most}`);
}
