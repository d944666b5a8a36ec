import { GoValueError, parseGoBool } from "@leaderlab/golang";
import { configTexts } from "./config-texts.ts";

/** Every gate of etcd 3.6 with what it is without being set. Mirrors: etcd server/features. */
const gates: ReadonlyMap<string, { readonly stage: "alpha" | "beta"; readonly isOn: boolean }> =
  new Map([
    ["CompactHashCheck", { stage: "alpha", isOn: false }],
    ["InitialCorruptCheck", { stage: "alpha", isOn: false }],
    ["LeaseCheckpoint", { stage: "alpha", isOn: false }],
    ["LeaseCheckpointPersist", { stage: "alpha", isOn: false }],
    ["SetMemberLocalAddr", { stage: "alpha", isOn: false }],
    ["StopGRPCServiceOnDefrag", { stage: "alpha", isOn: false }],
    ["TxnModeWriteWithSharedBuffer", { stage: "beta", isOn: true }],
  ]);
const stages: ReadonlyMap<string, "alpha" | "beta"> = new Map([
  ["AllAlpha", "alpha"],
  ["AllBeta", "beta"],
]);

/** The gate that each flag of old stands for. Mirrors: etcd features.ExperimentalFlagToFeatureMap. */
export const gateFlags: ReadonlyMap<string, string> = new Map([
  ["experimental-stop-grpc-service-on-defrag", "StopGRPCServiceOnDefrag"],
  ["experimental-initial-corrupt-check", "InitialCorruptCheck"],
  ["experimental-compact-hash-check-enabled", "CompactHashCheck"],
  ["experimental-txn-mode-write-with-shared-buffer", "TxnModeWriteWithSharedBuffer"],
  ["experimental-enable-lease-checkpoint", "LeaseCheckpoint"],
  ["experimental-enable-lease-checkpoint-persist", "LeaseCheckpointPersist"],
]);

/** Which gates a text such as `LeaseCheckpoint=true,AllBeta=false` sets. Throws GoValueError in etcd's words. */
export function parseFeatureGates(text: string): ReadonlyMap<string, boolean> {
  const set = new Map<string, boolean>();
  for (const pair of text.split(",").filter((part) => part !== "")) {
    const [, name = "", value] = /^([^=]*)(?:=(.*))?$/s.exec(pair) ?? [];
    const gate = name.trim();
    if (value === undefined) throw new GoValueError(configTexts.missingGateValue(gate));
    set.set(gate, readBool(gate, value.trim()));
  }
  for (const [gate, isOn] of [...set]) {
    const stage = stages.get(gate);
    if (stage === undefined && !gates.has(gate)) {
      throw new GoValueError(configTexts.unknownGate(gate));
    }
    for (const [name, known] of gates)
      if (known.stage === stage && !set.has(name)) set.set(name, isOn);
  }
  return set;
}

function readBool(gate: string, text: string): boolean {
  try {
    return parseGoBool(text);
  } catch (error) {
    const { message } = error as Error;
    throw new GoValueError(configTexts.invalidGateValue(gate, text, message));
  }
}

/** Whether a gate is on, given what was set. */
export function isGateOn(set: ReadonlyMap<string, boolean>, gate: string): boolean {
  return set.get(gate) ?? gates.get(gate)?.isOn ?? false;
}
