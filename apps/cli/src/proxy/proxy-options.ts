import { readFileSync } from "node:fs";
import {
  type Backend,
  parseAddress,
  type SocketAddress,
  type TrafficContract,
  trafficContracts,
} from "@leaderlab/leader-proxy";
import { endpointOf, userOf } from "../etcd-endpoint.ts";
import { readFlags } from "../read-flags.ts";
import { UsageError } from "../usage-error.ts";
import { wholeNumber } from "../whole-number.ts";

/** What `leaderlab proxy` is asked for. */
export interface ProxyOptions {
  readonly backends: readonly Backend[];
  /** Undefined: this port is not opened. */
  readonly grpc: SocketAddress | undefined;
  readonly rest: SocketAddress | undefined;
  readonly admin: SocketAddress | undefined;
  readonly contract: TrafficContract;
  /** PEM; undefined: the backends' certificates are not verified. */
  readonly ca: Buffer | undefined;
  /** Undefined: states alone decide. */
  readonly etcd: ProxyEtcd | undefined;
  readonly checkIntervalMs: number;
  readonly checkTimeoutMs: number;
  readonly mostConnections: number;
  readonly isJson: boolean;
}

/** How the election in etcd is reached. */
export interface ProxyEtcd {
  /** `host:port` of each member. */
  readonly endpoints: readonly string[];
  readonly tls:
    | {
        readonly ca?: Buffer;
        readonly cert?: Buffer;
        readonly key?: Buffer;
        readonly insecureSkipVerify: boolean;
      }
    | undefined;
  readonly user: { readonly name: string; readonly password: string } | undefined;
  /** Namespace and election prefix glued together, as lnd does it. */
  readonly prefix: string;
}

/** The flags of `leaderlab proxy`. */
export const proxyUsage = `Usage: leaderlab proxy --backend [NAME=]GRPC[,REST] … [flags]

A proxy in front of an lnd cluster: whoever connects is connected to the leader, TLS and all. When another node leads,
connections to the old one are cut at once; while nobody leads, clients are refused at once, and nobody waits.

  --backend [NAME=]HOST:PORT[,HOST:PORT]
                     A node: where its gRPC is and, behind a comma, its REST. Repeat it for each node. NAME (default:
                     the gRPC address) must be the node's --cluster.id where --etcd is given.
  --grpc ADDR        Where gRPC clients connect to (default 127.0.0.1:11009).
  --rest ADDR        Where REST clients connect to (default 127.0.0.1:8090 when the backends have REST).
  --admin ADDR       Serves /leader, /ready, /live, /metrics and grpc.health.v1, without TLS (default 127.0.0.1:9110).
                     ADDR is HOST:PORT, PORT alone for 127.0.0.1, or off. Port 0 takes a free one.
  --contract NAME    Who gets traffic: serving (default) is SERVER_ACTIVE, leader is anything but WAITING_TO_START.
  --backend-ca FILE  Verify the nodes' certificates against this file: all their tls.cert, one after the other.
                     Default: any is taken, as they are self-signed.
  --etcd URL         Look into the election itself, so that a node which lost it is cut at once; repeat it for several
                     members. Without etcd, of two nodes that serve the one that turned last gets the traffic.
  --etcd-prefix P    lnd's --cluster.etcd-election-prefix (default /leader/, as lnd's own).
  --etcd-namespace N lnd's --db.etcd.namespace (default none).
  --etcd-user NAME:PASSWORD
  --etcd-ca FILE, --etcd-cert FILE, --etcd-key FILE
  --etcd-insecure-skip-verify
                     TLS of an https etcd.
  --check-interval MS, --check-timeout MS
                     How often a node must answer, and within what time (default 1000 and 2000): a node that hangs is
                     noticed within both together.
  --max-connections N
                     The most clients of each port at a time (default 1000).
  --json             Print each line as a JSON object.
  -h, --help

Exit code 0: it was asked to stop; 1: a port cannot be had; 2: bad input.
`;

const flags = {
  backend: { type: "string", multiple: true, default: [] as string[] },
  grpc: { type: "string" },
  rest: { type: "string" },
  admin: { type: "string" },
  contract: { type: "string", default: "serving" },
  "backend-ca": { type: "string" },
  etcd: { type: "string", multiple: true, default: [] as string[] },
  "etcd-prefix": { type: "string" },
  "etcd-namespace": { type: "string" },
  "etcd-user": { type: "string" },
  "etcd-ca": { type: "string" },
  "etcd-cert": { type: "string" },
  "etcd-key": { type: "string" },
  "etcd-insecure-skip-verify": { type: "boolean", default: false },
  "check-interval": { type: "string", default: "1000" },
  "check-timeout": { type: "string", default: "2000" },
  "max-connections": { type: "string", default: "1000" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const mostBackends = 100;
const mostCheckMs = 600_000;

/** Reads the command line; "help" when it asks for that. Throws UsageError. */
export function parseProxyOptions(argv: readonly string[]): ProxyOptions | "help" {
  const values = readFlags(argv, flags);
  if (values.help) return "help";
  const contract = trafficContracts.find((name) => name === values.contract);
  if (contract === undefined) {
    throw new UsageError(
      `--contract takes ${trafficContracts.join(" or ")}, not "${values.contract}"`,
    );
  }
  const backends = backendsOf(values.backend);
  const grpc = listenAddress("--grpc", values.grpc ?? "127.0.0.1:11009");
  const rest = listenAddress("--rest", restListen(values.rest, backends));
  if (grpc === undefined && rest === undefined) {
    throw new UsageError("--grpc and --rest are both off: nobody could connect");
  }
  const milliseconds = (name: string, text: string) => wholeNumber(name, text, 10, mostCheckMs);
  const caPath = values["backend-ca"];
  return {
    backends,
    grpc,
    rest,
    admin: listenAddress("--admin", values.admin ?? "127.0.0.1:9110"),
    contract,
    ca: caPath === undefined ? undefined : readPem("--backend-ca", caPath),
    etcd: etcdOf(values),
    checkIntervalMs: milliseconds("check-interval", values["check-interval"]),
    checkTimeoutMs: milliseconds("check-timeout", values["check-timeout"]),
    mostConnections: wholeNumber("max-connections", values["max-connections"], 1, 100_000),
    isJson: values.json,
  };
}

type Values = ReturnType<typeof readFlags<typeof flags>>;

function backendsOf(texts: readonly string[]): readonly Backend[] {
  if (texts.length === 0) {
    throw new UsageError(
      "name the nodes, such as --backend lnd-1=127.0.0.1:10009,127.0.0.1:8080 --backend lnd-2=…",
    );
  }
  if (texts.length > mostBackends) {
    throw new UsageError(`--backend can be given ${mostBackends} times at most`);
  }
  const backends = texts.map(backendOf);
  for (const [index, { name, grpcAddress }] of backends.entries()) {
    const before = backends.slice(0, index);
    if (before.some((other) => other.name === name)) {
      throw new UsageError(`two backends are called "${name}"; give each a name of its own`);
    }
    if (before.some((other) => other.grpcAddress === grpcAddress)) {
      throw new UsageError(`two backends are at ${grpcAddress}; name each node once`);
    }
  }
  return backends;
}

function backendOf(text: string): Backend {
  const equals = text.indexOf("=");
  const [grpcAddress = "", restAddress, ...more] = text.slice(equals + 1).split(",");
  const name = equals < 0 ? grpcAddress : text.slice(0, equals);
  for (const address of restAddress === undefined ? [grpcAddress] : [grpcAddress, restAddress]) {
    const parsed = parseAddress(address);
    if (parsed === undefined || parsed.port === 0 || more.length > 0 || name === "") {
      throw new UsageError(
        `--backend takes [NAME=]HOST:PORT[,HOST:PORT], such as lnd-1=127.0.0.1:10009,127.0.0.1:8080, not "${text}"`,
      );
    }
  }
  return { name, grpcAddress, restAddress };
}

function restListen(given: string | undefined, backends: readonly Backend[]): string {
  const without = backends.find(({ restAddress }) => restAddress === undefined);
  if (given !== undefined && given !== "off" && without !== undefined) {
    throw new UsageError(
      `--rest needs the REST address of every backend; ${without.name} has none: add it behind a comma`,
    );
  }
  return given ?? (without === undefined ? "127.0.0.1:8090" : "off");
}

function listenAddress(flag: string, text: string): SocketAddress | undefined {
  if (text === "off") return undefined;
  const address = parseAddress(/^:?\d+$/.test(text) ? `127.0.0.1:${text.replace(":", "")}` : text);
  if (address !== undefined) return address;
  throw new UsageError(`${flag} takes HOST:PORT, PORT or off, not "${text}"`);
}

function etcdOf(values: Values): ProxyEtcd | undefined {
  const named = Object.entries(values).filter(
    ([name, value]) => name.startsWith("etcd-") && value !== undefined && value !== false,
  );
  if (values.etcd.length === 0) {
    const [stray] = named;
    if (stray !== undefined) throw new UsageError(`--${stray[0]} goes with --etcd`);
    return undefined;
  }
  if (values.backend.some((text) => !text.includes("="))) {
    throw new UsageError(
      "with --etcd every backend needs a name, its --cluster.id: --backend NAME=HOST:PORT",
    );
  }
  const endpoints = values.etcd.flatMap((text) => text.split(",")).map(endpointOf);
  const isTls = endpoints.some((endpoint) => endpoint.isTls);
  if (isTls && !endpoints.every((endpoint) => endpoint.isTls)) {
    throw new UsageError("--etcd takes members that are all https, or all http");
  }
  return {
    endpoints: endpoints.map(({ address }) => address),
    tls: isTls ? etcdTls(values) : undefined,
    user: userOf(values["etcd-user"]),
    prefix: `${values["etcd-namespace"] ?? ""}${values["etcd-prefix"] ?? "/leader/"}`,
  };
}

function etcdTls(values: Values): NonNullable<ProxyEtcd["tls"]> {
  const pem = (name: "etcd-ca" | "etcd-cert" | "etcd-key") => {
    const path = values[name];
    return path === undefined ? undefined : readPem(`--${name}`, path);
  };
  const [ca, cert, key] = [pem("etcd-ca"), pem("etcd-cert"), pem("etcd-key")];
  if ((cert === undefined) !== (key === undefined)) {
    throw new UsageError("--etcd-cert and --etcd-key go together");
  }
  return {
    insecureSkipVerify: values["etcd-insecure-skip-verify"],
    ...(ca && { ca }),
    ...(cert && { cert }),
    ...(key && { key }),
  };
}

function readPem(flag: string, path: string): Buffer {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    throw new UsageError(`${flag}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (content.includes("-----BEGIN ")) return content;
  throw new UsageError(`${flag} takes a file in PEM; ${path} holds none`);
}
