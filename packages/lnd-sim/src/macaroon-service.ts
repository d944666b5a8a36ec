import { dirname } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import type { Call } from "@leaderlab/rpc";
import type { LndConfig } from "./config/lnd-config.ts";
import type { KeyValueStore } from "./db/key-value-store.ts";
import type { Files } from "./files.ts";
import { authorizeCall, authorizeMacaroon } from "./macaroon/authorize.ts";
import { bakeMacaroon, defaultRootKeyId } from "./macaroon/bake.ts";
import { type MacaroonFileName, macaroonFiles } from "./macaroon/macaroon-files.ts";
import type { Permission } from "./macaroon/permission.ts";
import { openRootKeys, type RootKeys } from "./macaroon/root-keys.ts";
import type { Opened } from "./wallet-door.ts";

/** Bakes and checks the node's macaroons. Mirrors: lnd macaroons.Service. */
export interface MacaroonService {
  /** What InitWallet and ChangePassword answer. */
  readonly adminMacaroon: Buffer;
  /** Rejects with an LndError when the call's macaroon does not allow it. */
  check(call: Call): Promise<void>;
  readonly rootKeys: RootKeys;
  /** A new macaroon, signed with the root key of an id; the key is made when there is none. */
  bake(permissions: readonly Permission[], rootKeyId: string): Promise<Buffer>;
  /** Rejects with an LndError when a macaroon, given as bytes, does not permit all of these to the call's peer. */
  checkPermissions(
    macaroon: Buffer,
    wanted: { readonly permissions: readonly Permission[]; readonly path: string },
    call: Call,
  ): Promise<void>;
}

/** What the service works with. */
export interface MacaroonServiceParts {
  readonly store: KeyValueStore;
  readonly config: LndConfig["macaroons"];
  readonly clock: Pick<Clock, "unixNow">;
  readonly random: Random;
  readonly files: Pick<Files, "exists" | "makeFolder" | "write">;
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
  const rootKeys = await openRootKeys(opened, parts.store, random);
  const rootKey = await rootKeys.findOrMake(defaultRootKeyId);
  const bake = (name: MacaroonFileName) =>
    bakeMacaroon({ rootKey, permissions: macaroonFiles[name].permissions, random });
  if (config.isEnabled && !opened.statelessInit) writeFiles(parts, bake);
  return {
    adminMacaroon: bake("admin"),
    rootKeys,
    check: (call) =>
      authorizeCall(
        {
          path: call.method.path,
          macaroons: call.metadata("macaroon"),
          nowUnixMs: clock.unixNow(),
          peerIp: ipOf(call),
        },
        (id) => rootKeys.find(id),
      ),
    async bake(permissions, rootKeyId) {
      const key = await rootKeys.findOrMake(rootKeyId);
      return bakeMacaroon({ rootKey: key, rootKeyId, permissions, random });
    },
    checkPermissions: (macaroon, wanted, call) =>
      authorizeMacaroon(
        macaroon,
        { ...wanted, nowUnixMs: clock.unixNow(), peerIp: ipOf(call) },
        (id) => rootKeys.find(id),
      ),
  };
}

function ipOf({ peer }: Call): string {
  return peer.replace(/:\d*$/, "").replace(/^\[(.*)\]$/, "$1");
}

const fileNames = Object.keys(macaroonFiles) as MacaroonFileName[];

function writeFiles(
  { config, files }: Pick<MacaroonServiceParts, "config" | "files">,
  bake: (name: MacaroonFileName) => Buffer,
): void {
  const { paths } = config;
  for (const name of fileNames) {
    if (files.exists(paths[name])) continue;
    files.makeFolder(dirname(paths[name]));
    files.write(paths[name], bake(name), macaroonFiles[name].mode);
  }
}
