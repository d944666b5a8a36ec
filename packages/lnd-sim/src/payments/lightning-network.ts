import type { IncomingPayment, PaymentOutcome } from "../invoices/invoice-book.ts";

/** Takes a payment for a node, or refuses it. Never rejects, but with the signal's reason. */
export type Receive = (payment: IncomingPayment, signal: AbortSignal) => Promise<PaymentOutcome>;

/**
 * How nodes reach each other with payments: those that have joined one network. It stands for channels, which are not
 * simulated: any amount gets through, without a fee.
 */
export interface LightningNetwork {
  /** Makes a node known by its public key, in hexadecimal; the returned function ends that. */
  join(identity: string, receive: Receive): () => void;
  /** The node of a public key; undefined when none has joined with it. */
  find(identity: string): Receive | undefined;
}

/** A network inside this process, without nodes. */
export function createLightningNetwork(): LightningNetwork {
  const nodes = new Map<string, Receive>();
  return {
    join(identity, receive) {
      nodes.set(identity, receive);
      return () => {
        // Another node may have taken over the same identity meanwhile.
        if (nodes.get(identity) === receive) nodes.delete(identity);
      };
    },
    find: (identity) => nodes.get(identity),
  };
}
