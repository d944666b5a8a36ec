/*
 * The timing calculator's formulas without its simulations, which take a cluster and are in the package itself.
 */
export {
  computeTimings,
  seconds,
  type Timing,
  type TimingName,
  timingOf,
} from "./compute-timings.ts";
export { type Suggestion, suggestSettings, type TimingTarget } from "./suggest-settings.ts";
export {
  defaultProbe,
  defaultTakeover,
  fixedTimes,
  type ProbeSettings,
  type TimingSettings,
} from "./timing-settings.ts";
