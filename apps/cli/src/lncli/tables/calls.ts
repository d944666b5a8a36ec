import type { MethodDefinition, MethodTypes } from "@leaderlab/proto";
import type * as lnd from "@leaderlab/proto/lnd";
import type { RunVerb, Verb } from "../verb.ts";

/** How a verb comes to call a method without arguments and print the reply: a row in a table needs no more. */
export function calls<T extends MethodTypes & { kind: "unary"; response: object }>(
  methodOf: (services: typeof lnd) => MethodDefinition<T>,
): Pick<Verb, "needsMacaroon" | "load"> {
  const load = async (): Promise<RunVerb> =>
    (await import("../verbs/call-and-print.ts")).callAndPrint(methodOf);
  return { needsMacaroon: true, load };
}
