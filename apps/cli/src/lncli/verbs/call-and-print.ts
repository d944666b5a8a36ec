import type { MethodDefinition, MethodTypes } from "@leaderlab/proto";
import * as lnd from "@leaderlab/proto/lnd";
import { cancelOnSignal } from "../cancel-on-signal.ts";
import { printReply } from "../print-reply.ts";
import type { RunVerb } from "../verb.ts";

/**
 * A verb that calls one method of lnd, whose request need not say anything, and prints the reply: a row in the table of
 * verbs is all that it needs.
 */
export function callAndPrint<T extends MethodTypes & { kind: "unary"; response: object }>(
  methodOf: (services: typeof lnd) => MethodDefinition<T>,
): RunVerb {
  return async ({ connection, terminal }) => {
    const method = methodOf(lnd);
    const reply = await connection.unary<T>(method, {}, cancelOnSignal(terminal));
    printReply(terminal, method.responseType, reply);
  };
}
