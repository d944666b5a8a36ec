import type { NodeSnapshot } from "./wire.ts";

/** Commands for a terminal on the machine where the lab runs, ready to paste. */

/** Asks a node for its wallet state over REST. */
export function curlState({ restAddress }: NodeSnapshot): string {
  return `curl -sk https://${restAddress}/v1/state`;
}

/** Asks a node for its wallet state over gRPC, as lncli does. */
export function lncliState({ rpcAddress, tlsCertPath }: NodeSnapshot): string {
  const folder = tlsCertPath.replace(/[/\\][^/\\]*$/, "");
  const lndDir = shellQuote(`--lnddir=${folder}`);
  return `npx leaderlab lncli --network=regtest ${lndDir} --rpcserver=${rpcAddress} state`;
}

/** A word that a POSIX shell takes as it is. */
function shellQuote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
