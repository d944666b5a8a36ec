export { type OverTimeOptions, probeOverTime } from "./probe-over-time.ts";
export { timeScenarios } from "./time-scenarios.ts";
