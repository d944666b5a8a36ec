import type * as lnd from "@leaderlab/proto/lnd";
import type { Handlers } from "@leaderlab/rpc";
import type { NodeFacts } from "../../describe-node.ts";
import type { LogLevels } from "../../log-levels.ts";
import type { ServedNode } from "../../served-node.ts";

/** What the calls of lnd's services work with. */
export interface LightningParts {
  /** Asked at each call, since it is known only when the wallet is open. */
  facts(): NodeFacts;
  /** Throws LndError while the wallet is not open: then the gates have let nobody in but StopDaemon. */
  served(): ServedNode;
  /** Begins a graceful stop; the call is answered first. */
  requestShutdown(): void;
  readonly logLevels: LogLevels;
  /** `--no-macaroons` */
  readonly hasMacaroons: boolean;
}

/** Some of the calls of lnd's Lightning service. */
export type LightningHandlers = Handlers<lnd.LightningService>;
