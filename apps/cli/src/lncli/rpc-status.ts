import { RpcError, type StatusCode } from "@leaderlab/rpc/client";
import { LncliError, lncliTexts, lndTexts } from "./lncli-texts.ts";
import type { Verb } from "./verb.ts";

/** A refusal as grpc-go prints it: `rpc error: code = Unknown desc = wallet not found`. */
export function describeStatus({ code, message }: RpcError): string {
  return lncliTexts.status(goCode(code), message);
}

/** grpc-go's name of a code: `DeadlineExceeded`. */
function goCode(code: StatusCode): string {
  if (code === "CANCELLED") return "Canceled";
  if (code === "OK") return code;
  return code
    .split("_")
    .map((word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
    .join("");
}

/** A refusal with what it came in the way of. grpc-go keeps its code and puts the whole of it behind the words. */
export function wrapStatus(words: string, error: unknown): unknown {
  if (!(error instanceof RpcError)) return error;
  return new RpcError(error.code, `${words}: ${describeStatus(error)}`);
}

const startupVerbs = ["create", "createwatchonly", "unlock", "changepassword"];

/**
 * A failed verb as lncli ends with it: two of lnd's refusals get words of their own. Anything that is no refusal is
 * given back as it is. Mirrors: lncli actionDecorator.
 */
export function endingError(error: unknown, verb: Pick<Verb, "name" | "isUndecorated">): unknown {
  if (!(error instanceof RpcError)) return error;
  if (verb.isUndecorated === true) return new LncliError(describeStatus(error));
  const says = (text: string) => error.code === "UNKNOWN" && error.message.includes(text);
  if (says(lndTexts.walletUnlocked) && startupVerbs.includes(verb.name)) {
    return new LncliError(lncliTexts.alreadyUnlocked);
  }
  if (says(lndTexts.walletLocked)) return new LncliError(lncliTexts.walletEncrypted);
  return new LncliError(describeStatus(error));
}
