export { KnobError, type KnobSettings, parseKnobChanges } from "@leaderlab/lnd-sim";
export { type AwaitEventOptions, awaitEvent } from "./await-event.ts";
export {
  type AcknowledgedInvoice,
  type FailedInvoice,
  type InvoiceWorkload,
  type InvoiceWorkloadParts,
  startInvoiceWorkload,
} from "./clients/invoice-workload.ts";
export {
  type ReadinessNews,
  type ReadinessProbes,
  type ReadinessProbesParts,
  startReadinessProbes,
} from "./clients/readiness-probes.ts";
export {
  type ClusterOptions,
  type MemoryClusterOptions,
  type SocketsClusterOptions,
  startCluster,
  walletPassword,
} from "./cluster.ts";
export { type ClusterNode, NodeStateError, type NodeStatus } from "./cluster-node.ts";
export type { EtcdProcess } from "./etcd-process.ts";
export {
  type ActiveFault,
  type ClusterLink,
  describeFault,
  FaultError,
  type FaultField,
  type FaultName,
  type FaultSpec,
  faultKinds,
  faultNames,
  fieldsOfFault,
  type InjectOptions,
  type LinkFaultName,
  parseFaultSpec,
} from "./faults/index.ts";
export type {
  InvariantReport,
  InvariantStanding,
  ReportedViolation,
  WindowStanding,
} from "./invariants/invariant-report.ts";
export {
  type InvariantName,
  invariantNames,
  invariantTable,
} from "./invariants/invariant-table.ts";
export { type ClosedWindow, type WindowName, windowNames } from "./invariants/window-table.ts";
export type { EtcdEndpoint } from "./node-flags.ts";
export { type Peer, type PeerOptions, startPeer } from "./peer.ts";
export type { ClusterProxy, ProxySnapshot } from "./proxy/cluster-proxy.ts";
export type { ProxySettings } from "./proxy/fabric-proxy.ts";
export type { Cluster } from "./running-cluster.ts";
export * from "./scenarios/index.ts";
export { runScenario, type ScenarioOutcome, scenarioCluster } from "./scenarios/run-scenario.ts";
export { drawSchedule, type FaultProfile, faultProfiles } from "./simulation/chaos.ts";
export { type RecordedRun, type ReplayOutcome, recordedRun, replay } from "./simulation/replay.ts";
export { type FailingRun, type ShrinkOptions, shrink } from "./simulation/shrink.ts";
export {
  type SimulationHooks,
  type SimulationOptions,
  type SimulationResult,
  simulate,
  type Violation,
  type WindowTally,
} from "./simulation/simulate.ts";
export { describeSpan, type Span } from "./simulation/span.ts";
export {
  type ClusterSnapshot,
  describeActive,
  type FaultSnapshot,
  type NodeSnapshot,
  type QueuedKey,
} from "./snapshot.ts";
export type { PostgresOptions } from "./start-database.ts";
export type { TimeControl, TimeMode } from "./time-control.ts";
export { TimeError } from "./time-error.ts";
export type { Happening, Timeline, TimelineEvent } from "./timeline.ts";
export { causesOf } from "./timeline-causes.ts";
export {
  parseTimeline,
  type TimelineFile,
  TimelineFileError,
  type TimelineHeader,
  timelineEventLine,
  timelineHeaderLine,
  writeTimeline,
} from "./timeline-file.ts";
export * from "./timing/index.ts";
export {
  type SimulatedTimings,
  type SimulateTimingsOptions,
  simulatedTimings,
  simulateTimings,
  type TimingDistribution,
} from "./timing/simulate-timings.ts";
