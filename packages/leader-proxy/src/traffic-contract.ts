import type { WalletState } from "@leaderlab/proto/lnd";

/**
 * Which states get traffic. `serving`: SERVER_ACTIVE alone, in which every call works. `leader`: anything but
 * WAITING_TO_START, as lnd's guide means it, so that a leader's wallet can be unlocked through the proxy.
 */
export const trafficContracts = ["serving", "leader"] as const;

/** The name of one. */
export type TrafficContract = (typeof trafficContracts)[number];

/** Whether a node in this state gets traffic. A state that lnd does not have gets none. */
export function getsTraffic(state: WalletState | number, contract: TrafficContract): boolean {
  if (contract === "serving") return state === "SERVER_ACTIVE";
  return typeof state === "string" && state !== "WAITING_TO_START";
}
