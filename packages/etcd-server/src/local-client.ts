import {
  type EtcdClient,
  EtcdClientError,
  type KeepAlive,
  type KeyValue,
} from "@leaderlab/election";
import {
  deleteRangeMessage,
  rangeMessage,
  toDeleteRangeResult,
  toRangeResult,
  toTxnResult,
  toWatchResult,
  txnMessage,
  type WireDeleteRange,
  type WireRange,
  type WireTxn,
  type WireWatch,
  watchCreateMessage,
} from "@leaderlab/election/wire";
import type { MethodDefinition } from "@leaderlab/proto";
import * as etcd from "@leaderlab/proto/etcd";
import {
  type Bidi,
  type Call,
  type Implementation,
  isExpected,
  toRpcError,
  type Unary,
} from "@leaderlab/rpc";
import { createRequestQueue } from "./request-queue.ts";

/**
 * A client of etcd that asks the services of this very server, with no socket between them, on behalf of one call: what
 * the caller may not do, this client may not do either. Its requests are not counted as gRPC requests.
 *
 * Mirrors: etcd api/v3client, on which v3election and v3lock run.
 */
export function createLocalClient(
  implementations: readonly Implementation[],
  call: Call,
): EtcdClient {
  const services = new LocalServices(implementations, call);
  const { kv, lease } = etcd;
  return {
    get: async (request, signal) =>
      toRangeResult(
        await services.unary<WireRange>(kv.methods.Range, rangeMessage(request), signal),
      ),
    txn: async (request, signal) =>
      toTxnResult(await services.unary<WireTxn>(kv.methods.Txn, txnMessage(request), signal)),
    deleteRange: async (range, signal) =>
      toDeleteRangeResult(
        await services.unary<WireDeleteRange>(
          kv.methods.DeleteRange,
          deleteRangeMessage(range),
          signal,
        ),
      ),
    watch: (range, startRevision, signal) =>
      watch(services, watchCreateMessage(range, startRevision), signal),
    async grant(ttlSeconds, signal) {
      const granted = await services.unary<etcd.LeaseGrantResponse>(
        lease.methods.LeaseGrant,
        { TTL: ttlSeconds },
        signal,
      );
      return { id: BigInt(granted.ID), ttlSeconds: Number(granted.TTL) };
    },
    keepAlive(id, signal) {
      const requests = createRequestQueue<object>(signal);
      const answers = services.bidi<etcd.LeaseKeepAliveResponse>(
        lease.methods.LeaseKeepAlive,
        requests,
        signal,
      );
      return {
        send: () => requests.push({ ID: id.toString() }),
        [Symbol.asyncIterator]: () => keepAlives(answers),
      };
    },
    async revoke(id, signal) {
      await services.unary(lease.methods.LeaseRevoke, { ID: id.toString() }, signal);
    },
  };
}

/** A record of the election package as the wire has it. */
export function keyValueOf(kv: KeyValue): etcd.KeyValueInput {
  return {
    key: kv.key,
    create_revision: kv.createRevision,
    mod_revision: kv.modRevision,
    version: kv.version,
    value: kv.value,
    lease: kv.lease.toString(),
  };
}

async function* watch(services: LocalServices, create: object, signal: AbortSignal) {
  async function* requests() {
    yield create;
  }
  const responses = services.bidi<WireWatch>(etcd.watch.methods.Watch, requests(), signal);
  for await (const response of responses) yield toWatchResult(response);
}

async function* keepAlives(
  answers: AsyncIterable<etcd.LeaseKeepAliveResponse>,
): AsyncGenerator<KeepAlive> {
  for await (const { TTL } of answers) yield { ttlSeconds: Number(TTL) };
}

type Method = Pick<MethodDefinition, "path">;

/** The handlers of this server, called as a client would call them: with messages that went through the wire's codecs. */
class LocalServices {
  readonly #implementations: readonly Implementation[];
  readonly #call: Call;

  constructor(implementations: readonly Implementation[], call: Call) {
    this.#implementations = implementations;
    this.#call = call;
  }

  async unary<Response>(
    method: Method,
    request: object,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    signal?.throwIfAborted();
    const { codec, handler } = this.#endpoint<Unary<unknown, unknown>>(method);
    try {
      const response = await handler(codec.decodeRequest(codec.encodeRequest(request)), this.#call);
      return codec.decodeResponse(codec.encodeResponse(response)) as Response;
    } catch (thrown) {
      throw refusal(thrown);
    }
  }

  async *bidi<Response>(
    method: Method,
    requests: AsyncIterable<object>,
    signal: AbortSignal,
  ): AsyncGenerator<Response> {
    signal.throwIfAborted();
    const { codec, handler } = this.#endpoint<Bidi<unknown, unknown>>(method);
    const leaving = new AbortController();
    const over = AbortSignal.any([signal, leaving.signal]);
    async function* decoded() {
      for await (const request of requests) yield codec.decodeRequest(codec.encodeRequest(request));
    }
    try {
      for await (const response of handler(decoded(), withSignal(this.#call, over))) {
        yield codec.decodeResponse(codec.encodeResponse(response)) as Response;
      }
    } catch (thrown) {
      signal.throwIfAborted();
      throw refusal(thrown);
    } finally {
      leaving.abort();
    }
    signal.throwIfAborted();
  }

  #endpoint<Handler>({ path }: Method) {
    for (const { endpoints } of this.#implementations) {
      const endpoint = endpoints.find(({ method }) => method.path === path);
      if (endpoint?.handler === undefined) continue;
      return { codec: endpoint.method, handler: endpoint.handler as Handler };
    }
    throw new Error(`${path} is not served here`);
  }
}

/** The call of somebody else with an end of its own. */
function withSignal(call: Call, signal: AbortSignal): Call {
  return {
    method: call.method,
    transport: call.transport,
    peer: call.peer,
    commonName: call.commonName,
    origin: call.origin ?? call,
    signal,
    metadata: (key) => call.metadata(key),
  };
}

/** A refusal as a client sees it; a fault of ours stays what it is. */
function refusal(thrown: unknown): unknown {
  if (!isExpected(thrown)) return thrown;
  const { code, message } = toRpcError(thrown);
  return new EtcdClientError(code, message, { cause: thrown });
}
