import type { TrafficContract } from "../check-report.ts";

/** A node as a configuration names it. */
export interface NamedNode {
  readonly name: string;
  readonly host: string;
  readonly grpcPort: number;
  readonly restPort: number;
}

/** Where a `leaderlab proxy` is. */
export interface LeaderProxyAddress {
  readonly host: string;
  readonly grpcPort: number;
  readonly restPort: number;
  readonly adminPort: number;
}

/** What a reference configuration is written for. */
export interface GenerateOptions {
  /** Two or more. */
  readonly nodes: readonly NamedNode[];
  /** Where clients come in; an empty host is every address. */
  readonly listen: { readonly host: string; readonly grpcPort: number; readonly restPort: number };
  readonly contract: TrafficContract;
  readonly leaderProxy: LeaderProxyAddress;
}

/** What is assumed of what was not said. */
export const generateDefaults: GenerateOptions = {
  nodes: [1, 2, 3].map((last) => ({
    name: `lnd-${last}`,
    host: `10.0.0.${last}`,
    grpcPort: 10_009,
    restPort: 8080,
  })),
  listen: { host: "", grpcPort: 10_009, restPort: 8080 },
  contract: "serving",
  leaderProxy: { host: "127.0.0.1", grpcPort: 11_009, restPort: 8090, adminPort: 9110 },
};

/** What the body of a node that gets traffic holds, as a text or, for several states, as a regular expression. */
export function bodyPattern(contract: TrafficContract): { text: string; isRegex: boolean } {
  return contract === "serving"
    ? { text: '"state":"SERVER_ACTIVE"', isRegex: false }
    : { text: '"state":"(NON_EXISTING|LOCKED|UNLOCKED|RPC_ACTIVE|SERVER_ACTIVE)"', isRegex: true };
}

/** The command that starts the proxy to which a configuration forwards. */
export function leaderProxyCommand({
  nodes,
  leaderProxy,
  contract,
}: GenerateOptions): readonly string[] {
  const { host, grpcPort, restPort, adminPort } = leaderProxy;
  return [
    "leaderlab proxy",
    ...nodes.map(
      ({ name, host: node, grpcPort: grpc, restPort: rest }) =>
        `--backend ${name}=${node}:${grpc},${node}:${rest}`,
    ),
    `--grpc ${host}:${grpcPort} --rest ${host}:${restPort} --admin ${host}:${adminPort}`,
    ...(contract === "serving" ? [] : [`--contract ${contract}`]),
  ];
}
