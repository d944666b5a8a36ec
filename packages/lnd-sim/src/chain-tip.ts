import type { ChainBackend } from "./config/chain-backend.ts";
import type { Network } from "./config/network.ts";

/** The newest block that a node knows. */
export interface ChainTip {
  readonly height: number;
  readonly hash: string;
  /** Unix seconds. */
  readonly timestamp: number;
  /** Whether the node's wallet has seen it. */
  readonly isWalletSynced: boolean;
}

/** Each network's first block. Mirrors: btcd chaincfg. */
const genesis: { readonly [N in Network]: readonly [hash: string, timestamp: number] } = {
  mainnet: ["000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f", 1_231_006_505],
  testnet: ["000000000933ea01ad0ee984209779baaec3ced90fa3f408719526f8d77f4943", 1_296_688_602],
  testnet4: ["00000000da84f2bafbbc53dee25a72ae507ff4914b867c565be350b0da8bf043", 1_714_777_860],
  simnet: ["683e86bd5c6d110d91b94b97137ba6bfe02dbbdb8e3dff722a669b5d69d77af6", 1_401_292_357],
  regtest: ["0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206", 1_296_688_602],
  signet: ["00000008819873e925422c1ff0f99f7cc9bbb232af63a077a480a3633bee1ef6", 1_598_918_400],
};

/**
 * What a node without a chain sees. neutrino without peers knows the first block and waits for ever; without any chain
 * backend there is one made-up block, as old as the node. A btcd or bitcoind is not asked: it counts as no backend.
 */
export function chainTip(backend: ChainBackend, network: Network, startedAt: number): ChainTip {
  if (backend !== "neutrino") {
    return { height: 1, hash: "1".padStart(64, "0"), timestamp: startedAt, isWalletSynced: true };
  }
  const [hash, timestamp] = genesis[network];
  return { height: 0, hash, timestamp, isWalletSynced: false };
}
