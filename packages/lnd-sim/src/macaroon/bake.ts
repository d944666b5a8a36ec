import type { Random } from "@leaderlab/clock";
import { serialiseMacaroon } from "./macaroon.ts";
import { encodeMacaroonId } from "./macaroon-id.ts";
import type { Permission } from "./permission.ts";
import { addCaveat, signMacaroon } from "./signature.ts";

/** The number of bytes of a root key. */
export const rootKeyBytes = 32;

/** The root key that lnd bakes its own macaroons with. */
export const defaultRootKeyId = "0";

const nonceBytes = 16;

export interface BakeOptions {
  /** 32 bytes. */
  readonly rootKey: Buffer;
  /** At least one. */
  readonly permissions: readonly Permission[];
  readonly random: Pick<Random, "nextBytes">;
  /** Left out: lnd's own. */
  readonly rootKeyId?: string;
  /** Conditions, such as `ipaddr 10.0.0.1`. */
  readonly caveats?: readonly string[];
}

/** A new macaroon of lnd's, as it stands in a file. Mirrors: lnd macaroons.Service.NewMacaroon. */
export function bakeMacaroon(options: BakeOptions): Buffer {
  const { rootKey, permissions, random, rootKeyId = defaultRootKeyId, caveats = [] } = options;
  if (permissions.length === 0) throw new Error("a macaroon permits something");
  const id = encodeMacaroonId({
    nonce: Buffer.from(random.nextBytes(nonceBytes)),
    rootKeyId: Buffer.from(rootKeyId),
    permissions,
  });
  return serialiseMacaroon(caveats.reduce(addCaveat, signMacaroon(rootKey, id, "lnd")));
}
