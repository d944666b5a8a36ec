import {
  EtcdClientError,
  type KeepAlive,
  type KeepAliveStream,
  type KeyRange,
  type LeaseId,
  type WatchResult,
} from "@leaderlab/election";
import type { EtcdConnection } from "@leaderlab/lnd-sim";
import type { PieceContent } from "../faults/toxic.ts";
import type { EtcdQuestion, EtcdReply, EtcdRequest } from "./etcd-messages.ts";
import { type ConnectionFailure, MemoryChannel } from "./memory-channel.ts";
import type { Endpoint, NetworkHost } from "./memory-connection.ts";
import type { DialOutcome } from "./memory-network.ts";
import { StreamInbox } from "./stream-inbox.ts";

/** How a client reaches etcd, and how long it waits. */
export interface MemoryEtcdClientOptions {
  readonly host: NetworkHost;
  /** Opens a connection: see MemoryNetwork.dial. */
  dial(outcome: DialOutcome): () => void;
  /** How long a call waits for a connection before it is UNAVAILABLE: lnd's 10 s. */
  readonly dialTimeoutMs?: number;
  /** How long a unary call waits for its answer before it is DEADLINE_EXCEEDED: lnd's 30 s. */
  readonly requestTimeoutMs?: number;
}

/** What waits for replies to one call. */
interface Running {
  reply(reply: EtcdReply): unknown;
  fail(error: unknown): void;
}

/**
 * The port over a connection in memory, as the client over npm etcd3 is over a real one: all calls share a connection,
 * which is made when the first one needs it; a call that finds none within the dial timeout, or is refused, is
 * UNAVAILABLE and was not sent; when the connection breaks, every call on it is UNAVAILABLE. It repeats nothing.
 */
export class MemoryEtcdClient implements EtcdConnection {
  readonly #options: MemoryEtcdClientOptions;
  readonly #running = new Map<number, Running>();
  readonly #channel: MemoryChannel;
  #calls = 0;

  constructor(options: MemoryEtcdClientOptions) {
    this.#options = options;
    this.#channel = new MemoryChannel({
      host: options.host,
      dial: (outcome) => options.dial(outcome),
      dialTimeoutMs: options.dialTimeoutMs ?? 10_000,
      onMessage: (message) => {
        const reply = message as EtcdReply;
        return this.#running.get(reply.call)?.reply(reply);
      },
      onBroken: () => this.#failAll(new EtcdClientError("UNAVAILABLE", "Connection dropped")),
    });
  }

  authenticate(): Promise<void> {
    return Promise.resolve();
  }

  get(request: Parameters<EtcdConnection["get"]>[0], signal?: AbortSignal) {
    return this.#ask<"get">({ method: "Range", request }, signal);
  }

  txn(request: Parameters<EtcdConnection["txn"]>[0], signal?: AbortSignal) {
    return this.#ask<"txn">({ method: "Txn", request }, signal);
  }

  deleteRange(request: KeyRange, signal?: AbortSignal) {
    return this.#ask<"deleteRange">({ method: "DeleteRange", request }, signal);
  }

  grant(ttlSeconds: number, signal?: AbortSignal) {
    return this.#ask<"grant">({ method: "LeaseGrant", request: { ttlSeconds } }, signal);
  }

  async revoke(lease: LeaseId, signal?: AbortSignal): Promise<void> {
    await this.#ask<"revoke">({ method: "LeaseRevoke", request: { lease } }, signal);
  }

  watch(range: KeyRange, startRevision: number, signal: AbortSignal): AsyncIterable<WatchResult> {
    const stream = this.#stream<WatchResult>(signal, (reply) =>
      "watched" in reply ? reply.watched : undefined,
    );
    const { call } = stream;
    stream.send({ request: { call, method: "Watch", request: { range, startRevision } } });
    return stream.inbox;
  }

  keepAlive(lease: LeaseId, signal: AbortSignal): KeepAliveStream {
    const { call, inbox, send } = this.#stream<KeepAlive>(signal, (reply) =>
      "ttlSeconds" in reply ? reply : undefined,
    );
    // One message for all times: nobody changes what travels.
    const message: StreamMessage = {
      request: { call, method: "LeaseKeepAlive", request: { lease } },
      content: { kind: "keepAlive", lease },
    };
    return {
      send: () => send(message),
      hear: (onAnswer) => inbox.hear(onAnswer),
      [Symbol.asyncIterator]: () => inbox,
    };
  }

  close(): void {
    this.#channel.close();
    this.#failAll(failureOf("closed"));
  }

  #ask<M extends "get" | "txn" | "deleteRange" | "grant" | "revoke">(
    question: EtcdQuestion,
    signal: AbortSignal | undefined,
  ): ReturnType<EtcdConnection[M]> {
    const asked = new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const { clock } = this.#options.host;
      const call = this.#calls++;
      let cancelWait: () => void = () => {};
      const over = () => {
        timer.cancel();
        cancelWait();
        this.#running.delete(call);
        signal?.removeEventListener("abort", onAbort);
      };
      const fail = (error: unknown) => {
        over();
        reject(error as Error);
      };
      const onAbort = () => fail(signal?.reason);
      const timer = clock.setTimer(this.#options.requestTimeoutMs ?? 30_000, () =>
        fail(new EtcdClientError("DEADLINE_EXCEEDED", "context deadline exceeded")),
      );
      signal?.addEventListener("abort", onAbort, { once: true });
      cancelWait = this.#channel.connected(
        (endpoint) => {
          this.#running.set(call, {
            fail,
            reply: (reply) => {
              if ("answer" in reply) {
                over();
                resolve(reply.answer);
              } else if ("refused" in reply) fail(refusal(reply.refused));
            },
          });
          endpoint.send({ call, ...question } satisfies EtcdRequest);
        },
        (failure) => fail(failureOf(failure)),
      );
    });
    return asked as ReturnType<EtcdConnection[M]>;
  }

  /** Opens a stream; requests that are sent before there is a connection go out when there is one, the last only. */
  #stream<T>(signal: AbortSignal, read: (reply: EtcdReply) => T | undefined) {
    signal.throwIfAborted();
    const call = this.#calls++;
    let endpoint: Endpoint | undefined;
    let early: StreamMessage | undefined;
    let cancelWait: () => void = () => {};
    const over = () => {
      cancelWait();
      this.#running.delete(call);
      signal.removeEventListener("abort", onAbort);
    };
    const leave = () => {
      over();
      endpoint?.send({ call, method: "cancel" } satisfies EtcdRequest);
    };
    const inbox = new StreamInbox<T>(leave);
    const onAbort = () => {
      leave();
      inbox.abort(signal.reason);
    };
    const fail = (error: unknown) => {
      over();
      inbox.fail(error);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    const send = (message: StreamMessage) => {
      if (endpoint === undefined) early = message;
      else endpoint.send(message.request, message.content);
    };
    cancelWait = this.#channel.connected(
      (open) => {
        endpoint = open;
        this.#running.set(call, {
          fail,
          reply: (reply) => {
            if ("refused" in reply) {
              // A refused watch is a message on a stream that lives on: it ends with us.
              leave();
              return inbox.fail(refusal(reply.refused));
            }
            const message = read(reply);
            return message && inbox.push(message);
          },
        });
        if (early !== undefined) send(early);
      },
      (failure) => fail(failureOf(failure)),
    );
    return { call, inbox, send };
  }

  #failAll(error: EtcdClientError): void {
    for (const running of [...this.#running.values()]) running.fail(error);
  }
}

/** What goes out on a stream, and what the network may know of it. */
interface StreamMessage {
  readonly request: EtcdRequest;
  readonly content?: PieceContent;
}

function refusal({ code, text }: { code: EtcdClientError["code"]; text: string }) {
  return new EtcdClientError(code, text);
}

function failureOf(failure: ConnectionFailure): EtcdClientError {
  if (failure === "closed") {
    return new EtcdClientError("CANCELLED", "grpc: the client connection is closing");
  }
  const text =
    failure === "refused"
      ? "No connection established"
      : "no connection to etcd within the dial timeout";
  return new EtcdClientError("UNAVAILABLE", text, { notSent: true });
}
