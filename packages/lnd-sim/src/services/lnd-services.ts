import type { Clock, Random } from "@leaderlab/clock";
import type { Implementation } from "@leaderlab/rpc";
import type { MacaroonPaths } from "../config/lnd-config.ts";
import type { Files } from "../files.ts";
import type { StateHub } from "../state-hub.ts";
import type { StretchSecret } from "../stretch-secret.ts";
import type { WalletDoor } from "../wallet-door.ts";
import { createInvoicesService } from "./invoices.ts";
import type { LightningParts } from "./lightning/lightning-parts.ts";
import { createLightningService } from "./lightning.ts";
import { createRouterService } from "./router.ts";
import { createSmallerServices } from "./smaller-services.ts";
import { createStateService } from "./state.ts";
import { createVersionerService } from "./versioner.ts";
import { createWalletUnlockerService } from "./wallet-unlocker.ts";

/** What lnd's services work with. */
export interface LndServicesParts extends LightningParts {
  readonly hub: StateHub;
  readonly door: WalletDoor;
  readonly macaroonPaths: MacaroonPaths;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: Files;
  readonly stretchSecret: StretchSecret;
}

/** Every service that lnd has. What is not simulated of them is refused behind the gates, as an unknown method. */
export function createLndServices(parts: LndServicesParts): readonly Implementation[] {
  const { hub, door, macaroonPaths } = parts;
  return [
    createStateService(hub),
    createWalletUnlockerService(door, macaroonPaths, parts),
    createVersionerService(),
    createLightningService(parts),
    createRouterService(parts),
    createInvoicesService(parts),
    ...createSmallerServices(parts),
  ];
}
