import type { Clock, Random } from "@leaderlab/clock";
import type { Backend } from "@leaderlab/leader-proxy";
import {
  ListenError,
  type LndConfig,
  type OpenPorts,
  type OpenPortsOptions,
  type Surroundings,
  thisMachine,
} from "@leaderlab/lnd-sim";
import { faultKinds, type Undo } from "../faults/index.ts";
import { Link } from "../links/link.ts";
import type { LinkBoard } from "../links/link-board.ts";
import type { Relay } from "../links/relay.ts";
import type { Address } from "../links/relayed-connection.ts";

export interface LinkedMachineOptions {
  /** Of the node. */
  readonly name: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly board: LinkBoard;
}

interface ProxyDoor {
  readonly link: Link;
  readonly to: { grpc: Address; rest: Address };
  readonly relays: readonly Relay[];
}

/** Nobody listens there. */
const nowhere: Address = { host: "127.0.0.1", port: 1 };

type Flag = ListenError["place"]["flag"];

/**
 * This machine as a node of the lab sees it: etcd is at the far end of a link, and the node's own ports at the near end
 * of another. Where nothing goes wrong, no client can tell: a port is open while the node's is, and connections end as
 * the node ends them.
 */
export class LinkedMachine {
  readonly surroundings: Surroundings;
  readonly #options: LinkedMachineOptions;
  readonly #clientLink: Link;
  #etcdLink: Link | undefined;
  #etcdRelay: Relay | undefined;
  /** As the node's flags name it. */
  #etcdHost = "";
  /** Where the node's own ports are seen from outside, in each of its lives. */
  readonly #ports = new Map<string, { relay: Relay; to: Address }>();
  /** Where a proxy finds the ports of the present process. */
  #proxyDoor: ProxyDoor | undefined;
  #frozen: readonly Undo[] = [];

  constructor(options: LinkedMachineOptions) {
    this.#options = options;
    const { clock, random, board, name } = options;
    const link = { from: "client", to: name };
    this.#clientLink = new Link({ name: link, clock, random, readsGrpc: false });
    board.add(this.#clientLink);
    this.surroundings = {
      ...thisMachine,
      openPorts: (router, given) => this.#openPorts(router, given),
      connectEtcd: (config, endpoints, nodeClock) =>
        thisMachine.connectEtcd(
          config,
          endpoints.map((endpoint) => this.#relayed(endpoint)),
          nodeClock,
        ),
    };
  }

  /** Learns from the node's configuration where its etcd is. */
  configure({ db, cluster }: Pick<LndConfig, "db" | "cluster">): void {
    const { etcd } = db;
    const needsEtcd = db.backend === "etcd" || cluster.enableLeaderElection;
    if (this.#etcdLink !== undefined || !needsEtcd || !canRelay(etcd)) return;
    const { name: from, clock, random, board } = this.#options;
    const name = { from, to: "etcd" };
    this.#etcdLink = new Link({ name, clock, random, readsGrpc: etcd.disableTls });
    this.#etcdHost = etcd.host;
    board.add(this.#etcdLink);
  }

  /** The process stands still: the system takes its connections and keeps what arrives; nobody looks at it. */
  freeze(): void {
    if (this.#frozen.length > 0) return;
    const toxic = faultKinds.blackhole.toxic({});
    const links = [this.#clientLink, this.#etcdLink, this.#proxyDoor?.link].filter(
      (link) => link !== undefined,
    );
    this.#frozen = links.map((link) => link.poison({ toxic, direction: "both" }));
  }

  /** It goes on. */
  async thaw(): Promise<void> {
    const undos = this.#frozen;
    this.#frozen = [];
    for (const undo of undos) await undo();
  }

  /** Opens a further way in, for a proxy, over the link `proxy:NAME`; to be called before the first process. */
  async openToProxy(): Promise<Backend> {
    const { name, clock, random, board } = this.#options;
    const link = new Link({ name: { from: "proxy", to: name }, clock, random, readsGrpc: false });
    board.add(link);
    const to = { grpc: nowhere, rest: nowhere };
    const grpc = await link.startRelay({ to: () => to.grpc });
    const rest = await link.startRelay({ to: () => to.rest });
    this.#proxyDoor = { link, to, relays: [grpc, rest] };
    for (const relay of this.#proxyDoor.relays) relay.shut();
    const addressOf = ({ address: { host, port } }: Relay) => `${host}:${port}`;
    return { name, grpcAddress: addressOf(grpc), restAddress: addressOf(rest) };
  }

  /** etcd's process is gone: nobody listens at its port. */
  shutEtcd(): void {
    this.#etcdRelay?.shut();
  }

  async openEtcd(): Promise<void> {
    await this.#etcdRelay?.open();
  }

  #relayed(endpoint: string): string {
    const relay = endpoint === this.#etcdHost ? this.#etcdRelay : undefined;
    return relay === undefined ? endpoint : `${parseAddress(endpoint).host}:${relay.address.port}`;
  }

  async #openPorts(
    router: Parameters<Surroundings["openPorts"]>[0],
    options: OpenPortsOptions,
  ): Promise<OpenPorts> {
    await this.#startEtcdRelay();
    const { rpc, rest } = options.config;
    const hidden = { host: "127.0.0.1", port: 0, family: 4 } as const;
    const config = {
      ...options.config,
      rpc: { ...rpc, listeners: rpc.listeners.map(() => hidden) },
      rest: { ...rest, listeners: rest.listeners.map(() => hidden) },
    };
    const inner = await thisMachine.openPorts(router, { ...options, config });
    const opened: Relay[] = [...(this.#proxyDoor?.relays ?? [])];
    const open = async (flag: Flag, places: typeof rpc.listeners, addresses: readonly string[]) => {
      const relays: Relay[] = [];
      for (const [index, address] of addresses.entries()) {
        relays.push(
          await this.#openPort(flag, `${flag} ${index}`, places[index], parseAddress(address)),
        );
        opened.push(...relays.slice(-1));
      }
      return relays.map(({ address: { host, port } }) => `${host}:${port}`);
    };
    const shut = () => {
      for (const relay of opened) relay.shut();
    };
    try {
      const rpcAddresses = await open("rpclisten", rpc.listeners, inner.rpcAddresses);
      const restAddresses = await open("restlisten", rest.listeners, inner.restAddresses);
      await this.#openDoor(inner);
      const stop = async () => {
        shut();
        await inner.stop();
        // The end of a process that stood still is seen as any end.
        await this.thaw();
      };
      return { rpcAddresses, restAddresses, stop };
    } catch (error) {
      shut();
      await inner.stop();
      throw error;
    }
  }

  async #openDoor({ rpcAddresses: [grpc], restAddresses: [rest] }: OpenPorts): Promise<void> {
    const door = this.#proxyDoor;
    if (door === undefined) return;
    door.to.grpc = grpc === undefined ? nowhere : parseAddress(grpc);
    door.to.rest = rest === undefined ? nowhere : parseAddress(rest);
    for (const relay of door.relays) await relay.open();
  }

  async #startEtcdRelay(): Promise<void> {
    if (this.#etcdLink === undefined || this.#etcdRelay !== undefined) return;
    const to = parseAddress(this.#etcdHost);
    this.#etcdRelay = await this.#etcdLink.startRelay({ to: () => to });
  }

  async #openPort(
    flag: Flag,
    key: string,
    place: LndConfig["rpc"]["listeners"][number] | undefined,
    to: Address,
  ): Promise<Relay> {
    const known = this.#ports.get(key);
    const listen =
      place === undefined || "socketPath" in place ? { host: "127.0.0.1", port: 0 } : place;
    try {
      if (known !== undefined) {
        known.to = to;
        await known.relay.open();
        return known.relay;
      }
      const port: { relay: Relay; to: Address } = {
        to,
        relay: await this.#clientLink.startRelay({
          listen: { host: listen.host, port: listen.port },
          to: () => port.to,
        }),
      };
      this.#ports.set(key, port);
      return port.relay;
    } catch (error) {
      const address = `${listen.host}:${listen.port}`;
      const reason = error instanceof Error ? error.message : String(error);
      throw new ListenError(reason, { address, flag });
    }
  }
}

/**
 * A certificate is for a name; behind a relay the name would be another, unless it is this machine's or nobody looks.
 */
function canRelay(etcd: LndConfig["db"]["etcd"]): boolean {
  if (!/^[^,]+:\d+$/.test(etcd.host)) return false;
  return etcd.disableTls || etcd.insecureSkipVerify || /^(localhost|127\.0\.0\.1):/.test(etcd.host);
}

function parseAddress(text: string): Address {
  const at = text.lastIndexOf(":");
  return { host: text.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(text.slice(at + 1)) };
}
