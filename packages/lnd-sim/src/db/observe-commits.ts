import type { KeyValueStore, KeyValueTx } from "./key-value-store.ts";

/** A store that calls back after each transaction that changed something. What is only read is not told. */
export function observeCommits(store: KeyValueStore, onCommit: () => void): KeyValueStore {
  return {
    async update(work) {
      let hasWritten = false;
      const result = await store.update((tx) => {
        hasWritten = false;
        return work(
          observeWrites(tx, () => {
            hasWritten = true;
          }),
        );
      });
      if (hasWritten) onCommit();
      return result;
    },
    view: (work) => store.view(work),
    close: () => store.close(),
  };
}

function observeWrites(tx: KeyValueTx, onWrite: () => void): KeyValueTx {
  return {
    get: (key) => tx.get(key),
    put(key, value) {
      onWrite();
      tx.put(key, value);
    },
    delete(key) {
      onWrite();
      tx.delete(key);
    },
  };
}
