import type { Clock } from "@leaderlab/clock";
import { RpcError } from "@leaderlab/rpc";
import { DatabaseError, type KeyValueStore } from "./db/key-value-store.ts";
import { Deferred } from "./deferred.ts";
import { LndError, startupTexts } from "./errors.ts";
import {
  changeWalletPassword,
  createWallet,
  type NewWallet,
  type OpenWallet,
  openWallet,
  type WalletTools,
  walletExists,
} from "./wallet.ts";

/** How long a caller waits for the node to go on with the wallet it has opened. */
const replyTimeoutMs = 5 * 60_000;

/** A wallet that somebody has opened, and how to tell them that the node goes on with it. */
export interface Opened {
  readonly wallet: OpenWallet;
  readonly isNew: boolean;
  /** No macaroon files are to be written. */
  readonly statelessInit: boolean;
  /** A macaroon root key that the caller chose. */
  readonly rootKey?: Buffer;
  /** What macaroons there were is void. */
  readonly replaceRootKey?: boolean;
  /** The call that opened the wallet is answered with this admin macaroon. */
  reply(adminMacaroon: Buffer): void;
}

/** What a caller may ask for besides opening. */
export type OpeningWishes = Pick<Opened, "statelessInit" | "rootKey" | "replaceRootKey">;

/** What a caller may ask for besides a new password. */
export interface ChangeWishes extends OpeningWishes {
  /** Called when the current password has proved right; it may throw to refuse the change. */
  beforeChange(): void;
}

/** What a door is made with. */
export interface WalletDoorParts extends WalletTools {
  readonly clock: Pick<Clock, "setTimer">;
}

/**
 * The way into the wallet: calls of the WalletUnlocker come in on one side, the node waits on the other. One call at a
 * time gets through, and only one opens the wallet.
 */
export class WalletDoor {
  readonly #parts: WalletDoorParts;
  readonly #store: Promise<KeyValueStore>;
  #turn: Promise<unknown> = Promise.resolve();
  #isOpen = false;
  readonly #opened = new Deferred<Opened>();

  /** `store` may still be opening: calls wait for it. */
  constructor(parts: WalletDoorParts, store: Promise<KeyValueStore>) {
    this.#parts = parts;
    this.#store = store;
  }

  /** Resolves when the wallet is open; rejects when the node cannot go on. */
  get opened(): Promise<Opened> {
    return this.#opened.promise;
  }

  /** Tells the node that its wallet will not open. */
  fail(error: Error): void {
    this.#opened.reject(error);
  }

  /** Rejects with "wallet already exists" when there is one. */
  create(wallet: NewWallet, wishes: OpeningWishes): Promise<Buffer> {
    return this.#inTurn(async (store) => {
      if (await walletExists(store)) throw new LndError("walletExists");
      return this.#pass(await this.#createOrFail(store, wallet), true, wishes);
    });
  }

  /** Rejects with "wallet not found" or "invalid passphrase …". */
  unlock(password: Buffer, wishes: OpeningWishes): Promise<Buffer> {
    return this.#inTurn(async (store) =>
      this.#pass(await this.#open(store, password), false, wishes),
    );
  }

  /** Opens the wallet with one password and puts it under another. */
  changePassword(current: Buffer, next: Buffer, wishes: ChangeWishes): Promise<Buffer> {
    return this.#inTurn(async (store) => {
      const wallet = await this.#open(store, current);
      wishes.beforeChange();
      await changeWalletPassword(store, wallet, next, this.#parts);
      return this.#pass(wallet, false, wishes);
    });
  }

  /** A wallet that cannot be stored ends the node, and takes the caller's connection with it. */
  async #createOrFail(store: KeyValueStore, wallet: NewWallet): Promise<OpenWallet> {
    try {
      return await createWallet(store, wallet, this.#parts);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      this.fail(new Error(startupTexts.walletListeners(error.message), { cause: error }));
      throw new RpcError("CANCELLED", startupTexts.connectionClosing);
    }
  }

  async exists(): Promise<boolean> {
    return walletExists(await this.#store);
  }

  async #open(store: KeyValueStore, password: Buffer): Promise<OpenWallet> {
    if (!(await walletExists(store))) throw new LndError("walletNotFound");
    const wallet = await openWallet(store, password, this.#parts);
    if (wallet === undefined) throw new LndError("wrongPassword");
    return wallet;
  }

  /** Hands the wallet to the node and waits for its macaroon. */
  async #pass(wallet: OpenWallet, isNew: boolean, wishes: OpeningWishes): Promise<Buffer> {
    const replied = new Promise<Buffer>((resolve, reject) => {
      const timer = this.#parts.clock.setTimer(replyTimeoutMs, () =>
        reject(new LndError("unlockTimeout")),
      );
      const reply = (adminMacaroon: Buffer) => {
        timer.cancel();
        resolve(adminMacaroon);
      };
      this.#isOpen = true;
      this.#opened.resolve({ wallet, isNew, reply, ...wishes });
    });
    return replied;
  }

  /** A call that was let in before another one opened the wallet is answered as one that comes after it. */
  #inTurn<T>(work: (store: KeyValueStore) => Promise<T>): Promise<T> {
    const turn = this.#turn.then(async () => {
      if (this.#isOpen) throw new LndError("walletUnlocked");
      return work(await this.#store);
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }
}
