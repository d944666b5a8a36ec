import * as lnd from "@leaderlab/proto/lnd";
import { RpcError } from "@leaderlab/rpc/client";
import { lncliTexts } from "../lncli-texts.ts";
import { printReply } from "../print-reply.ts";
import type { RunVerb } from "../verb.ts";

/**
 * `lncli state`: the state that the node is in, which needs neither a wallet nor a macaroon. It takes the first message
 * of the stream of states and hangs up. A signal ends it as it ends any program.
 */
export const runState: RunVerb = async ({ connection, terminal }) => {
  const { SubscribeState } = lnd.state.methods;
  for await (const reply of connection.serverStream(SubscribeState, {})) {
    printReply(terminal, SubscribeState.responseType, reply);
    return;
  }
  throw new RpcError("UNAVAILABLE", lncliTexts.connectionLost);
};
