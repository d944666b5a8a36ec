import type { MethodDefinition, MethodTypes } from "@leaderlab/proto";
import * as lnd from "@leaderlab/proto/lnd";
import { cancelOnSignal } from "../cancel-on-signal.ts";
import { printReply } from "../print-reply.ts";
import type { RunVerb, VerbCall } from "../verb.ts";

/**
 * A verb that calls one method of lnd and prints the reply. Its request is empty, unless `requestOf` makes it of the
 * command line; that may throw an LncliError, or give none: then there is nothing to call.
 */
export function callAndPrint<T extends MethodTypes & { kind: "unary"; response: object }>(
  methodOf: (services: typeof lnd) => MethodDefinition<T>,
  requestOf: (call: VerbCall) => T["requestInput"] | undefined = () => ({}),
): RunVerb {
  return async (call) => {
    const method = methodOf(lnd);
    const request = requestOf(call);
    if (request === undefined) return;
    const reply = await call.connection.unary<T>(method, request, cancelOnSignal(call.terminal));
    printReply(call.terminal, method.responseType, reply);
  };
}
