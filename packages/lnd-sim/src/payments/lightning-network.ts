import type { IncomingPayment, PaymentOutcome } from "../invoices/invoice-book.ts";

/**
 * What a payer hears of a payment that it sent: its outcome; or that its payee went away before it told one, so that
 * the payment stays under way and is to be sent once more.
 */
export type Reply = PaymentOutcome | { readonly outcome: "lost" };

/** Takes a payment for a node, or refuses it. Never rejects, but with the signal's reason. */
export type Receive = (payment: IncomingPayment, signal: AbortSignal) => Promise<Reply>;

/**
 * How nodes reach each other with payments: those that have joined one network. It stands for channels, which are not
 * simulated: any amount gets through, without a fee.
 */
export interface LightningNetwork {
  /**
   * Makes a node known by its public key, in hexadecimal; the returned function ends that. Who joins last under a key
   * is the one that is found. Rejects when the network cannot be joined.
   */
  join(identity: string, receive: Receive): Promise<() => void>;
  /** The node of a public key; undefined when none is there with it now. */
  find(identity: string): Promise<Receive | undefined>;
}

/** A network inside this process, without nodes. */
export function createLightningNetwork(): LightningNetwork {
  const nodes = new Map<string, Receive>();
  return {
    async join(identity, receive) {
      nodes.set(identity, receive);
      return () => {
        // Another node may have taken over the same identity meanwhile.
        if (nodes.get(identity) === receive) nodes.delete(identity);
      };
    },
    find: async (identity) => nodes.get(identity),
  };
}
