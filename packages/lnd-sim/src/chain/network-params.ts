import type { Network } from "../config/network.ts";

/** How a network's addresses and payment requests are told from those of another. */
export interface NetworkParams {
  readonly name: Network;
  /** Of segwit addresses: `bcrt1…`. */
  readonly segwitPrefix: string;
  /** Of payment requests, behind `ln`. */
  readonly requestPrefix: string;
  /** The first byte of an address of a public key's hash, and of a script's hash. */
  readonly publicKeyHashVersion: number;
  readonly scriptHashVersion: number;
}

/** Mirrors: btcd chaincfg. */
const testVersions = { publicKeyHashVersion: 0x6f, scriptHashVersion: 0xc4 } as const;

const params: { readonly [N in Network]: Omit<NetworkParams, "name"> } = {
  mainnet: {
    segwitPrefix: "bc",
    requestPrefix: "bc",
    publicKeyHashVersion: 0x00,
    scriptHashVersion: 0x05,
  },
  testnet: { segwitPrefix: "tb", requestPrefix: "tb", ...testVersions },
  testnet4: { segwitPrefix: "tb", requestPrefix: "tb", ...testVersions },
  simnet: {
    segwitPrefix: "sb",
    requestPrefix: "sb",
    publicKeyHashVersion: 0x3f,
    scriptHashVersion: 0x7b,
  },
  regtest: { segwitPrefix: "bcrt", requestPrefix: "bcrt", ...testVersions },
  signet: { segwitPrefix: "tb", requestPrefix: "tbs", ...testVersions },
};

/** A network's parameters. */
export function networkParams(name: Network): NetworkParams {
  return { name, ...params[name] };
}
