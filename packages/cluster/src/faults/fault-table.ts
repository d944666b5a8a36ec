import { z } from "zod";
import { FaultError, type FaultKind } from "./fault-kind.ts";
import { bandwidth } from "./kinds/bandwidth.ts";
import { blackhole } from "./kinds/blackhole.ts";
import { clockDrift } from "./kinds/clock-drift.ts";
import { dropKeepAlives } from "./kinds/drop-keep-alives.ts";
import { dropWatchEvents } from "./kinds/drop-watch-events.ts";
import { duplicate } from "./kinds/duplicate.ts";
import { etcdDown } from "./kinds/etcd-down.ts";
import { latency } from "./kinds/latency.ts";
import { loss } from "./kinds/loss.ts";
import { pause } from "./kinds/pause.ts";
import { reorder } from "./kinds/reorder.ts";
import { reset } from "./kinds/reset.ts";
import { rpcDelay } from "./kinds/rpc-delay.ts";
import { rpcError } from "./kinds/rpc-error.ts";
import { slowClose } from "./kinds/slow-close.ts";

/** Every kind of fault. */
export const faultKinds = {
  blackhole,
  reset,
  latency,
  bandwidth,
  slowClose,
  dropKeepAlives,
  dropWatchEvents,
  loss,
  reorder,
  duplicate,
  pause,
  clockDrift,
  etcdDown,
  rpcError,
  rpcDelay,
};

/** The name of a kind of fault, the same in the API, in REST, on the command line, in timelines and scenarios. */
export type FaultName = keyof typeof faultKinds;

/** One fault, as plain JSON. */
export type FaultSpec = {
  [Name in FaultName]: z.infer<(typeof faultKinds)[Name]["schema"]>;
}[FaultName];

/** Every kind's name, in the order of the table. */
export const faultNames = Object.keys(faultKinds) as readonly FaultName[];

/** What any fault looks like, for a scenario's schema; `parseFaultSpec` has the better errors. */
export const faultSchema = z.discriminatedUnion("kind", [
  blackhole.schema,
  reset.schema,
  latency.schema,
  bandwidth.schema,
  slowClose.schema,
  dropKeepAlives.schema,
  dropWatchEvents.schema,
  loss.schema,
  reorder.schema,
  duplicate.schema,
  pause.schema,
  clockDrift.schema,
  etcdDown.schema,
  rpcError.schema,
  rpcDelay.schema,
]);

/** The kind of that name; its methods take a spec of that kind alone. Throws a FaultError that names all kinds. */
export function faultKind(name: unknown): FaultKind {
  if (typeof name === "string" && Object.hasOwn(faultKinds, name)) {
    return faultKinds[name as FaultName] as unknown as FaultKind;
  }
  const said = name === undefined ? "kind is missing" : `kind is ${JSON.stringify(name)}`;
  throw new FaultError(`${said}; it is one of ${faultNames.join(", ")}`);
}

/** A fault in words, as one line: `lnd-1:etcd carries nothing`. */
export function describeFault(spec: FaultSpec): string {
  return faultKind(spec.kind).describe(spec);
}
