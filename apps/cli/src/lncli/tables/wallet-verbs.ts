import { text, yes } from "../flag.ts";
import type { Verb } from "../verb.ts";

const category = "Wallet";
const needsMacaroon = true;

/** The verbs about keys, addresses and balances. */
export const walletVerbs: readonly Verb[] = [
  {
    name: "newaddress",
    category,
    usage: "Gives a new address.",
    takes: "address-type",
    description: ["The type is p2wkh, np2wkh (nested in p2sh) or p2tr."],
    flags: [
      text("account", "the account to take it from; a simulated wallet has the default one"),
      yes("unused", "give the last address again while nothing has been paid to it"),
    ],
    needsMacaroon,
    connectsLate: true,
    load: async () => (await import("../verbs/wallet.ts")).runNewAddress,
  },
  {
    name: "walletbalance",
    category,
    usage: "Tells how much is in the wallet.",
    flags: [text("account", "of this account only")],
    needsMacaroon,
    load: async () => (await import("../verbs/wallet.ts")).runWalletBalance,
  },
  {
    name: "signmessage",
    category,
    usage: "Signs a message with the node's key.",
    takes: "msg",
    flags: [text("msg", "the message")],
    needsMacaroon,
    load: async () => (await import("../verbs/wallet.ts")).runSignMessage,
  },
  {
    name: "verifymessage",
    category,
    usage: "Tells which key a message was signed with.",
    takes: "msg signature",
    description: ["valid is true only for keys of nodes that are in the graph."],
    flags: [text("msg", "the message"), text("sig", "its signature, in zbase32")],
    needsMacaroon,
    load: async () => (await import("../verbs/wallet.ts")).runVerifyMessage,
  },
];
