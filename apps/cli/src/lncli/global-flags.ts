import { systemEnvironment } from "@leaderlab/lnd-sim/environment";
import type { Terminal } from "../terminal.ts";
import { type Flag, helpFlag } from "./flag.ts";

/** The networks that lncli knows; they name the folder of the macaroons. */
export const networks = ["mainnet", "testnet", "testnet4", "regtest", "signet", "simnet"] as const;

/** The flags that stand before the command. Names, defaults and variables are lncli's. */
export function globalFlags(variables: Terminal["env"]): readonly Flag[] {
  const lndFolder = systemEnvironment("lncli", variables).appDir("lnd");
  return [
    text("rpcserver", "The node's gRPC address: host:port, a port, or unix:/path.", {
      initial: "localhost:10009",
    }),
    text("lnddir", "The node's folder; tls.cert and the macaroons are looked for in it.", {
      initial: lndFolder,
    }),
    text("socksproxy", "Not simulated."),
    text("tlscertpath", "The node's certificate; counts only with the default --lnddir.", {
      initial: `${lndFolder}/tls.cert`,
    }),
    text("chain", "Has no effect: the chain is bitcoin.", { short: "c", initial: "bitcoin" }),
    text("network", `One of ${networks.join(", ")}.`, { short: "n", initial: "mainnet" }),
    { names: ["no-macaroons"], kind: "boolean", usage: "Send no macaroon." },
    text("macaroonpath", "The macaroon to send; default: the network's admin.macaroon."),
    {
      names: ["macaroontimeout"],
      kind: "integer",
      usage: "For how many seconds a macaroon is good once it is sent.",
      initial: 60n,
      variable: "LNCLI_MACAROONTIMEOUT",
    },
    text("macaroonip", "Bind the macaroon that is sent to this caller's IP address."),
    text("profile", "Not simulated.", { short: "p" }),
    text("macfromjar", "The name of the macaroon to send; without profiles: its file's name."),
    {
      names: ["metadata"],
      kind: "list",
      usage: "A key:value pair that goes with every call; may be repeated.",
    },
    {
      names: ["insecure"],
      kind: "boolean",
      usage: "Connect without TLS.",
      isHidden: true,
    },
    helpFlag,
    { names: ["version", "v"], kind: "boolean", usage: "print the version" },
  ];
}

/** A flag with a text, which an environment variable may set, too. */
function text(
  name: string,
  usage: string,
  { short, initial }: { readonly short?: string; readonly initial?: string } = {},
): Flag {
  return {
    names: short === undefined ? [name] : [name, short],
    kind: "string",
    usage,
    ...(initial !== undefined && { initial }),
    variable: `LNCLI_${name.toUpperCase()}`,
  };
}
