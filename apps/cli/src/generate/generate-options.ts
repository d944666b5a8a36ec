import {
  type GenerateOptions,
  type GeneratorName,
  generateDefaults,
  generatorNames,
  type NamedNode,
} from "@leaderlab/contract/generate";
import { readFlagsAndNames } from "../read-flags.ts";
import { UsageError } from "../usage-error.ts";

/** What `leaderlab generate` is asked for. */
export interface GenerateRequest {
  readonly target: GeneratorName;
  readonly options: GenerateOptions;
}

/** The flags of `leaderlab generate`. */
export const generateUsage = `Usage: leaderlab generate ${generatorNames.join("|")} [flags]

Writes a reference configuration for a leader-elected lnd cluster: gRPC and REST reach the leader alone, and streams to
an old leader are ended. HAProxy and Envoy look at the nodes themselves; nginx, Caddy and Traefik forward to \`leaderlab proxy\`,
because they cannot match lnd's state or do not end streams. Comments say why things are as they are.

  --node NAME=HOST[:GRPC[:REST]]   A node; repeat it, at least twice (default lnd-1=10.0.0.1:10009:8080 and two more).
  --listen [HOST:]GRPC[:REST]      Where clients come in (default :10009:8080).
  --proxy HOST:GRPC:REST           Where \`leaderlab proxy\` is (default 127.0.0.1:11009:8090).
  --proxy-admin PORT               Its admin port (default 9110).
  --contract NAME                  Who gets traffic: serving (default) is SERVER_ACTIVE, leader is anything but
                                   WAITING_TO_START.
  -h, --help

Exit code 0; 2 for bad input.
`;

const flags = {
  node: { type: "string", multiple: true, default: [] as string[] },
  listen: { type: "string" },
  proxy: { type: "string" },
  "proxy-admin": { type: "string" },
  contract: { type: "string", default: "serving" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the command line; "help" when it asks for that. Throws UsageError. */
export function parseGenerateOptions(argv: readonly string[]): GenerateRequest | "help" {
  const { values, positionals } = readFlagsAndNames(argv, flags);
  if (values.help) return "help";
  const [name, ...rest] = positionals;
  const target = generatorNames.find((one) => one === name);
  if (target === undefined || rest.length > 0) {
    throw new UsageError(`name one of ${generatorNames.join(", ")}`);
  }
  const { contract } = values;
  if (contract !== "serving" && contract !== "leader") {
    throw new UsageError(`--contract takes serving or leader, not "${contract}"`);
  }
  const { node, listen, proxy } = values;
  const nodes = node.length === 0 ? generateDefaults.nodes : node.map(nodeOf);
  if (nodes.length < 2)
    throw new UsageError("--node is given at least twice: one leads, one waits");
  if (new Set(nodes.map((one) => one.name)).size < nodes.length) {
    throw new UsageError("two --node have one name");
  }
  const { leaderProxy } = generateDefaults;
  const adminPort = portOf("--proxy-admin", values["proxy-admin"], leaderProxy.adminPort);
  return {
    target,
    options: {
      nodes,
      contract,
      listen: listen === undefined ? generateDefaults.listen : placeOf("--listen", listen),
      leaderProxy: {
        ...(proxy === undefined ? leaderProxy : placeOf("--proxy", proxy)),
        adminPort,
      },
    },
  };
}

function nodeOf(text: string): NamedNode {
  const parts = /^([A-Za-z0-9][\w.-]*)=([A-Za-z0-9][\w.-]*)(?::(\d+)(?::(\d+))?)?$/.exec(text);
  if (parts === null) throw new UsageError(`--node takes NAME=HOST[:GRPC[:REST]], not "${text}"`);
  const [, name = "", host = "", grpc, rest] = parts;
  return {
    name,
    host,
    grpcPort: portOf("--node", grpc, 10_009),
    restPort: portOf("--node", rest, 8080),
  };
}

/** `[HOST:]GRPC[:REST]` */
function placeOf(flag: string, text: string) {
  const parts = /^(?:([\w.*-]*[.*a-zA-Z-][\w.*-]*)?:)?(\d+)(?::(\d+))?$/.exec(text);
  if (parts === null) throw new UsageError(`${flag} takes [HOST:]GRPC[:REST], not "${text}"`);
  const [, host = "", grpc, rest] = parts;
  return {
    host: host === "*" ? "" : host,
    grpcPort: portOf(flag, grpc, 10_009),
    restPort: portOf(flag, rest, 8080),
  };
}

function portOf(flag: string, text: string | undefined, otherwise: number): number {
  const port = text === undefined ? otherwise : Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UsageError(`${flag}: ${text} is no port`);
}
