export { type Clock, nothingSettled, type Timer } from "./clock.ts";
export { createHostClock, type HostClock, type HostClockOptions } from "./host-clock.ts";
export { createSeededRandom, createSystemRandom, type Random } from "./random.ts";
export { createScaledClock, type ScaledClock } from "./scaled-clock.ts";
export {
  createVirtualClock,
  type VirtualClock,
  type VirtualClockOptions,
} from "./virtual-clock.ts";
