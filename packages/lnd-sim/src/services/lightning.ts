import * as lnd from "@leaderlab/proto/lnd";
import { type Implementation, implement } from "@leaderlab/rpc";
import { chainHandlers } from "./lightning/chain-handlers.ts";
import { channelHandlers } from "./lightning/channel-handlers.ts";
import { eventHandlers } from "./lightning/event-handlers.ts";
import { invoiceHandlers } from "./lightning/invoice-handlers.ts";
import type { LightningParts } from "./lightning/lightning-parts.ts";
import { macaroonHandlers } from "./lightning/macaroon-handlers.ts";
import { messageHandlers } from "./lightning/message-handlers.ts";
import { nodeHandlers } from "./lightning/node-handlers.ts";
import { paymentHandlers } from "./lightning/payment-handlers.ts";
import { peerHandlers } from "./lightning/peer-handlers.ts";

/** lnd's Lightning service, as far as it is simulated. */
export function createLightningService(parts: LightningParts): Implementation {
  return implement(lnd.lightning, {
    ...nodeHandlers(parts),
    ...chainHandlers(parts),
    ...channelHandlers(parts),
    ...peerHandlers(parts),
    ...eventHandlers(),
    ...invoiceHandlers(parts),
    ...paymentHandlers(parts),
    ...macaroonHandlers(parts),
    ...messageHandlers(parts),
  });
}
