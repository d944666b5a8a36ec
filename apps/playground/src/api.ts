import type { Clock } from "@leaderlab/clock";
import {
  type Cluster,
  type ClusterNode,
  FaultError,
  KnobError,
  NodeStateError,
  parseKnobChanges,
  TimeError,
  writeTimeline,
} from "@leaderlab/cluster";
import express, { type ErrorRequestHandler, type Response, type Router } from "express";
import { BadRequestError } from "./bad-request-error.ts";
import { faultRoutes } from "./fault-routes.ts";
import { NotFoundError } from "./not-found-error.ts";
import { timeRoutes } from "./time-routes.ts";

/** How often a page is sent the leases as they are, besides after each event. */
const refreshMs = 500;
/** A page that takes its events so slowly that this many bytes wait is let go; it connects anew by itself. */
const maxWaitingBytes = 1024 * 1024;
/** A page that connects is told this many past events. */
const maxReplayed = 2000;
/** The largest body of a request, in express' words. */
const maxBody = "16kb";
/** How many pages may watch at a time; a further one is refused. */
const maxWatchers = 100;

/** What can be done to a node, by the last part of its path. */
const actions: { readonly [action: string]: (node: ClusterNode) => Promise<unknown> } = {
  kill: (node) => node.kill(),
  stop: (node) => node.stop(),
  start: (node) => node.start(),
  restart: (node) => node.restart(),
  pause: (node) => node.pause(),
  resume: (node) => node.resume(),
};

/** The page's way to the cluster. */
export interface Api {
  readonly router: Router;
  /** Ends the streams of every page that watches. */
  close(): void;
}

/**
 * The API behind the page:
 *
 *     GET  /snapshot              the cluster as it is
 *     GET  /timeline              every event; with ?format=jsonl as a file of JSON lines, header first
 *     GET  /invariants            what must hold: name, words, holds (null: not checked here), violations; and the
 *                                 windows so far (two leaders, none, one without a key) with their durations
 *     GET  /events                snapshot and timeline, live: server-sent events `timeline` (one event) and `snapshot`
 *     POST /nodes/NAME/ACTION     kill, stop, start, restart, pause or resume; 404 for an unknown one, 409 in
 *                                 a wrong moment
 *     PATCH /nodes/NAME/knobs     turns knobs: an object with some of the snapshot's; 400 for what is none of them
 *
 * and what `fault-routes` and `time-routes` have.
 */
export function createApi(cluster: Cluster, clock: Clock): Api {
  const watchers = new Set<Response>();
  const router = express.Router();
  router.get("/snapshot", (_request, response) => {
    response.json(cluster.snapshot());
  });
  router.get("/timeline", (request, response) => {
    const { events } = cluster.timeline;
    if (request.query["format"] !== "jsonl") response.json(events);
    else response.type("application/jsonl").send(writeTimeline(events));
  });
  router.get("/invariants", (_request, response) => {
    response.json(cluster.invariants());
  });
  router.get("/events", (_request, response) => {
    if (watchers.size >= maxWatchers) response.status(503).json({ error: "too many pages watch" });
    else watch(cluster, clock, response, watchers);
  });
  router.post("/nodes/:name/:action", async (request, response) => {
    const { name, action } = request.params;
    const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
    const node = nodeNamed(cluster, name);
    if (act === undefined) throw new NotFoundError(`there is no action ${action}`);
    await act(node);
    response.json(cluster.snapshot());
  });
  router.patch("/nodes/:name/knobs", express.json({ limit: maxBody }), (request, response) => {
    const node = nodeNamed(cluster, request.params["name"] ?? "");
    node.turn(parseKnobChanges(request.body));
    response.json(cluster.snapshot());
  });
  router.use(faultRoutes(cluster), timeRoutes(cluster));
  router.use((request) => {
    throw new NotFoundError(`there is no ${request.method} ${request.path} here`);
  });
  router.use(refuse);
  return {
    router,
    close: () => {
      for (const watcher of watchers) watcher.end();
    },
  };
}

function nodeNamed(cluster: Cluster, name: string): ClusterNode {
  const node = cluster.nodes.find((candidate) => candidate.name === name);
  if (node === undefined) throw new NotFoundError(`there is no node ${name}`);
  return node;
}

/** Express finds an error handler by its four parameters. */
const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
  response
    .status(statusOf(error))
    .json({ error: error instanceof Error ? error.message : "failed" });
};

function statusOf(error: unknown): number {
  if (error instanceof NotFoundError) return 404;
  if (error instanceof NodeStateError) return 409;
  if (error instanceof TimeError) return 409;
  if (error instanceof KnobError || error instanceof FaultError) return 400;
  if (error instanceof BadRequestError || error instanceof RangeError) return 400;
  // Of express.json: a body that is too large or no JSON.
  const { status } = (error ?? {}) as { readonly status?: unknown };
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}

function watch(cluster: Cluster, clock: Clock, response: Response, watchers: Set<Response>): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  const send = (event: string, content: unknown) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(content)}\n\n`);
  };
  const sendSnapshot = () => send("snapshot", cluster.snapshot());
  for (const event of cluster.timeline.events.slice(-maxReplayed)) send("timeline", event);
  sendSnapshot();
  const stopTimeline = cluster.timeline.onEvent((event) => send("timeline", event));
  const stopChanges = cluster.onChange(sendSnapshot);
  let timer = clock.setTimer(refreshMs, refresh);
  function refresh() {
    if (response.writableLength > maxWaitingBytes) response.destroy();
    sendSnapshot();
    timer = clock.setTimer(refreshMs, refresh);
  }
  watchers.add(response);
  response.on("close", () => {
    watchers.delete(response);
    timer.cancel();
    stopTimeline();
    stopChanges();
  });
}
