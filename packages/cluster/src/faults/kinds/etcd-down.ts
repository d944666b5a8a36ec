import { z } from "zod";
import { everyFabric, type FaultKind } from "../fault-kind.ts";

const schema = z.strictObject({ kind: z.literal("etcdDown") });

/** etcd's process is gone; undone, it starts anew with its state, and every lease has its whole TTL again, as in etcd. */
export const etcdDown: FaultKind<typeof schema> = {
  schema,
  on: "etcd",
  fabrics: everyFabric,
  summary: "etcd is stopped, and started again when this is undone",
  describe: () => "etcd is down",
  start: (_spec, targets) => targets.stopEtcd(),
};
