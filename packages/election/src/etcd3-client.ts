import { rootCertificates } from "node:tls";
import type { Clock } from "@leaderlab/clock";
import { Etcd3, type IOptions } from "etcd3";
import type { EtcdClient } from "./etcd-client.ts";
import type { GrpcChannel, GrpcMetadata, GrpcService } from "./grpc-calls.ts";
import { type Connection, GrpcEtcdClient, type ServiceName } from "./grpc-etcd-client.ts";

const defaultDialTimeoutMs = 5000;

/** What lnd allows an operation of its database. */
const defaultRequestTimeoutMs = 30_000;

export interface Etcd3ClientOptions {
  /** `host:port`, `http://host:port` or `https://host:port`, at least one; calls go to one until it is UNAVAILABLE. */
  readonly endpoints: readonly string[];
  readonly clock: Clock;
  /** PEM. Makes every endpoint TLS; without `ca`, Node's certificate authorities count. */
  readonly tls?: { readonly ca?: Buffer; readonly cert?: Buffer; readonly key?: Buffer };
  readonly user?: { readonly name: string; readonly password: string };
  /** How long a call waits for a connection before it is UNAVAILABLE. Default 5000. */
  readonly dialTimeoutMs?: number;
  /** How long a request waits for its answer before it is DEADLINE_EXCEEDED. Default 30000; streams have no limit. */
  readonly requestTimeoutMs?: number;
  /**
   * Handed on to grpc-js with each client: channel options such as "grpc.keepalive_time_ms", or a
   * `channelFactoryOverride` that makes the channel itself. The factory is the way to skip the verification of a
   * server's certificate; `tls` and the scheme of an endpoint do not count for a channel that it makes.
   */
  readonly channelOptions?: object;
}

/** The port over real gRPC. */
export interface Etcd3Client extends EtcdClient {
  /** Logs in, so that a wrong password shows before the first call; does nothing without a user. */
  authenticate(signal?: AbortSignal): Promise<void>;
  /** Ends every call and stream (CANCELLED) and closes the connections. Calls made afterwards reject the same way. */
  close(): void;
}

/**
 * A client over npm etcd3. Nothing is dialled before the first call. It has one connection per endpoint, repeats
 * nothing by itself, and rejects with etcd's own codes and texts. A token that etcd no longer takes is renewed once.
 * grpc-js never gives up a connection that it is still making: against a peer that swallows packets, calls fail after
 * the dial timeout, but the socket stays, also after `close`, until the peer or the system's TCP ends it.
 *
 * Deviates: npm etcd3's own calls are not used, only its services and its choice of channels. They repeat requests,
 * open circuit breakers, log in over a connection of their own that is never closed, cannot be cancelled, and drop
 * gRPC's code from errors.
 */
export function createEtcd3Client(options: Etcd3ClientOptions): Etcd3Client {
  return new GrpcEtcdClient({
    ...options,
    connections: options.endpoints.map((endpoint) => NpmEtcd3Connection.create(endpoint, options)),
    dialTimeoutMs: options.dialTimeoutMs ?? defaultDialTimeoutMs,
    requestTimeoutMs: options.requestTimeoutMs ?? defaultRequestTimeoutMs,
  });
}

/** One endpoint of npm etcd3, with all its services on one channel. */
class NpmEtcd3Connection extends Etcd3 implements Connection {
  #channel: GrpcChannel | undefined;

  static create(endpoint: string, options: Etcd3ClientOptions): NpmEtcd3Connection {
    const { tls, channelOptions } = options;
    const made: { connection?: NpmEtcd3Connection } = {};
    const connection = new NpmEtcd3Connection({
      hosts: endpoint,
      faultHandling: { host: () => noPolicy, global: noPolicy },
      ...(tls && { credentials: credentialsOf(tls) }),
      grpcOptions: {
        // Our own loops decide when to try again: a call that cannot be made fails at once.
        "grpc.enable_retries": 0,
        "grpc.initial_reconnect_backoff_ms": 100,
        "grpc.max_reconnect_backoff_ms": 1000,
        // Each client has sockets of its own, and they close with its channel.
        "grpc.use_local_subchannel_pool": 1,
        "grpc.max_receive_message_length": -1,
        "grpc.max_send_message_length": -1,
        ...channelOptions,
        // Read anew by each service's client: the first makes the channel, the others find it here.
        get channelOverride() {
          return made.connection === undefined ? undefined : made.connection.#channel;
        },
      },
    });
    made.connection = connection;
    return connection;
  }

  async service(name: ServiceName): Promise<{ service: GrpcService; metadata: GrpcMetadata }> {
    return await this.pool.withConnection(name, ({ client, metadata }) => {
      const channel = client.getChannel();
      this.#channel = channel;
      // The methods stand on the client, which they need as `this`.
      const methods = client as unknown;
      const service = {
        unary: methods as GrpcService["unary"],
        duplex: methods as GrpcService["duplex"],
        channel,
      };
      return { service, metadata };
    });
  }

  override close(): void {
    // First the channel: npm etcd3 would wait for one that is being dialled, for a second, before it closes it.
    this.#channel?.close();
    super.close();
  }
}

type FaultHandling = NonNullable<IOptions["faultHandling"]>;
type Policy = NonNullable<FaultHandling["global"]>;

const noEvent = () => ({ dispose() {} });
const noSignal = new AbortController().signal;

/** Neither repeats calls nor opens a circuit: what npm etcd3 would do by default. */
const noPolicy = {
  onSuccess: noEvent,
  onFailure: noEvent,
  execute: async (call) => await call({ signal: noSignal }),
} as Partial<Policy> as Policy;

function credentialsOf(tls: NonNullable<Etcd3ClientOptions["tls"]>) {
  const { ca, cert, key } = tls;
  return {
    rootCertificate: ca ?? Buffer.from(rootCertificates.join("\n")),
    ...(key && { privateKey: key }),
    ...(cert && { certChain: cert }),
  };
}
