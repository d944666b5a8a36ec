import * as lnd from "@leaderlab/proto/lnd";
import { RpcError } from "@leaderlab/rpc/client";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { printReply } from "../print-reply.ts";
import type { VerbCall } from "../verb.ts";
import { paymentTable } from "./payment-table.ts";

/** Up one line, which is erased. */
const eraseLine = "\u001b[1A\u001b[2K";

/**
 * Shows a payment as it changes until it has ended, and gives its end: as JSON, or as a table that is drawn anew in its
 * own place. Rejects with what breaks the stream. Mirrors: lncli PrintLivePayment.
 */
export async function showLivePayment(
  { connection, terminal }: Pick<VerbCall, "connection" | "terminal">,
  payments: AsyncIterable<lnd.Payment>,
  { isJson, signal }: { readonly isJson: boolean; readonly signal: AbortSignal },
): Promise<lnd.Payment> {
  const names = new Map<string, string>();
  const nameOf = async (pub_key: string) => {
    const name = names.get(pub_key) ?? (await askName(connection, pub_key, signal));
    names.set(pub_key, name);
    return name;
  };
  let shownLines: number | undefined;
  for await (const payment of payments) {
    if (isJson) {
      if (shownLines !== undefined) terminal.out("\n");
      shownLines = 0;
      printReply(terminal, "lnrpc.Payment", payment);
    } else {
      const table = await paymentTable(payment, nameOf);
      terminal.out(`${eraseLine.repeat(shownLines ?? 0)}${table}`);
      shownLines = table.split("\n").length - 1;
    }
    if (payment.status !== "IN_FLIGHT" && payment.status !== "INITIATED") return payment;
  }
  throw new LncliError(lncliTexts.endOfInput);
}

/** A node without a name in the graph goes by the beginning of its key. */
async function askName(
  connection: VerbCall["connection"],
  pub_key: string,
  signal: AbortSignal,
): Promise<string> {
  try {
    const { node } = await connection.unary(lnd.lightning.methods.GetNodeInfo, { pub_key }, signal);
    return node?.alias ?? pub_key.slice(0, 6);
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return pub_key.slice(0, 6);
  }
}
