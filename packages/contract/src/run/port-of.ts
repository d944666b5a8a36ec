import type { HeldPorts } from "../lab/index.ts";
import { ProbeProblem } from "./run-settings.ts";

/** lnd's own ports. */
export const lndPorts: HeldPorts = { rest: 8080, rpc: 10_009 };

/** Where a probe of a port is led to. Throws a ProbeProblem for a port of which nobody said what listens there. */
export function portOf(port: number, ports: HeldPorts, known: HeldPorts): number {
  if (port === known.rest) return ports.rest;
  if (port === known.rpc) return ports.rpc;
  throw new ProbeProblem(
    `the probe asks port ${port}, and lnd's are taken to be ${known.rest} (REST) and ${known.rpc} (gRPC): ` +
      "say otherwise with --rest-port and --rpc-port",
  );
}
