import { chmodSync, cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Where lnd keeps a network's macaroons. */
const networks = "data/chain/bitcoin";
const ownNetwork = "regtest";
const otherNetworks = ["mainnet", "testnet", "testnet4", "signet", "simnet"] as const;

/** The places in a node's folder that its clients need. */
export function placesIn(lndDir: string) {
  return {
    lndDir,
    certificatePath: join(lndDir, "tls.cert"),
    macaroonPath: join(lndDir, networks, ownNetwork, "admin.macaroon"),
  };
}

/**
 * Makes a node's folder that only this user can read. With a folder to begin from it has that one's certificate, wallet
 * and macaroons; the macaroons are found under every network's name, since a probe names its author's.
 */
export function makeLndFolder(lndDir: string, from?: string): void {
  mkdirSync(lndDir, { recursive: true, mode: 0o700 });
  if (from !== undefined) cpSync(from, lndDir, { recursive: true, preserveTimestamps: true });
  chmodSync(lndDir, 0o700);
  mkdirSync(join(lndDir, networks), { recursive: true, mode: 0o700 });
  for (const network of otherNetworks) {
    if (from === undefined) symlinkSync(ownNetwork, join(lndDir, networks, network));
  }
}

/** Gives a folder another's certificate and key, and nothing else of it. */
export function copyCertificate(from: string, lndDir: string): void {
  for (const name of ["tls.cert", "tls.key"]) cpSync(join(from, name), join(lndDir, name));
}
