import * as lnd from "@leaderlab/proto/lnd";
import { type Implementation, implement } from "@leaderlab/rpc";

/**
 * lnd's services of which nothing is simulated. Their calls pass the gates of state and macaroon as any other, and are
 * then refused as unknown methods.
 */
export function createUnsimulatedServices(): readonly Implementation[] {
  return [
    implement(lnd.router, {}),
    implement(lnd.invoices, {}),
    implement(lnd.walletKit, {}),
    implement(lnd.signer, {}),
    implement(lnd.chainKit, {}),
    implement(lnd.chainNotifier, {}),
    implement(lnd.peers, {}),
    implement(lnd.autopilot, {}),
    implement(lnd.neutrinoKit, {}),
    implement(lnd.watchtower, {}),
    implement(lnd.watchtowerClient, {}),
  ];
}
