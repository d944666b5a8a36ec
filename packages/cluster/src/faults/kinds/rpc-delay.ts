import { z } from "zod";
import { everyFabric, type FaultKind } from "../fault-kind.ts";
import { msField, rpcFields } from "../fields.ts";

const schema = z.strictObject({
  kind: z.literal("rpcDelay"),
  method: rpcFields.method,
  delayMs: msField.describe("how long a request waits before etcd carries it out"),
  rate: rpcFields.rate,
  count: rpcFields.count,
});

/** etcd is slow. */
export const rpcDelay: FaultKind<typeof schema> = {
  schema,
  on: "etcd",
  fabrics: everyFabric,
  summary: "etcd carries out a method late",
  describe: ({ method, delayMs }) => `etcd carries out ${method} ${delayMs} ms late`,
  start: ({ kind: _kind, ...fault }, targets) => targets.strikeRpc(fault),
};
