import type { Random } from "@leaderlab/clock";
import { type BucketPath, updateBuckets, viewBuckets } from "../db/buckets.ts";
import type { KeyValueStore } from "../db/key-value-store.ts";
import { decrypt, encrypt } from "../wallet.ts";
import type { Opened } from "../wallet-door.ts";
import { defaultRootKeyId, rootKeyBytes } from "./bake.ts";

const rootKeys: BucketPath = ["macaroondb", "macrootkeys"];
/** More than anybody bakes; the ids of no more are listed. */
const mostIds = 10_000;

/** The keys that macaroons are signed with, by their ids: decimal digits. They lie in the replicated store, encrypted. */
export interface RootKeys {
  /** Undefined when there is none of this id. */
  find(id: string): Promise<Buffer | undefined>;
  /** The key of an id, made when there is none. */
  findOrMake(id: string): Promise<Buffer>;
  /** In the order of their digits, as bytes. */
  list(): Promise<readonly string[]>;
  /** Whether there was one. */
  delete(id: string): Promise<boolean>;
}

/**
 * The root keys of an open wallet. The default one is made, or replaced, as whoever opened the wallet wished. A
 * macaroon of one node is good on the next one that leads.
 */
export async function openRootKeys(
  opened: Opened,
  store: KeyValueStore,
  random: Random,
): Promise<RootKeys> {
  const { dataKey } = opened.wallet;
  const findOrMake = (id: string, given?: { readonly key?: Buffer; readonly replace?: boolean }) =>
    updateBuckets(store, async (tx) => {
      const stored = await tx.get(rootKeys, id);
      const keeps = stored !== undefined && !given?.replace && given?.key === undefined;
      if (keeps) return decrypt(dataKey, stored);
      const key = given?.key ?? Buffer.from(random.nextBytes(rootKeyBytes));
      await tx.put(rootKeys, id, encrypt(dataKey, key, random));
      return key;
    });
  await findOrMake(defaultRootKeyId, {
    ...(opened.rootKey !== undefined && { key: opened.rootKey }),
    replace: opened.replaceRootKey === true,
  });
  return {
    async find(id) {
      const stored = await viewBuckets(store, (view) => view.get(rootKeys, id));
      return stored && decrypt(dataKey, stored);
    },
    findOrMake: (id) => findOrMake(id),
    list: () =>
      viewBuckets(store, async (view) => {
        const found = await view.scan(rootKeys, { from: "0", to: ":", limit: mostIds });
        return found.map(({ name }) => name);
      }),
    delete: (id) =>
      updateBuckets(store, async (tx) => {
        const stored = await tx.get(rootKeys, id);
        if (stored !== undefined) tx.delete(rootKeys, id);
        return stored !== undefined;
      }),
  };
}
