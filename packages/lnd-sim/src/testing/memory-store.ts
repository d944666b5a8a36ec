import type { KeyValueStore, KeyValueTx } from "../db/key-value-store.ts";
import { scanMap } from "../db/scan-map.ts";

/** A store in memory, for tests: what is in it can be looked at. */
export interface MemoryStore extends KeyValueStore {
  /** By key, one byte a character. */
  readonly entries: Map<string, Buffer>;
}

/** An empty store. */
export function createMemoryStore(): MemoryStore {
  const entries = new Map<string, Buffer>();
  return {
    entries,
    async update(work) {
      const writes = new Map<string, Buffer | undefined>();
      const tx: KeyValueTx = {
        get: async (key) => {
          const name = key.toString("latin1");
          return writes.has(name) ? writes.get(name) : entries.get(name);
        },
        put: (key, value) => writes.set(key.toString("latin1"), value),
        delete: (key) => writes.set(key.toString("latin1"), undefined),
      };
      const result = await work(tx);
      for (const [name, value] of writes) {
        if (value === undefined) entries.delete(name);
        else entries.set(name, value);
      }
      return result;
    },
    view: (work) =>
      work({
        get: async (key) => entries.get(key.toString("latin1")),
        scan: async (start, end, options) => scanMap(entries, start, end, options),
      }),
    close: async () => {},
  };
}
