export type { Backend } from "./backend.ts";
export type { Choice, ElectionSight, Standing, Turn } from "./choose-leader.ts";
export { type LeaderProxy, type LeaderProxyOptions, startLeaderProxy } from "./leader-proxy.ts";
export {
  type Leadership,
  LeaderTracker,
  type LeaderTrackerOptions,
  type LeaderTurn,
} from "./leader-tracker.ts";
export type { GateCounters, GateName } from "./proxy-counters.ts";
export { stateConnectionOver } from "./rpc-state-connection.ts";
export type { Gate } from "./sockets/gate.ts";
export { parseAddress, type SocketAddress } from "./sockets/parse-address.ts";
export { defaultGateTimings, type GateTimings } from "./sockets/routed-connection.ts";
export type { StateConnection, StateSource } from "./state-source.ts";
export { defaultTimings, type TrackerTimings } from "./tracker-timings.ts";
export { getsTraffic, type TrafficContract, trafficContracts } from "./traffic-contract.ts";
