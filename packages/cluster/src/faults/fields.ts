import { z } from "zod";
import { parseLinkName } from "./link-name.ts";

/** The longest delay, in milliseconds: a day. */
const mostMs = 86_400_000;

/** `link` of every fault on a link. */
export const linkField = z
  .string()
  .refine((text) => parseLinkName(text) !== undefined, {
    error:
      'is FROM:TO, such as "lnd-1:etcd": FROM is a node, client, proxy or *, TO is etcd or a node',
  })
  .describe(
    "FROM:TO, such as lnd-1:etcd; FROM is a node, client, proxy or *, TO is etcd or a node",
  );

/** `direction` of every fault on a link; the client is who opened the connection. */
export const directionField = z
  .enum(["both", "toServer", "toClient"])
  .exactOptional()
  .describe("which way; default both");

/** `node`. */
export const nodeField = z.string().min(1).describe("a node's name");

/** A time from 0 to a day. */
export const msField = z.number().min(0).max(mostMs);

/** A chance over 0 and up to 1. */
export const rateField = z.number().gt(0).max(1).describe("the chance of each, over 0 and up to 1");

/** What faults inside of etcd share: which of its methods, how often. */
export const rpcFields = {
  method: z
    .string()
    .min(1)
    .describe("Put, KV/Put, etcdserverpb.KV/Put, KV/* or * for every method of etcd"),
  rate: rateField.exactOptional(),
  count: z.int().min(1).exactOptional().describe("how many requests at most; default all"),
};
