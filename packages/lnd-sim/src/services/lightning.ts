import * as lnd from "@leaderlab/proto/lnd";
import { type Implementation, implement } from "@leaderlab/rpc";
import { describeNode, type NodeFacts } from "../describe-node.ts";

export interface LightningParts {
  /** Asked at each call, since it is known only when the wallet is open. */
  facts(): NodeFacts;
  /** Begins a graceful stop; the call is answered first. */
  requestShutdown(): void;
}

/** lnd's Lightning service, as far as it is simulated. */
export function createLightningService(parts: LightningParts): Implementation {
  return implement(lnd.lightning, {
    GetInfo: () => describeNode(parts.facts()),
    StopDaemon() {
      parts.requestShutdown();
      return { status: "shutdown initiated, check logs for progress" };
    },
  });
}
