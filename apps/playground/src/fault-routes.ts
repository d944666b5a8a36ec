import {
  type Cluster,
  describeActive,
  FaultError,
  faultKinds,
  faultNames,
  fieldsOfFault,
  parseFaultSpec,
} from "@leaderlab/cluster";
import express, { type Router } from "express";
import { NotFoundError } from "./not-found-error.ts";

/** The largest body of a request, in express' words. */
const maxBody = "16kb";

/**
 * What can go wrong:
 *
 *     GET    /faults              those at work
 *     POST   /faults              a fault as in the typed API, and perhaps `forMs`: 201 and what it became
 *     DELETE /faults/ID           undoes it
 *     DELETE /faults              undoes all, the newest first
 *     GET    /faults/kinds        every kind, with its fields
 *     POST   /etcd/stop, /start   the lab's own etcd as a process
 */
export function faultRoutes(cluster: Cluster): Router {
  const router = express.Router();
  router.get("/faults/kinds", (_request, response) => {
    response.json(
      faultNames.map((kind) => {
        const { on, summary, fabrics } = faultKinds[kind];
        return { kind, on, summary, fabrics, fields: fieldsOfFault(kind) };
      }),
    );
  });
  router.get("/faults", (_request, response) => {
    response.json(cluster.faults.map(describeActive));
  });
  router.post("/faults", express.json({ limit: maxBody }), async (request, response) => {
    const { forMs, ...spec } = (request.body ?? {}) as { readonly forMs?: unknown };
    const fault = await cluster.inject(parseFaultSpec(spec), timeOf(forMs));
    response.status(201).json(describeActive(fault));
  });
  router.delete("/faults/:id", async (request, response) => {
    const { id } = request.params;
    const fault = cluster.faults.find((active) => active.id === id);
    if (fault === undefined) throw new NotFoundError(`there is no fault ${id} at work`);
    await fault.undo();
    response.json(cluster.faults.map(describeActive));
  });
  router.delete("/faults", async (_request, response) => {
    for (const fault of [...cluster.faults].reverse()) await fault.undo();
    response.json(cluster.faults.map(describeActive));
  });
  router.post("/etcd/:action", async (request, response) => {
    const { action } = request.params;
    if (action === "stop") await cluster.etcd.stop();
    else if (action === "start") await cluster.etcd.start();
    else throw new NotFoundError(`there is no action ${action} of etcd; there are stop and start`);
    response.json(cluster.snapshot());
  });
  return router;
}

function timeOf(forMs: unknown): { readonly forMs?: number } {
  if (forMs === undefined) return {};
  if (typeof forMs === "number") return { forMs };
  throw new FaultError(`forMs is ${JSON.stringify(forMs)}; it is a number of milliseconds`);
}
