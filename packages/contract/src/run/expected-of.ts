import { type HeldState, heldStates, type TrafficContract } from "../check-report.ts";
import type { ProbeRole } from "../probe.ts";

type Expected = "yes" | "no" | "either";

/** What the contract says of each state, for a probe that sends traffic and for one that restarts. */
interface StateRow {
  readonly serving: Expected;
  readonly leader: Expected;
  readonly liveness: Expected;
}

const standby: StateRow = { serving: "no", leader: "no", liveness: "yes" };
const opening: StateRow = { serving: "no", leader: "yes", liveness: "yes" };
const down: StateRow = { serving: "no", leader: "no", liveness: "either" };
/** It serves, but whoever asks may see that otherwise: by a certificate that is not its own, or at its timeout. */
const doubtful: StateRow = { serving: "either", leader: "either", liveness: "either" };

/**
 * The contract. A standby is healthy, whether it waits for the leader's place or, which looks the same, for its database
 * to migrate: nothing is to be sent to it, and a restart puts it at the end of the queue. A process that is gone or
 * stands still may be restarted, or found out by others.
 */
const rows: { readonly [S in HeldState]: StateRow } = {
  WAITING_TO_START: standby,
  NON_EXISTING: opening,
  LOCKED: opening,
  UNLOCKED: opening,
  RPC_ACTIVE: opening,
  SERVER_ACTIVE: { serving: "yes", leader: "yes", liveness: "yes" },
  migrating: standby,
  "nothing-listening": down,
  hanging: down,
  "stopped-leader": down,
  "tls-changed": doubtful,
  garbage: down,
  slow: doubtful,
};

/**
 * What the contract asks a probe to say of a state. A startup probe only has to pass once the node serves: whether its
 * budget outlasts a standby's wait is a matter of time (PROBE007), not of one answer.
 */
export function expectedOf(
  role: ProbeRole,
  state: HeldState,
  contract: TrafficContract,
): "yes" | "no" | "either" {
  switch (role) {
    case "readiness":
    case "waiter":
      return rows[state][contract];
    case "liveness":
      return rows[state].liveness;
    case "startup":
      return state === "SERVER_ACTIVE" ? "yes" : "either";
  }
}

/** Every state with what is expected of it, in the order of reports. */
export function expectationsOf(role: ProbeRole, contract: TrafficContract) {
  return heldStates.map((state) => ({ state, expected: expectedOf(role, state, contract) }));
}
