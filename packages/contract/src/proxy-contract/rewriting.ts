import type { SourceText } from "../file-kind.ts";
import { isGrpcPort, isTooShort, type ProxiedPool } from "../proxies/proxied-pool.ts";
import { SourcePositions } from "../read/source-positions.ts";
import type { Protocol } from "./answers.ts";
import type { NodePlace } from "./proxy-lab.ts";
import type { Replacement } from "./replace-stretches.ts";

/** What a configuration's addresses are replaced with, in a copy of it. */
export interface RewriteTargets {
  readonly nodes: readonly NodePlace[];
  /** `leaderlab proxy`, for configurations that go through it. */
  readonly leaderProxy: NodePlace & { readonly adminPort: number };
  /** PEM files: the proxy's own certificate, its key, both in one; and the nodes' certificates. */
  readonly certificate: { readonly cert: string; readonly key: string; readonly both: string };
  readonly nodeCertificates: string;
  /** By how much a time after which idle streams are cut is shortened, where it is too short for the contract. */
  readonly idleScale: number;
  /** A folder that the proxy may write to. */
  readonly folder: string;
  /** A port of 127.0.0.1 that is free. */
  freePort(): Promise<number>;
}

/** A configuration that listens on this machine only, and looks at the lab's nodes. */
export interface RewrittenConfig {
  readonly text: string;
  /** Ports of 127.0.0.1 that lead to lnd. */
  readonly ports: { readonly grpc?: number; readonly rest?: number };
  /** In front of lnd's own paths, where the configuration has it so. */
  readonly restPrefix?: string;
}

/** Shortens the idle limits that the contract finds too short, so that they are seen at work soon. */
export function shortened(
  pools: readonly ProxiedPool[],
  source: SourceText,
  { idleScale }: RewriteTargets,
): readonly Replacement[] {
  if (idleScale === 1) return [];
  const positions = new SourcePositions(source);
  return pools
    .flatMap(({ idleLimits }) => idleLimits)
    .flatMap((limit) => {
      const edit = isTooShort(limit) && limit.edit?.(Math.max(1, Math.round(limit.ms / idleScale)));
      if (edit === undefined || edit === false) return [];
      const [from, to] = positions.offsetsOf(edit.position);
      return [{ from, to, text: edit.text }];
    });
}

/** Everything that may tell which of lnd's two protocols something carries. */
export interface TrafficHints {
  readonly ports: readonly (number | undefined)[];
  readonly names: readonly string[];
  /** What it is taken for when nothing else tells. */
  readonly otherwise: Protocol;
}

/** gRPC or REST, by lnd's ports (10009 and up, 8080 and up), by names, or else as it was said. */
export function trafficOf({ ports, names, otherwise }: TrafficHints): Protocol {
  for (const port of ports) {
    if (isGrpcPort(port)) return "grpc";
    if (port !== undefined && ((port >= 8000 && port < 8100) || port === 8443)) return "rest";
  }
  const all = names.join(" ");
  if (/grpc|rpc/i.test(all)) return "grpc";
  return /rest|http|api/i.test(all) ? "rest" : otherwise;
}

/**
 * Which node of the lab stands for which of a configuration's hosts: by host where hosts differ, else by the place in
 * its pool. More servers than nodes begin again with the first.
 */
export function nodeMapping(
  pools: readonly (readonly { readonly host: string }[])[],
  nodes: readonly NodePlace[],
): (host: string, indexInPool: number) => NodePlace {
  const hosts = [...new Set(pools.flat().map(({ host }) => host))];
  const differ = pools.every((pool) => new Set(pool.map(({ host }) => host)).size === pool.length);
  return (host, indexInPool) => {
    const index = differ && hosts.length > 1 ? hosts.indexOf(host) : indexInPool;
    const node = nodes[index % nodes.length];
    if (node === undefined) throw new Error("the lab has no nodes");
    return node;
  };
}
