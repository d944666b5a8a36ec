import { statusCodes } from "@leaderlab/rpc";
import { z } from "zod";
import { everyFabric, type FaultKind } from "../fault-kind.ts";
import { rpcFields } from "../fields.ts";

type Code = Exclude<keyof typeof statusCodes, "OK">;

const codes = Object.keys(statusCodes).filter((code): code is Code => code !== "OK");

const schema = z.strictObject({
  kind: z.literal("rpcError"),
  method: rpcFields.method,
  code: z.enum(codes).describe("gRPC's name of the code, such as UNAVAILABLE"),
  message: z.string().max(1000).exactOptional(),
  rate: rpcFields.rate,
  count: rpcFields.count,
});

/** etcd refuses requests, which have no effect then. */
export const rpcError: FaultKind<typeof schema> = {
  schema,
  on: "etcd",
  fabrics: everyFabric,
  summary: "etcd answers a method with an error",
  describe: ({ method, code }) => `etcd answers ${method} with ${code}`,
  start: ({ kind: _kind, message, ...fault }, targets) =>
    targets.strikeRpc({ ...fault, ...(message !== undefined && { text: message }) }),
};
