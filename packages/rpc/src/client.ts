import { isIP } from "node:net";
import { checkServerIdentity } from "node:tls";
import {
  type CallOptions,
  Channel,
  type ChannelCredentials,
  type ChannelOptions,
  Client,
  type ClientOptions,
  credentials,
  Metadata,
  type ServiceError,
} from "@grpc/grpc-js";
import type { MethodDefinition, MethodTypes } from "@leaderlab/proto";
import { codeName, RpcError } from "./status.ts";

/** How a client proves who the server is, and itself. */
export interface ClientTls {
  /** PEM; left out: the system's certificate authorities. */
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
  /** Takes any certificate: for self-signed ones on a machine that is trusted. */
  readonly insecureSkipVerify?: boolean;
}

/** What may go with a single call. */
export interface CallSettings {
  readonly metadata?: { readonly [key: string]: string };
  /** Unix milliseconds; left out: no deadline. */
  readonly deadline?: number;
  readonly signal?: AbortSignal;
}

/** Calls methods of a gRPC server by their definitions. */
export interface RpcClient {
  /** Rejects with an RpcError. */
  unary<T extends MethodTypes & { kind: "unary" }>(
    method: MethodDefinition<T>,
    request: T["requestInput"],
    settings?: CallSettings,
  ): Promise<T["response"]>;
  /** Throws an RpcError when the stream breaks; leaving the loop cancels the call. */
  serverStream<T extends MethodTypes & { kind: "serverStream" }>(
    method: MethodDefinition<T>,
    request: T["requestInput"],
    settings?: CallSettings,
  ): AsyncIterable<T["response"]>;
  close(): void;
}

/** A client for `host:port`; `tls` left out means plain text. Nothing is dialled before the first call. */
export function createRpcClient(address: string, tls?: ClientTls): RpcClient {
  const client = new Client(
    address,
    channelCredentials(address, tls),
    channelOptions(address, tls),
  );
  return {
    unary: (method, request, settings = {}) =>
      new Promise((resolve, reject) => {
        const call = client.makeUnaryRequest(
          method.path,
          method.encodeRequest,
          method.decodeResponse,
          request,
          metadataOf(settings),
          callOptions(settings),
          (error, response) => (error ? reject(rpcError(error)) : resolve(response)),
        );
        settings.signal?.addEventListener("abort", () => call.cancel(), { once: true });
      }),
    async *serverStream(method, request, settings = {}) {
      const call = client.makeServerStreamRequest(
        method.path,
        method.encodeRequest,
        method.decodeResponse,
        request,
        metadataOf(settings),
        callOptions(settings),
      );
      settings.signal?.addEventListener("abort", () => call.cancel(), { once: true });
      try {
        yield* call;
      } catch (error) {
        throw rpcError(error as ServiceError);
      } finally {
        call.cancel();
      }
    },
    close: () => client.close(),
  };
}

/**
 * Options for a client of another library that is built on grpc-js (npm etcd3) and passes options through: it then
 * makes its channels with this TLS, which can skip verification where the library itself cannot.
 */
export function channelOptionsFor(tls: ClientTls | undefined): ClientOptions {
  return {
    channelFactoryOverride: (
      address: string,
      _given: ChannelCredentials,
      options: ChannelOptions,
    ) =>
      new Channel(address, channelCredentials(address, tls), {
        ...options,
        ...channelOptions(address, tls),
      }),
  };
}

function channelCredentials(address: string, tls: ClientTls | undefined): ChannelCredentials {
  if (tls === undefined) return credentials.createInsecure();
  const { ca = null, key = null, cert = null, insecureSkipVerify = false } = tls;
  const host = hostOf(address);
  return credentials.createSsl(ca, key, cert, {
    rejectUnauthorized: !insecureSkipVerify,
    checkServerIdentity: (_name, certificate) =>
      insecureSkipVerify ? undefined : checkServerIdentity(host, certificate),
  });
}

/**
 * TLS has no server name that is an IP address, and Node warns about each; so for such an address the name sent is
 * `localhost`, while the certificate is checked against the address all the same.
 */
function channelOptions(address: string, tls: ClientTls | undefined): ChannelOptions {
  return {
    "grpc.max_receive_message_length": -1,
    ...(tls !== undefined &&
      isIP(hostOf(address)) !== 0 && { "grpc.ssl_target_name_override": "localhost" }),
  };
}

/** The host of `host:port` or `[::1]:port`. */
function hostOf(address: string): string {
  return address.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
}

function metadataOf(settings: CallSettings): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(settings.metadata ?? {})) metadata.set(key, value);
  return metadata;
}

function callOptions(settings: CallSettings): CallOptions {
  return settings.deadline === undefined ? {} : { deadline: settings.deadline };
}

function rpcError(error: ServiceError): RpcError {
  return new RpcError(codeName(error.code), error.details ?? error.message);
}
