import { readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import { awaitEvent, type Cluster, startCluster } from "@leaderlab/cluster";
import { createCertificate } from "@leaderlab/rpc/certificate";
import { ProxyProblem } from "./proxy-problem.ts";

/** Where a node of the lab listens. */
export interface NodePlace {
  readonly host: string;
  readonly grpcPort: number;
  readonly restPort: number;
}

/** A cluster on sockets that a proxy is put in front of. `lnd-1` leads and serves. */
export interface ProxyLab extends AsyncDisposable {
  readonly cluster: Cluster;
  readonly clock: Clock;
  readonly random: Random;
  readonly places: readonly NodePlace[];
  /** For whatever the proxy under test needs; removed at the end. */
  readonly folder: string;
  /** A certificate for the proxy itself, for `localhost` and 127.0.0.1; paths of PEM files. */
  readonly certificate: { readonly cert: string; readonly key: string; readonly both: string };
  /** The nodes' certificates in one PEM file. */
  readonly nodeCertificates: string;
}

/** What a lab is made of. */
export interface ProxyLabOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** An empty folder that this lab may fill and remove. */
  readonly folder: string;
  /** Where the nodes are to listen; left out: three addresses of 127.0.0.0/8, each with the same two free ports. */
  readonly places?: readonly NodePlace[];
}

/** The times of a lab's nodes: short, so that failovers are soon seen. */
export const labTimes = {
  ttlSeconds: 5,
  leaderCheckMs: 2000,
  leaderCheckTimeoutMs: 10_000,
} as const;

/** Longer than any start takes on a busy machine. */
const startLimitMs = 60_000;

/** Starts three nodes and waits until the first one serves. Rejects with a ProxyProblem when it cannot. */
export async function startProxyLab(options: ProxyLabOptions): Promise<ProxyLab> {
  const { clock, random, folder } = options;
  const places = options.places ?? (await freePlaces(random));
  const cluster = await startCluster({
    clock,
    random,
    folder: join(folder, "nodes"),
    nodes: places.length,
    sessionTtlSeconds: labTimes.ttlSeconds,
    hosts: (index) => ({ listen: listenAt(places, index) }),
    lndFlags: (index) => [
      "--no-macaroons",
      `--alias=lnd-${index + 1}`,
      `--tlsextraip=${places[index]?.host}`,
      `--healthcheck.leader.interval=${labTimes.leaderCheckMs}ms`,
      `--healthcheck.leader.timeout=${labTimes.leaderCheckTimeoutMs}ms`,
    ],
  }).catch((error: Error) => {
    throw new ProxyProblem(`the lab's nodes cannot start: ${error.message}`);
  });
  const late = new AbortController();
  const timer = clock.setTimer(startLimitMs, () =>
    late.abort(new ProxyProblem("no node of the lab came to SERVER_ACTIVE within a minute")),
  );
  try {
    const serves = { signal: late.signal };
    await awaitEvent(
      cluster.timeline,
      (event) => event.kind === "state" && event.state === "SERVER_ACTIVE",
      serves,
    );
    const certificates = cluster.nodes.map((node) => readFileSync(node.tlsCertPath, "utf8"));
    return {
      cluster,
      clock,
      random,
      places,
      folder,
      certificate: await ownCertificate(options),
      nodeCertificates: writeText(join(folder, "nodes.pem"), certificates.join("")),
      [Symbol.asyncDispose]: async () => {
        await cluster.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  } finally {
    timer.cancel();
  }
}

function listenAt(places: readonly NodePlace[], index: number) {
  const place = places[index];
  if (place === undefined) throw new Error(`the lab has no place for node ${index}`);
  return { host: place.host, rpcPort: place.grpcPort, restPort: place.restPort };
}

/** Several addresses with the same ports, as several machines have them: checks often name one port for all. */
async function freePlaces(random: Random): Promise<readonly NodePlace[]> {
  const net = `127.${64 + (random.nextUint32() % 64)}.${1 + (random.nextUint32() % 254)}`;
  const hosts = [1, 2, 3].map((last) => `${net}.${last}`);
  const grpcPort = await freePort(random, hosts);
  const restPort = await freePort(random, hosts, grpcPort);
  return hosts.map((host) => ({ host, grpcPort, restPort }));
}

/** Below the ports that systems give to outgoing connections, which take a port that was free a moment ago. */
const ports = { first: 10_240, count: 20_000 } as const;
const mostDraws = 100;

/** A port that is free on all of these addresses. Rejects with a ProxyProblem when an address is not this machine's. */
export async function freePort(random: Random, hosts: readonly string[], not = 0): Promise<number> {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const port = ports.first + (random.nextUint32() % ports.count);
    const free = await Promise.all(hosts.map((host) => isFree(host, port)));
    if (port !== not && free.every((one) => one)) return port;
  }
  throw new ProxyProblem(`no port is free on all of ${hosts.join(", ")}`);
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRNOTAVAIL") return resolve(false);
      const hint = `on macOS \`sudo ifconfig lo0 alias ${host}\` adds it`;
      reject(
        new ProxyProblem(`this system has no address ${host}, which a node is to have; ${hint}`),
      );
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

const dayMs = 86_400_000;

async function ownCertificate({ clock, random, folder }: ProxyLabOptions) {
  const now = clock.unixNow();
  const { cert, key } = await createCertificate({
    curve: "P-256",
    hash: "SHA-256",
    name: [["O", "leaderlab proxy under test"]],
    dnsNames: ["localhost"],
    ipAddresses: ["127.0.0.1"],
    notBefore: now - dayMs,
    notAfter: now + 30 * dayMs,
    keyUsage: ["digitalSignature", "keyEncipherment", "certSign"],
    extendedKeyUsage: ["serverAuth"],
    serialNumber: random.nextBytes(16),
  });
  return {
    cert: writeText(join(folder, "proxy.pem"), cert),
    key: writeText(join(folder, "proxy.key"), key),
    both: writeText(join(folder, "proxy-both.pem"), `${cert}${key}`),
  };
}

/** Writes a file that only this user can read, and gives its path back. */
export function writeText(path: string, text: string): string {
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
