import * as lnd from "@leaderlab/proto/lnd";
import type { RpcClient } from "@leaderlab/rpc/client";
import type { StateConnection } from "./state-source.ts";

const { GetState, SubscribeState } = lnd.state.methods;

/** The State service over a client of its own, which is closed with it and makes no second connection before that. */
export function stateConnectionOver(client: RpcClient): StateConnection {
  return {
    async *states() {
      for await (const { state } of client.serverStream(SubscribeState, {})) yield state;
      throw new Error("the stream of states ended");
    },
    async state() {
      const { state } = await client.unary(GetState, {});
      return state;
    },
    close: () => client.close(),
  };
}
