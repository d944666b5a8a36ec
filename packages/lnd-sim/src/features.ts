/** A feature as lnd names it. */
interface FeatureName {
  readonly name: string;
  readonly is_required: boolean;
  readonly is_known: boolean;
}

/** Names by the even one of a feature's two bits. Mirrors: lnd lnwire.Features. */
const names: { readonly [evenBit: number]: string } = {
  0: "data-loss-protect",
  4: "upfront-shutdown-script",
  6: "gossip-queries",
  8: "tlv-onion",
  10: "ext-gossip-queries",
  12: "static-remote-key",
  14: "payment-addr",
  16: "multi-path-payments",
  18: "wumbo-channels",
  20: "anchor-commitments",
  22: "anchors-zero-fee-htlc-tx",
  24: "route-blinding",
  26: "shutdown-any-segwit",
  30: "amp",
  34: "quiescence",
  38: "onion-messages",
  44: "explicit-commitment-type",
  46: "scid-alias",
  50: "zero-conf",
  54: "keysend",
  260: "accountable-x",
};

/** Bits as lnd tells of them. */
export function describeFeatures(bits: readonly number[]): { readonly [bit: string]: FeatureName } {
  return Object.fromEntries(
    bits.map((bit) => {
      const name = names[bit & ~1];
      return [
        bit,
        { name: name ?? "unknown", is_required: bit % 2 === 0, is_known: name !== undefined },
      ];
    }),
  );
}

/** What lnd announces of the node itself. */
export const nodeFeatures = [0, 5, 7, 8, 12, 14, 17, 25, 27, 30, 31, 35, 39, 44, 261] as const;
/** What it announces to the graph. */
export const graphFeatures = nodeFeatures.filter((bit) => bit !== 30);
/** What stands in an invoice. */
export const invoiceFeatures = [8, 14, 17, 25] as const;
/** What stands in an invoice that may be paid several times over. */
export const ampInvoiceFeatures = [8, 14, 30] as const;
