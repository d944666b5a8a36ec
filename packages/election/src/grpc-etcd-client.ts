import { AuthToken, isStaleToken } from "./auth-token.ts";
import { EtcdClientError, texts } from "./errors.ts";
import type {
  EtcdClient,
  KeepAlive,
  KeepAliveStream,
  LeaseId,
  WatchResult,
} from "./etcd-client.ts";
import * as wire from "./etcd-wire.ts";
import {
  GrpcCalls,
  type GrpcCallsOptions,
  type GrpcMetadata,
  type GrpcService,
} from "./grpc-calls.ts";

/** The services of etcd that are used. */
export type ServiceName = "KV" | "Watch" | "Lease" | "Auth";

/** The way to one endpoint. */
export interface Connection {
  /** A service, and fresh metadata for one call to it. */
  service(name: ServiceName): Promise<{ service: GrpcService; metadata: GrpcMetadata }>;
  close(): void;
}

export interface GrpcEtcdClientOptions extends GrpcCallsOptions {
  /** At least one; calls go to one until it is UNAVAILABLE, then to the next. */
  readonly connections: readonly Connection[];
  readonly user?: { readonly name: string; readonly password: string };
}

/** An EtcdClient over gRPC. */
export class GrpcEtcdClient implements EtcdClient {
  readonly #connections: readonly Connection[];
  readonly #calls: GrpcCalls;
  readonly #token: AuthToken | undefined;
  #current = 0;
  #closed = false;

  constructor(options: GrpcEtcdClientOptions) {
    const { connections, user } = options;
    this.#connections = connections;
    this.#calls = new GrpcCalls(options);
    if (user === undefined) return;
    this.#token = new AuthToken(async () => {
      const reply = await this.#call("Auth", "authenticate", user, { token: undefined });
      return (reply as { token: string }).token;
    });
  }

  /** Logs in, so that a wrong password shows before the first call; does nothing without a user. */
  async authenticate(signal?: AbortSignal): Promise<void> {
    await abortable(this.#token?.renew(), signal);
  }

  async get(request: Parameters<EtcdClient["get"]>[0], signal?: AbortSignal) {
    const reply = await this.#request("KV", "range", wire.rangeMessage(request), signal);
    return wire.toRangeResult(reply as wire.WireRange);
  }

  async txn(request: Parameters<EtcdClient["txn"]>[0], signal?: AbortSignal) {
    const reply = await this.#request("KV", "txn", wire.txnMessage(request), signal);
    return wire.toTxnResult(reply as wire.WireTxn);
  }

  async deleteRange(range: Parameters<EtcdClient["deleteRange"]>[0], signal?: AbortSignal) {
    const reply = await this.#request("KV", "deleteRange", wire.deleteRangeMessage(range), signal);
    return wire.toDeleteRangeResult(reply as wire.WireDeleteRange);
  }

  async grant(ttlSeconds: number, signal?: AbortSignal) {
    const reply = await this.#request("Lease", "leaseGrant", { TTL: ttlSeconds }, signal);
    const { ID, TTL } = reply as { ID: string; TTL: string };
    return { id: BigInt(ID), ttlSeconds: Number(TTL) };
  }

  async revoke(lease: LeaseId, signal?: AbortSignal): Promise<void> {
    await this.#request("Lease", "leaseRevoke", { ID: lease.toString() }, signal);
  }

  async *watch(
    range: Parameters<EtcdClient["watch"]>[0],
    startRevision: number,
    signal: AbortSignal,
  ): AsyncGenerator<WatchResult> {
    const request = wire.watchCreateMessage(range, startRevision);
    const stream = this.#stream({
      service: "Watch",
      method: "watch",
      signal,
      onOpen: (write) => write(request),
    });
    for await (const message of stream) yield wire.toWatchResult(message as wire.WireWatch);
  }

  keepAlive(lease: LeaseId, signal: AbortSignal): KeepAliveStream {
    const request = { ID: lease.toString() };
    let early = false;
    // Before the stream is open one request is kept, however often it is asked for.
    let write = () => {
      early = true;
    };
    const stream = this.#stream({
      service: "Lease",
      method: "leaseKeepAlive",
      signal,
      // etcd then ends the stream while it has no leader, and we try elsewhere. Go's client asks for it, too.
      metadata: { hasleader: "true" },
      onOpen: (writeNow) => {
        write = () => writeNow(request);
        if (early) write();
      },
    });
    return { send: () => write(), [Symbol.asyncIterator]: () => keepAlives(stream) };
  }

  /** Ends every call and stream (CANCELLED) and closes the connections. Calls made afterwards reject the same way. */
  close(): void {
    this.#closed = true;
    this.#calls.close();
    for (const connection of this.#connections) connection.close();
  }

  async #request(
    service: ServiceName,
    method: string,
    request: wire.Message,
    signal?: AbortSignal,
  ) {
    const token = await abortable(this.#token?.current(), signal);
    try {
      return await this.#call(service, method, request, { token, signal });
    } catch (error) {
      if (this.#token === undefined || !isStaleToken(error)) throw error;
    }
    const renewed = await abortable(this.#token.replace(token ?? ""), signal);
    return await this.#call(service, method, request, { token: renewed, signal });
  }

  async #call(
    service: ServiceName,
    method: string,
    request: wire.Message,
    { token, signal }: { token: string | undefined; signal?: AbortSignal | undefined },
  ): Promise<unknown> {
    const { index, ...target } = await this.#target(service, token);
    try {
      return await this.#calls.unary({ ...target, method, signal }, request);
    } catch (error) {
      this.#moveOnAfter(error, index);
      throw error;
    }
  }

  /** Opens a stream, sends its first request if there is one, and gives its messages. */
  async *#stream(options: StreamOptions): AsyncGenerator<unknown> {
    const { service, method, signal, metadata = {}, onOpen } = options;
    const token = await abortable(this.#token?.renew(), signal);
    const { index, ...target } = await this.#target(service, token);
    for (const [key, value] of Object.entries(metadata)) target.metadata.set(key, value);
    const stream = this.#calls.duplex({ ...target, method, signal });
    onOpen((message) => stream.write(message));
    try {
      yield* stream.messages;
    } catch (error) {
      this.#moveOnAfter(error, index);
      throw error;
    }
  }

  async #target(service: ServiceName, token: string | undefined) {
    const index = this.#current;
    const connection = this.#closed ? undefined : this.#connections[index];
    // The client may be closed while the connection is awaited.
    const target = await connection?.service(service).catch((error: unknown) => {
      if (!this.#closed) throw error;
    });
    if (this.#closed || !target) throw new EtcdClientError("CANCELLED", texts.clientClosed);
    if (token) target.metadata.set("token", token);
    return { ...target, index };
  }

  /** The next call goes to the next endpoint when this one is away, unless another call has moved on already. */
  #moveOnAfter(error: unknown, index: number): void {
    if (!(error instanceof EtcdClientError) || error.code !== "UNAVAILABLE") return;
    if (this.#current === index) this.#current = (index + 1) % this.#connections.length;
  }
}

interface StreamOptions {
  readonly service: ServiceName;
  readonly method: string;
  readonly signal: AbortSignal;
  readonly metadata?: { readonly [key: string]: string };
  /** Called once, when messages can be written. */
  onOpen(write: (message: wire.Message) => void): void;
}

async function* keepAlives(messages: AsyncIterable<unknown>): AsyncGenerator<KeepAlive> {
  for await (const message of messages) {
    yield { ttlSeconds: Number((message as { TTL: string }).TTL) };
  }
}

/** A wait that the signal ends, for something that others may wait for, too, and that goes on without us. */
function abortable<T>(waited: Promise<T> | undefined, signal?: AbortSignal) {
  if (waited === undefined || signal === undefined) return waited;
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    const release = () => signal.removeEventListener("abort", onAbort);
    waited.then(resolve, reject).finally(release);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
}
