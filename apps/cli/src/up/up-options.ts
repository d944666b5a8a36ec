import type { EtcdEndpoint, PostgresOptions } from "@leaderlab/cluster";
import { maxFolderBytes } from "@leaderlab/lnd-sim";
import { endpointOf, userOf } from "../etcd-endpoint.ts";
import { readFlags } from "../read-flags.ts";
import { UsageError } from "../usage-error.ts";
import { wholeNumber } from "../whole-number.ts";

/** What `leaderlab up` is asked for. */
export interface UpOptions {
  readonly nodes: number;
  readonly ttlSeconds: number;
  /** How much faster than the machine's the cluster's time goes. */
  readonly speed: number;
  /** Empty: an etcd in memory. */
  readonly etcd: readonly EtcdEndpoint[];
  readonly namespace: string;
  /** Undefined: the nodes' state lies in etcd. */
  readonly postgres: PostgresOptions | undefined;
  /** Ports; 0 for free ones. */
  readonly webPort: number;
  readonly etcdPort: number;
  readonly restPort: number;
  readonly rpcPort: number;
  /** The ports of a proxy in front of the nodes; undefined: there is none. */
  readonly proxy: ProxyPorts | undefined;
  /** Whether there is a node outside of the cluster to pay and to be paid by. */
  readonly hasPeer: boolean;
  /** Where nodes of other processes are found for payments; empty: nowhere. */
  readonly lightningNetworkDir: string;
  readonly hasWeb: boolean;
  readonly isJson: boolean;
  /** A file that takes the timeline as JSON lines, as it grows. */
  readonly timelinePath: string | undefined;
}

/** Where a proxy takes clients, and where probes and people ask it. */
export interface ProxyPorts {
  readonly grpcPort: number;
  readonly restPort: number;
  readonly adminPort: number;
}

/** The flags of `leaderlab up`. */
export const upUsage = `Usage: leaderlab up [flags]

Runs the playground: one etcd in memory, simulated lnd nodes lnd-1, lnd-2 … that contend for leadership, a web page.

  --nodes N          How many nodes (1 to 50; default 3).
  --ttl S            The election's session TTL in seconds (default 3; lnd's own is 90, etcd grants 2 at least).
  --speed X          The cluster's time goes X times as fast as this machine's (default 1; up to 1000; 0 stands
                     still). Not with --etcd: its leases run by themselves.
  --etcd URL         A real etcd instead of the one in memory; repeat it for several members, over which the nodes
                     are spread.
  --etcd-user NAME:PASSWORD
  --etcd-insecure-skip-verify
                     Take any certificate of an https etcd.
  --db BACKEND       etcd (default) or postgres: what the nodes keep their state in. With postgres etcd serves for
                     the election only.
  --postgres DSN     A real Postgres instead of the one in memory; implies --db postgres.
  --no-election      With postgres: all nodes run at once on one database, which nothing prevents.
  --namespace NS     lnd's --db.etcd.namespace (default none).
  --port P           The page's port (default 5170).
  --etcd-port P      The port of the etcd in memory (default 2379).
  --rest-port P      The first node's REST port, the others follow (default 8080).
  --rpc-port P       The first node's gRPC port, the others follow (default 10009).
                     A port of 0 takes free ones.
  --proxy            Also a proxy in front of the nodes, which leads to the leader: gRPC on 11009, REST on 8090, and
                     /leader, /ready, /metrics and grpc.health.v1 on 9110.
  --proxy-ports GRPC,REST,ADMIN
                     Other ports for it (0 takes a free one); implies --proxy.
  --peer             Also a node outside of the cluster, alice, with a wallet and ports of her own (those behind the
                     nodes'): somebody to pay and to be paid by.
  --lightning-network FOLDER
                     Payments also to and from nodes of other processes that were started with
                     --sim.lightning-network=FOLDER.
  --no-web           No page.
  --json             Print the same as one JSON object a line.
  --timeline FILE    Write the timeline to a file as it grows: JSON lines, a header first. An old file is replaced.
  -h, --help
`;

const flags = {
  nodes: { type: "string", default: "3" },
  ttl: { type: "string", default: "3" },
  speed: { type: "string", default: "1" },
  etcd: { type: "string", multiple: true, default: [] as string[] },
  "etcd-user": { type: "string" },
  "etcd-insecure-skip-verify": { type: "boolean", default: false },
  namespace: { type: "string", default: "" },
  db: { type: "string" },
  postgres: { type: "string" },
  "no-election": { type: "boolean", default: false },
  port: { type: "string", default: "5170" },
  "etcd-port": { type: "string", default: "2379" },
  "rest-port": { type: "string", default: "8080" },
  "rpc-port": { type: "string", default: "10009" },
  proxy: { type: "boolean", default: false },
  "proxy-ports": { type: "string" },
  peer: { type: "boolean", default: false },
  "lightning-network": { type: "string", default: "" },
  "no-web": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  timeline: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

const maxNodes = 50;
/** etcd's own limit on a lease. */
const maxTtlSeconds = 9_000_000_000;
const maxPort = 65_535;
const maxSpeed = 1000;

/** Reads the command line; "help" when it asks for that. Throws UsageError. */
export function parseUpOptions(argv: readonly string[]): UpOptions | "help" {
  const values = readFlags(argv, flags);
  if (values.help) return "help";
  const user = userOf(values["etcd-user"]);
  const insecureSkipVerify = values["etcd-insecure-skip-verify"];
  const nodes = wholeNumber("nodes", values.nodes, 1, maxNodes);
  const port = (name: string, text: string) => wholeNumber(name, text, 0, maxPort);
  const firstPort = (name: string, text: string) => {
    const first = port(name, text);
    const ports = nodes + (values.peer ? 1 : 0);
    if (first === 0 || first + ports - 1 <= maxPort) return first;
    throw new UsageError(`--${name}=${text} leaves no room for ${ports} ports`);
  };
  return {
    nodes,
    speed: speedOf(values.speed, values.etcd.length > 0),
    ttlSeconds: wholeNumber("ttl", values.ttl, 1, maxTtlSeconds),
    etcd: values.etcd
      .flatMap((text) => text.split(","))
      .map((url) => ({ ...endpointOf(url), insecureSkipVerify, ...(user && { user }) })),
    namespace: values.namespace,
    postgres: postgresOf(values),
    webPort: port("port", values.port),
    etcdPort: port("etcd-port", values["etcd-port"]),
    restPort: firstPort("rest-port", values["rest-port"]),
    rpcPort: firstPort("rpc-port", values["rpc-port"]),
    proxy: proxyOf(values.proxy, values["proxy-ports"]),
    hasPeer: values.peer,
    lightningNetworkDir: folderOf(values["lightning-network"]),
    hasWeb: !values["no-web"],
    isJson: values.json,
    timelinePath: values.timeline,
  };
}

function proxyOf(isWanted: boolean, text: string | undefined): ProxyPorts | undefined {
  if (!isWanted && text === undefined) return undefined;
  const [grpc, rest, admin] = (text ?? "11009,8090,9110").split(",").map((port) => {
    if (/^\d{1,5}$/.test(port) && Number(port) <= maxPort) return Number(port);
    throw new UsageError(`--proxy-ports takes GRPC,REST,ADMIN, such as 0,0,0, not "${text}"`);
  });
  if (grpc === undefined || rest === undefined || admin === undefined) {
    throw new UsageError(`--proxy-ports takes three ports: GRPC,REST,ADMIN, not "${text}"`);
  }
  return { grpcPort: grpc, restPort: rest, adminPort: admin };
}

function folderOf(path: string): string {
  if (Buffer.byteLength(path) <= maxFolderBytes) return path;
  throw new UsageError(`--lightning-network takes a path of at most ${maxFolderBytes} bytes`);
}

function speedOf(text: string, hasForeignEtcd: boolean): number {
  const speed = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || speed > maxSpeed) {
    throw new UsageError(`--speed takes a number from 0 to ${maxSpeed}, not "${text}"`);
  }
  if (speed === 1 || !hasForeignEtcd) return speed;
  throw new UsageError(
    "--speed does not go with --etcd: the leases of that etcd run by themselves",
  );
}

interface DatabaseFlags {
  readonly db?: string;
  readonly postgres?: string;
  readonly "no-election": boolean;
}

function postgresOf(values: DatabaseFlags): PostgresOptions | undefined {
  const { db = values.postgres === undefined ? "etcd" : "postgres", postgres: dsn } = values;
  const hasElection = !values["no-election"];
  if (db !== "etcd" && db !== "postgres") {
    throw new UsageError(`--db takes etcd or postgres, not "${db}"`);
  }
  if (db === "postgres") return { hasElection, ...(dsn !== undefined && { dsn }) };
  if (dsn !== undefined) throw new UsageError("--postgres goes with --db postgres");
  if (!hasElection) throw new UsageError("--no-election goes with --db postgres");
  return undefined;
}
