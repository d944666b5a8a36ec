import type * as gen from "./gen/lnd.ts";
import { loadService } from "./load.ts";

export type * from "./gen/lnd.ts";

/** lnd's State service: answers in every wallet state. */
export const state = loadService<gen.StateService>("lnd", "lnrpc.State");
/** lnd's WalletUnlocker service: creates and opens the wallet. */
export const walletUnlocker = loadService<gen.WalletUnlockerService>("lnd", "lnrpc.WalletUnlocker");
/** lnd's main service, as far as it is simulated. */
export const lightning = loadService<gen.LightningService>("lnd", "lnrpc.Lightning");
/** lnd's Versioner service: what `lncli version` asks. */
export const versioner = loadService<gen.VersionerService>("lnd", "verrpc.Versioner");
