export {
  type AcceptedConfig,
  type ConfigExit,
  type LndConfigOutcome,
  parseLndConfig,
} from "./config/config.ts";
export { ConfError } from "./config/lnd-conf.ts";
export type { LndConfig } from "./config/lnd-config.ts";
export { createMadeUpEnvironment } from "./config/made-up-environment.ts";
export {
  type LeaderSettings,
  leaderSettingFlags,
  readLeaderSettings,
} from "./config/read-leader-settings.ts";
export { lndErrors } from "./errors.ts";
export type { Files } from "./files.ts";
export { type KnobSettings, plainKnobs } from "./knobs/knob-settings.ts";
export { Knobs } from "./knobs/knobs.ts";
export { KnobError, parseKnobChanges } from "./knobs/parse-knob-changes.ts";
export { ListenError } from "./listeners.ts";
export { type LndNode, type LndNodeParts, startLndNode } from "./lnd-node.ts";
export { createTextLog, type Log, type LogLevel, silentLog } from "./log.ts";
export type { NodeEvent, NodeExit } from "./node-events.ts";
export { createFolderNetwork, maxFolderBytes } from "./payments/folder-network.ts";
export { createLightningNetwork, type LightningNetwork } from "./payments/lightning-network.ts";
export type { StretchSecret } from "./stretch-secret.ts";
export type {
  EtcdConnection,
  OpenPorts,
  OpenPortsOptions,
  Surroundings,
} from "./surroundings.ts";
export { thisMachine } from "./this-machine.ts";
export { type WalletState, walletStates } from "./wallet-state.ts";
