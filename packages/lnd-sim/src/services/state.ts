import * as lnd from "@leaderlab/proto/lnd";
import { type Implementation, implement } from "@leaderlab/rpc";
import type { StateHub } from "../state-hub.ts";

/** lnd's State service: it answers in every state, without a macaroon. */
export function createStateService(hub: StateHub): Implementation {
  return implement(lnd.state, {
    GetState: () => ({ state: hub.state }),
    async *SubscribeState(_request, call) {
      for await (const state of hub.subscribe(call.signal)) yield { state };
    },
  });
}
