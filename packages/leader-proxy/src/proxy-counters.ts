import type { Refusal } from "./refusal.ts";

/** The two ports that lead to the leader. */
export type GateName = "grpc" | "rest";

/** What one gate has done since it began. */
export interface GateCounters {
  accepted: number;
  routed: number;
  /** Cut because another one led, or nobody. */
  cut: number;
  readonly refused: { [R in Refusal]: number };
  bytesToLeader: number;
  bytesToClients: number;
}

/** All at 0. */
export function createGateCounters(): GateCounters {
  return {
    accepted: 0,
    routed: 0,
    cut: 0,
    refused: { noLeader: 0, unreachable: 0, tooMany: 0 },
    bytesToLeader: 0,
    bytesToClients: 0,
  };
}
