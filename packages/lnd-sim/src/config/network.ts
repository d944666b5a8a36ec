import { configTexts } from "../errors/config-texts.ts";
import { ConfigError } from "./config-error.ts";
import type { FlagValues } from "./flag-values.ts";

/** The networks, in the order in which lnd asks for them. */
const networks = ["mainnet", "testnet", "testnet4", "regtest", "simnet", "signet"] as const;

/** A network, as it is named in paths and in GetInfo. */
export type Network = (typeof networks)[number];

/** The network that a configuration chooses, or undefined for none. Throws ConfigError for more than one. */
export function chosenNetwork(values: FlagValues): Network | undefined {
  const chosen = networks.filter((network) => values.get(`bitcoin.${network}`));
  if (chosen.length > 1) throw new ConfigError(configTexts.severalNetworks);
  return chosen[0];
}

/** The number of a network's coin in BIP44 paths. Mirrors: lnd chainreg/chainparams.go. */
export function coinTypeOf(network: Network): 0 | 1 {
  return network === "mainnet" ? 0 : 1;
}
