import { getinfo } from "./getinfo.ts";
import { grpcHealth } from "./grpc-health.ts";
import { keyCase } from "./key-case.ts";
import { livenessRestartsStandby } from "./liveness-restarts-standby.ts";
import { missingProgram } from "./missing-program.ts";
import { oneSpace } from "./one-space.ts";
import { passesWhileWaiting } from "./passes-while-waiting.ts";
import { pipefail } from "./pipefail.ts";
import type { ProbeRule } from "./probe-rule.ts";
import { shortStartup } from "./short-startup.ts";
import { sleepsTooLong } from "./sleeps-too-long.ts";
import { statusOnly } from "./status-only.ts";
import { stopsAtRpcActive } from "./stops-at-rpc-active.ts";
import { tooEarly } from "./too-early.ts";
import { unanchoredLocked } from "./unanchored-locked.ts";

/** The rules about probes, in the order of their ids. */
export const probeRules: readonly ProbeRule[] = [
  keyCase,
  statusOnly,
  pipefail,
  missingProgram,
  unanchoredLocked,
  livenessRestartsStandby,
  shortStartup,
  oneSpace,
  sleepsTooLong,
  getinfo,
  grpcHealth,
  tooEarly,
  passesWhileWaiting,
  stopsAtRpcActive,
];
