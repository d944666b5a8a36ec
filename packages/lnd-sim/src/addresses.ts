import { type AddressKind, addressOf } from "./chain/address.ts";
import type { NetworkParams } from "./chain/network-params.ts";
import { type BucketPath, updateBuckets } from "./db/buckets.ts";
import type { KeyValueStore } from "./db/key-value-store.ts";
import { numberName } from "./db/record-names.ts";
import type { NodeKeys } from "./node-keys.ts";

/** The purpose number of each kind of addresses. Mirrors: BIP 49, 84, 86. */
const purposes: { readonly [K in AddressKind]: number } = { nested: 49, witness: 84, taproot: 86 };

/** The addresses of the default account, handed out one after the other. */
export interface AddressBook {
  /** A new address; `isChange` for one of those that the wallet pays itself to. */
  next(kind: AddressKind, isChange?: boolean): Promise<string>;
  /** The last one handed out, or a first one: nothing has been paid to any of them. */
  unused(kind: AddressKind): Promise<string>;
  /** The index of the next key of one of lnd's own families, from 0 on. */
  nextKeyIndex(family: number): Promise<number>;
}

/** The addresses of a wallet; how far each kind has come is kept in the node's database. */
export function createAddressBook(
  store: KeyValueStore,
  keys: NodeKeys,
  network: NetworkParams,
): AddressBook {
  const addressAt = (kind: AddressKind, branch: 0 | 1, index: number) => {
    // lnd's accounts of these purposes are those of coin type 0, whatever the network.
    const account = keys.account({ purpose: purposes[kind], coinType: 0, account: 0 });
    const { publicKey } = account.deriveChild(branch).deriveChild(index);
    if (publicKey === null) throw new Error("a derived key has no public key");
    return addressOf(publicKey, kind, network);
  };
  /** Moves a series on by `step` indexes, but to the first one at least; gives the index that is reached. */
  const advance = (series: string, step: 0 | 1) =>
    updateBuckets(store, async (tx) => {
      const path: BucketPath = ["walletdb", "waddrmgr", "scope", `last-${series}`];
      const stored = await tx.get(path, "index");
      const last = stored === undefined ? -1 : stored.readUInt32BE();
      const reached = Math.max(0, last + step);
      if (reached !== last) {
        await tx.put(path, "index", Buffer.from(numberName(reached, 4), "latin1"));
      }
      return reached;
    });
  return {
    async next(kind, isChange = false) {
      const branch = isChange ? 1 : 0;
      return addressAt(kind, branch, await advance(`${purposes[kind]}-${branch}`, 1));
    },
    nextKeyIndex: (family) => advance(`family-${family}`, 1),
    unused: async (kind) => addressAt(kind, 0, await advance(`${purposes[kind]}-0`, 0)),
  };
}
