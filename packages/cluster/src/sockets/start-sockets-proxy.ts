import type { Clock, Random } from "@leaderlab/clock";
import { createEtcd3Client } from "@leaderlab/election/etcd3";
import { parseAddress, type SocketAddress, startLeaderProxy } from "@leaderlab/leader-proxy";
import { channelOptionsFor, createRpcClient } from "@leaderlab/rpc/client";
import { Link } from "../links/link.ts";
import type { LinkBoard } from "../links/link-board.ts";
import type { Relay } from "../links/relay.ts";
import type { EtcdEndpoint } from "../node-flags.ts";
import type { FabricProxy, FabricProxyOptions } from "../proxy/fabric-proxy.ts";
import type { SocketsHost } from "./sockets-host.ts";

/** What a proxy on sockets stands on. */
export interface SocketsProxyParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly board: LinkBoard;
  readonly hosts: readonly SocketsHost[];
  readonly options: FabricProxyOptions;
}

/** A proxy, and its way to etcd, which is shut while etcd's process is gone. */
export interface SocketsProxy extends FabricProxy {
  /** Undefined when there is none, or nothing can stand in it. */
  readonly etcdRelay: Relay | undefined;
}

const loopback = "127.0.0.1";

/**
 * A proxy whose ways to nodes and etcd, and whose clients' ways to it, are links that can have faults. Rejects with
 * Node's error (EADDRINUSE …) when one of its ports is taken; then none of them is left open.
 */
export async function startSocketsProxy(parts: SocketsProxyParts): Promise<SocketsProxy> {
  const { clock, random, board, hosts, options } = parts;
  const { settings, etcd, prefix, onProxied } = options;
  const linkOf = (from: string, to: string, readsGrpc = false) => {
    const link = new Link({ name: { from, to }, clock, random, readsGrpc });
    board.add(link);
    return link;
  };
  const backends = await Promise.all(hosts.map((host) => host.machine.openToProxy()));
  const etcdRelay = etcd && (await relayEtcd(etcd, linkOf));
  const client = etcd && connectEtcd(etcd, etcdRelay, clock);
  const free = { host: loopback, port: 0 };
  const relays: Relay[] = [];
  const proxy = await startLeaderProxy({
    backends,
    clock,
    grpc: free,
    rest: free,
    admin: { host: loopback, port: settings.adminPort ?? 0 },
    contract: settings.contract,
    ...(client && { election: { client, prefix } }),
    timings: settings.timings,
    onRoute: ({ name }) => onProxied(name),
    onFault: (error) => {
      throw error;
    },
  }).catch((error) => {
    client?.close();
    throw error;
  });
  const stop = async () => {
    await Promise.all(relays.map((relay) => relay.stop()));
    await proxy.stop();
    client?.close();
  };
  const clientLink = linkOf("client", "proxy");
  const open = async (port: number | undefined, inside: string | undefined) => {
    const to = addressOf(inside);
    const listen = { host: loopback, port: port ?? 0 };
    const relay = await clientLink.startRelay({ listen, to: () => to });
    relays.push(relay);
    return `${relay.address.host}:${relay.address.port}`;
  };
  try {
    const grpcAddress = await open(settings.grpcPort, proxy.grpcAddress);
    const restAddress = await open(settings.restPort, proxy.restAddress);
    return {
      tracker: proxy.tracker,
      grpcAddress,
      restAddress,
      adminAddress: proxy.adminAddress ?? null,
      etcdRelay,
      // Behind it is now this node's certificate, now that one's.
      connect: () => createRpcClient(grpcAddress, { insecureSkipVerify: true }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A certificate is for a name: where it is looked at, nothing can stand in between. */
async function relayEtcd(
  { address, isTls, insecureSkipVerify }: EtcdEndpoint,
  linkOf: (from: string, to: string, readsGrpc: boolean) => Link,
): Promise<Relay | undefined> {
  if (isTls && !insecureSkipVerify) return undefined;
  const to = addressOf(address);
  return linkOf("proxy", "etcd", !isTls).startRelay({ to: () => to });
}

function connectEtcd(
  { address, user, isTls, insecureSkipVerify }: EtcdEndpoint,
  relay: Relay | undefined,
  clock: Clock,
) {
  return createEtcd3Client({
    endpoints: [relay === undefined ? address : `${loopback}:${relay.address.port}`],
    clock,
    ...(user !== undefined && { user }),
    channelOptions: channelOptionsFor(isTls ? { insecureSkipVerify } : undefined),
  });
}

function addressOf(text: string | undefined): SocketAddress {
  const address = parseAddress(text ?? "");
  if (address === undefined) throw new Error(`"${text}" is no HOST:PORT`);
  return address;
}
