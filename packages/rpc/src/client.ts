import { isIP } from "node:net";
import {
  checkServerIdentity,
  createSecureContext,
  type PeerCertificate,
  type SecureContext,
} from "node:tls";
import {
  type CallOptions,
  Channel,
  type ChannelCredentials,
  type ChannelOptions,
  Client,
  type ClientDuplexStream,
  type ClientOptions,
  credentials,
  Metadata,
  type ServiceError,
} from "@grpc/grpc-js";
import type { MethodDefinition, MethodTypes } from "@leaderlab/proto";
import { codeName, RpcError } from "./status.ts";

export { RpcError, type StatusCode } from "./status.ts";

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
  /**
   * The value of a key that ends in `-bin` goes as bytes. A key or a value that HTTP/2 does not take makes the call
   * fail with an Error that is no RpcError.
   */
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
  /** Opens a call on which both sides stream. A failure of any kind comes out where the responses are iterated. */
  bidi<T extends MethodTypes & { kind: "bidi" }>(
    method: MethodDefinition<T>,
    settings?: CallSettings,
  ): BidiCall<T["requestInput"], T["response"]>;
  close(): void;
}

/**
 * A call on which both sides stream: requests go out by `send`, responses are iterated, by one reader. The iteration
 * throws an RpcError when the call breaks, and leaving it cancels the call.
 */
export interface BidiCall<Request, Response> extends AsyncIterable<Response> {
  /** What the server has not taken yet is kept in memory, without a bound: the caller knows how much it sends. */
  send(request: Request): void;
  /** Says that no request follows; responses may still come. */
  end(): void;
  cancel(): void;
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
    bidi(method, settings = {}) {
      const call = client.makeBidiStreamRequest(
        method.path,
        method.encodeRequest,
        method.decodeResponse,
        metadataOf(settings),
        callOptions(settings),
      );
      settings.signal?.addEventListener("abort", () => call.cancel(), { once: true });
      return bidiCall(call);
    },
    close: () => client.close(),
  };
}

/** grpc-js tells of a failure by one event, which may come before anybody iterates: so it is kept. */
function bidiCall<Request, Response>(
  call: ClientDuplexStream<Request, Response>,
): BidiCall<Request, Response> {
  let failure: ServiceError | undefined;
  call.on("error", (error: ServiceError) => {
    failure = error;
  });
  return {
    send: (request) => void call.write(request),
    end: () => call.end(),
    cancel: () => call.cancel(),
    async *[Symbol.asyncIterator]() {
      try {
        yield* call;
      } catch (error) {
        throw rpcError(error as ServiceError);
      } finally {
        call.cancel();
      }
      if (failure !== undefined) throw rpcError(failure);
    },
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
  const verification = {
    rejectUnauthorized: !insecureSkipVerify,
    checkServerIdentity: (_name: string, certificate: PeerCertificate) =>
      insecureSkipVerify ? undefined : checkServerIdentity(host, certificate),
  };
  if (insecureSkipVerify && ca === null && key === null && cert === null) {
    trustless ??= createSecureContext({ ca: [] });
    return credentials.createFromSecureContext(trustless, verification);
  }
  return credentials.createSsl(ca, key, cert, verification);
}

/**
 * For those who look at no certificate: reading the system's authorities for each client anew takes Node some 5 ms.
 */
let trustless: SecureContext | undefined;

/**
 * TLS has no server name that is an IP address, and Node warns about each; so for such an address the name sent is
 * `localhost`, while the certificate is checked against the address all the same. An HTTP proxy that the environment
 * names is passed by, as lncli passes it by: the servers meant here are those that were named. Each client has a
 * connection of its own, so that one who does not read what it asked for holds up nobody else.
 */
function channelOptions(address: string, tls: ClientTls | undefined): ChannelOptions {
  return {
    "grpc.max_receive_message_length": -1,
    "grpc.enable_http_proxy": 0,
    "grpc.use_local_subchannel_pool": 1,
    ...(tls !== undefined &&
      isIP(hostOf(address)) !== 0 && { "grpc.ssl_target_name_override": "localhost" }),
  };
}

/** The host of `host:port` or `[::1]:port`; a unix socket (`unix:/path`) counts as localhost, as in grpc-go. */
function hostOf(address: string): string {
  if (address.startsWith("unix:")) return "localhost";
  return address.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
}

function metadataOf(settings: CallSettings): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(settings.metadata ?? {})) {
    metadata.set(key, key.endsWith("-bin") ? Buffer.from(value) : value);
  }
  return metadata;
}

function callOptions(settings: CallSettings): CallOptions {
  return settings.deadline === undefined ? {} : { deadline: settings.deadline };
}

function rpcError(error: ServiceError): RpcError {
  return new RpcError(codeName(error.code), error.details ?? error.message);
}
