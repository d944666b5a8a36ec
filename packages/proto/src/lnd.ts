import type * as gen from "./gen/lnd.ts";
import type * as autopilotGen from "./gen/lnd-autopilot.ts";
import type * as chainGen from "./gen/lnd-chain.ts";
import type * as invoicesGen from "./gen/lnd-invoices.ts";
import type * as neutrinoGen from "./gen/lnd-neutrino.ts";
import type * as peersGen from "./gen/lnd-peers.ts";
import type * as routerGen from "./gen/lnd-router.ts";
import { lndSchema } from "./gen/lnd-schema.ts";
import type * as signerGen from "./gen/lnd-signer.ts";
import type * as walletKitGen from "./gen/lnd-walletkit.ts";
import type * as watchtowerGen from "./gen/lnd-watchtower.ts";
import type * as wtclientGen from "./gen/lnd-wtclient.ts";
import { addSchema } from "./known-schema.ts";
import { loadService } from "./load.ts";

export type * from "./gen/lnd.ts";
export type * as invoicesrpc from "./gen/lnd-invoices.ts";
export type * as routerrpc from "./gen/lnd-router.ts";
export type * as walletrpc from "./gen/lnd-walletkit.ts";

addSchema(lndSchema);

/** lnd's State service: answers in every wallet state. */
export const state = loadService<gen.StateService>("lnd", "lnrpc.State");
/** lnd's WalletUnlocker service: creates and opens the wallet. */
export const walletUnlocker = loadService<gen.WalletUnlockerService>("lnd", "lnrpc.WalletUnlocker");
/** lnd's main service. */
export const lightning = loadService<gen.LightningService>("lnd", "lnrpc.Lightning");
/** lnd's Versioner service: what `lncli version` asks. */
export const versioner = loadService<gen.VersionerService>("lnd", "verrpc.Versioner");
/** lnd's Router service: payments. */
export const router = loadService<routerGen.RouterService>("lnd", "routerrpc.Router");
/** lnd's Invoices service: hold invoices. */
export const invoices = loadService<invoicesGen.InvoicesService>("lnd", "invoicesrpc.Invoices");
/** lnd's WalletKit service: the on-chain wallet. */
export const walletKit = loadService<walletKitGen.WalletKitService>("lnd", "walletrpc.WalletKit");
/** lnd's Signer service. */
export const signer = loadService<signerGen.SignerService>("lnd", "signrpc.Signer");
/** lnd's ChainKit service: blocks. */
export const chainKit = loadService<chainGen.ChainKitService>("lnd", "chainrpc.ChainKit");
/** lnd's ChainNotifier service: news of the chain. */
export const chainNotifier = loadService<chainGen.ChainNotifierService>(
  "lnd",
  "chainrpc.ChainNotifier",
);
/** lnd's Peers service: the node's announcement. */
export const peers = loadService<peersGen.PeersService>("lnd", "peersrpc.Peers");
/** lnd's Autopilot service. */
export const autopilot = loadService<autopilotGen.AutopilotService>(
  "lnd",
  "autopilotrpc.Autopilot",
);
/** lnd's NeutrinoKit service: the light client's own calls. */
export const neutrinoKit = loadService<neutrinoGen.NeutrinoKitService>(
  "lnd",
  "neutrinorpc.NeutrinoKit",
);
/** lnd's Watchtower service. */
export const watchtower = loadService<watchtowerGen.WatchtowerService>(
  "lnd",
  "watchtowerrpc.Watchtower",
);
/** lnd's WatchtowerClient service. */
export const watchtowerClient = loadService<wtclientGen.WatchtowerClientService>(
  "lnd",
  "wtclientrpc.WatchtowerClient",
);
