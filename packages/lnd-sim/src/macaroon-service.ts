import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import type { Call } from "@leaderlab/rpc";
import type { LndConfig } from "./config/lnd-config.ts";
import { type BucketPath, updateBuckets } from "./db/buckets.ts";
import type { KeyValueStore } from "./db/key-value-store.ts";
import { authorizeCall } from "./macaroon/authorize.ts";
import { bakeMacaroon, defaultRootKeyId, rootKeyBytes } from "./macaroon/bake.ts";
import { type MacaroonFileName, macaroonFiles } from "./macaroon/macaroon-files.ts";
import { decrypt, encrypt } from "./wallet.ts";
import type { Opened } from "./wallet-door.ts";

const rootKeys: BucketPath = ["macaroondb", "macrootkeys"];

/** Bakes and checks the node's macaroons. Mirrors: lnd macaroons.Service. */
export interface MacaroonService {
  /** What InitWallet and ChangePassword answer. */
  readonly adminMacaroon: Buffer;
  /** Rejects with an LndError when the call's macaroon does not allow it. */
  check(call: Call): Promise<void>;
}

/** What the service works with. */
export interface MacaroonServiceParts {
  readonly store: KeyValueStore;
  readonly config: LndConfig["macaroons"];
  readonly clock: Pick<Clock, "unixNow">;
  readonly random: Random;
}

/**
 * Opens the service: the root key comes from the replicated store, encrypted under the wallet, so that a macaroon of
 * one node is good on the next one that leads. Macaroon files that are not there yet are written, unless the wallet
 * was opened statelessly.
 */
export async function openMacaroonService(
  opened: Opened,
  parts: MacaroonServiceParts,
): Promise<MacaroonService> {
  const { config, clock, random } = parts;
  const rootKey = await loadRootKey(opened, parts);
  const bake = (name: MacaroonFileName) =>
    bakeMacaroon({ rootKey, permissions: macaroonFiles[name].permissions, random });
  if (config.isEnabled && !opened.statelessInit) writeFiles(config.paths, bake);
  return {
    adminMacaroon: bake("admin"),
    check: (call) =>
      authorizeCall(
        {
          path: call.method.path,
          macaroons: call.metadata("macaroon"),
          nowUnixMs: clock.unixNow(),
          peerIp: call.peer.replace(/:\d*$/, "").replace(/^\[(.*)\]$/, "$1"),
        },
        (id) => (id === defaultRootKeyId ? rootKey : undefined),
      ),
  };
}

async function loadRootKey(opened: Opened, parts: MacaroonServiceParts): Promise<Buffer> {
  const { dataKey } = opened.wallet;
  return updateBuckets(parts.store, async (tx) => {
    const stored = await tx.get(rootKeys, defaultRootKeyId);
    const keeps = stored !== undefined && !opened.replaceRootKey && opened.rootKey === undefined;
    if (keeps) return decrypt(dataKey, stored);
    const rootKey = opened.rootKey ?? Buffer.from(parts.random.nextBytes(rootKeyBytes));
    await tx.put(rootKeys, defaultRootKeyId, encrypt(dataKey, rootKey));
    return rootKey;
  });
}

const fileNames = Object.keys(macaroonFiles) as MacaroonFileName[];

type Paths = LndConfig["macaroons"]["paths"];

function writeFiles(paths: Paths, bake: (name: MacaroonFileName) => Buffer): void {
  for (const name of fileNames) {
    if (existsSync(paths[name])) continue;
    mkdirSync(dirname(paths[name]), { recursive: true, mode: 0o700 });
    writeFileSync(paths[name], bake(name), { mode: macaroonFiles[name].mode });
  }
}
