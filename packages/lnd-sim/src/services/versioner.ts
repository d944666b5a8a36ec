import * as lnd from "@leaderlab/proto/lnd";
import { type Implementation, implement } from "@leaderlab/rpc";
import { lndBuild } from "../config/lnd-version.ts";

/** lnd's Versioner service. */
export function createVersionerService(): Implementation {
  return implement(lnd.versioner, { GetVersion: () => lndBuild });
}
