import type { Clock, Random } from "@leaderlab/clock";
import { type AddressBook, createAddressBook } from "./addresses.ts";
import { type ChannelBackup, createChannelBackup } from "./backup/channel-backup.ts";
import { type NetworkParams, networkParams } from "./chain/network-params.ts";
import type { LndConfig } from "./config/lnd-config.ts";
import type { KeyValueStore } from "./db/key-value-store.ts";
import type { InvoiceMaker } from "./invoices/draft-invoice.ts";
import { InvoiceBook } from "./invoices/invoice-book.ts";
import { createInvoiceStore } from "./invoices/invoice-store.ts";
import type { Log } from "./log.ts";
import type { MacaroonService } from "./macaroon-service.ts";
import { createNodeKeys, type NodeKeys } from "./node-keys.ts";
import type { LightningNetwork, Receive } from "./payments/lightning-network.ts";
import { PaymentBook } from "./payments/payment-book.ts";
import { createPaymentStore } from "./payments/payment-store.ts";

/** What a node serves from once its wallet is open: keys, and what its database holds. */
export interface ServedNode {
  readonly keys: NodeKeys;
  /** The identity in hexadecimal. */
  readonly identity: string;
  readonly network: NetworkParams;
  readonly invoices: InvoiceBook;
  readonly invoiceMaker: InvoiceMaker;
  readonly payments: PaymentBook;
  readonly addresses: AddressBook;
  readonly backup: ChannelBackup;
  readonly macaroons: MacaroonService;
}

/** What a served node is made of. */
export interface ServedNodeParts {
  readonly config: Pick<LndConfig, "network" | "coinType">;
  readonly store: KeyValueStore;
  /** 16 bytes, from which every key comes. */
  readonly entropy: Uint8Array;
  readonly macaroons: MacaroonService;
  readonly lightning: LightningNetwork;
  readonly blockHeight: () => number;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Aborts when the node is to stop. */
  readonly signal: AbortSignal;
}

/**
 * Puts a served node together. It takes payments until the signal aborts; those that it holds then are lost to their
 * payers, who send them again. Rejects when the node's network cannot be joined.
 */
export async function createServedNode(parts: ServedNodeParts): Promise<ServedNode> {
  const { config, store, clock, random, signal, lightning, log } = parts;
  const keys = createNodeKeys(parts.entropy, config.coinType);
  const network = networkParams(config.network);
  const identity = keys.identity.toString("hex");
  const invoices = new InvoiceBook(createInvoiceStore(store), clock);
  const payments = new PaymentBook({
    store: createPaymentStore(store),
    identity,
    network: lightning,
    clock,
    blockHeight: parts.blockHeight,
    signal,
    onFault: (error) => log("ERR", "CRTR", `Payment failed: ${error}`),
  });
  const receive = receiveUntil(signal, invoices, (error) => log("ERR", "INVC", String(error)));
  const leave = await lightning.join(identity, receive);
  if (signal.aborted) leave();
  else signal.addEventListener("abort", leave, { once: true });
  return {
    keys,
    identity,
    network,
    invoices,
    invoiceMaker: { keys, network, clock, random },
    payments,
    addresses: createAddressBook(store, keys, network),
    backup: createChannelBackup(keys, random),
    macaroons: parts.macaroons,
  };
}

/** How a node takes payments until it ends: without a database there is no telling what became of one. */
function receiveUntil(
  ended: AbortSignal,
  invoices: InvoiceBook,
  onFault: (error: unknown) => void,
): Receive {
  return async (payment, signal) => {
    const either = AbortSignal.any([signal, ended]);
    try {
      const outcome = await invoices.receive(payment, either);
      return either.aborted ? { outcome: "lost" } : outcome;
    } catch (error) {
      if (!either.aborted) onFault(error);
      return { outcome: "lost" };
    }
  };
}
