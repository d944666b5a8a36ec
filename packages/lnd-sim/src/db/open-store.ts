import { join } from "node:path";
import type { Clock } from "@leaderlab/clock";
import type { LndConfig } from "../config/lnd-config.ts";
import { startupTexts } from "../errors.ts";
import type { Surroundings } from "../surroundings.ts";
import { updateBuckets } from "./buckets.ts";
import { createEtcdStore } from "./etcd-store.ts";
import { openFileStore } from "./file-store.ts";
import { DatabaseError, type KeyValueStore } from "./key-value-store.ts";
import { openPostgresStore } from "./postgres-store.ts";

/** lnd tries the first transaction of a database this often, 30 seconds each time, before it gives up. */
const openAttempts = 3;
const databaseVersion = Buffer.from([0, 0, 0, 35]);

/** What a database is opened with. */
export interface OpenStoreParts {
  readonly clock: Clock;
  readonly surroundings: Pick<Surroundings, "connectEtcd">;
}

/**
 * Opens the node's database and makes sure that it answers. Rejects with a DatabaseError in lnd's words, or with the
 * signal's reason.
 */
export async function openStore(
  config: LndConfig,
  parts: OpenStoreParts,
  signal: AbortSignal,
): Promise<KeyValueStore> {
  const store = await createStore(config, parts, signal);
  for (let attempt = 1; ; attempt++) {
    try {
      await updateBuckets(store, async (tx) => {
        const path = ["channeldb", "metadata"] as const;
        if ((await tx.get(path, "dbp")) === undefined) await tx.put(path, "dbp", databaseVersion);
      });
      return store;
    } catch (error) {
      if (!signal.aborted && attempt < openAttempts) continue;
      await store.close();
      signal.throwIfAborted();
      const reason = startupTexts.graphDatabase((error as Error).message);
      throw new DatabaseError(startupTexts.databases(reason), { cause: error });
    }
  }
}

async function createStore(
  config: LndConfig,
  parts: OpenStoreParts,
  signal: AbortSignal,
): Promise<KeyValueStore> {
  const { clock, surroundings } = parts;
  switch (config.db.backend) {
    case "etcd": {
      const { host, namespace } = config.db.etcd;
      const client = surroundings.connectEtcd(config.db.etcd, host.split(","), clock);
      const prefix = namespace === "" ? "" : `${namespace}/`;
      return createEtcdStore({ client, clock, prefix, signal, close: async () => client.close() });
    }
    case "bolt":
      return openFileStore(join(config.networkDir, "wallet.db"));
    case "postgres":
      try {
        return await openPostgresStore({ ...config.db.postgres, clock, signal });
      } catch (error) {
        signal.throwIfAborted();
        throw new DatabaseError(startupTexts.postgresBackend((error as Error).message), {
          cause: error,
        });
      }
    case "sqlite":
      throw new DatabaseError(startupTexts.backendNotSimulated(config.db.backend));
  }
}
