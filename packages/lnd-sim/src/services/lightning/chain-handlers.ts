import type * as lnd from "@leaderlab/proto/lnd";
import type { AddressKind } from "../../chain/address.ts";
import { LndError } from "../../errors.ts";
import type { LightningHandlers, LightningParts } from "./lightning-parts.ts";

/** What each type of an address asks for. */
const addressTypes: {
  readonly [T in lnd.AddressType]: readonly [kind: AddressKind, isUnused: boolean];
} = {
  WITNESS_PUBKEY_HASH: ["witness", false],
  NESTED_PUBKEY_HASH: ["nested", false],
  UNUSED_WITNESS_PUBKEY_HASH: ["witness", true],
  UNUSED_NESTED_PUBKEY_HASH: ["nested", true],
  TAPROOT_PUBKEY: ["taproot", false],
  UNUSED_TAPROOT_PUBKEY: ["taproot", true],
};

/** Calls about the on-chain wallet, which never holds anything. */
export function chainHandlers({ served }: LightningParts): LightningHandlers {
  return {
    WalletBalance({ account }) {
      checkAccount(account);
      return { account_balance: { default: {} } };
    },
    async NewAddress({ type, account }) {
      checkAccount(account);
      const [kind, isUnused] = addressTypes[type];
      const { addresses } = served();
      return { address: await (isUnused ? addresses.unused(kind) : addresses.next(kind)) };
    },
    GetTransactions: () => ({}),
    ListUnspent({ min_confs, max_confs }) {
      checkConfirmations(min_confs, max_confs);
      return {};
    },
  };
}

/** Throws LndError for an account that the wallet does not have. */
export function checkAccount(name: string): void {
  if (name !== "" && name !== "default") throw new LndError("accountNotFound", name);
}

/** Throws LndError. Mirrors: lnd lnrpc.ParseConfs. */
export function checkConfirmations(least: number, most: number): void {
  if (least < 0) throw new LndError("minConfirmations");
  if (least > most) throw new LndError("maxConfirmations");
}
