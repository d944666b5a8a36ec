import type { MethodDefinition } from "@leaderlab/proto";
import { RpcError, type StatusCode } from "@leaderlab/rpc";
import type { CallSettings, RpcClient } from "@leaderlab/rpc/client";
import { type ConnectionFailure, MemoryChannel } from "./memory-channel.ts";
import type { Endpoint, NetworkHost } from "./memory-connection.ts";
import type { DialOutcome } from "./memory-network.ts";
import type { RpcReply, RpcRequest } from "./rpc-messages.ts";
import { StreamInbox } from "./stream-inbox.ts";

/** How a client reaches a node. */
export interface MemoryRpcClientOptions {
  readonly host: NetworkHost;
  /** Opens a connection: see MemoryNetwork.dial. */
  dial(outcome: DialOutcome): () => void;
}

/** What grpc-js allows for a connection to be made. */
const dialTimeoutMs = 20_000;

/** A client of a simulated node's gRPC, over a connection in memory. Calls on which the client streams are refused. */
export function createMemoryRpcClient(options: MemoryRpcClientOptions): RpcClient {
  const calls = new RpcCalls(options);
  return {
    async unary(method, request, settings = {}) {
      for await (const body of calls.open(method, request as object, settings)) {
        return method.decodeResponse(Buffer.from(body));
      }
      throw new RpcError("INTERNAL", "the call ended without an answer");
    },
    async *serverStream(method, request, settings = {}) {
      for await (const body of calls.open(method, request as object, settings)) {
        yield method.decodeResponse(Buffer.from(body));
      }
    },
    bidi(method) {
      throw new RpcError("UNIMPLEMENTED", `${method.path} is not served over memory`);
    },
    close: () => calls.close(),
  };
}

class RpcCalls {
  readonly #host: NetworkHost;
  readonly #channel: MemoryChannel;
  readonly #running = new Map<number, CallInbox>();
  #calls = 0;

  constructor({ host, dial }: MemoryRpcClientOptions) {
    this.#host = host;
    this.#channel = new MemoryChannel({
      host,
      dial,
      dialTimeoutMs,
      onMessage: (message) => this.#take(message as RpcReply),
      onBroken: () => this.#failAll("UNAVAILABLE", "Connection dropped"),
    });
  }

  /** Makes a call; its messages are iterated, as bytes. Leaving them cancels it. */
  async *open(
    method: Pick<MethodDefinition, "path" | "encodeRequest">,
    request: object,
    { metadata = {}, deadline, signal }: CallSettings,
  ): AsyncGenerator<Uint8Array> {
    const call = this.#calls++;
    let endpoint: Endpoint | undefined;
    const inbox: CallInbox = new StreamInbox(() => {});
    const body = method.encodeRequest(request);
    const fail = (code: StatusCode, text: string) => inbox.fail(new RpcError(code, text));
    const giveUp = this.#channel.connected(
      (open) => {
        endpoint = open;
        this.#running.set(call, inbox);
        open.send({ call, path: method.path, body, metadata } satisfies RpcRequest);
      },
      (failure) => fail(...failureOf(failure)),
    );
    const { clock } = this.#host;
    const timer =
      deadline === undefined
        ? undefined
        : clock.setTimer(deadline - clock.unixNow(), () =>
            fail("DEADLINE_EXCEEDED", "Deadline exceeded"),
          );
    const onAbort = () => fail("CANCELLED", "Cancelled on client");
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted) onAbort();
    let isOver = false;
    try {
      for (;;) {
        const next = await inbox.next().catch((error: unknown) => {
          isOver = error instanceof RpcError && error.code !== "CANCELLED";
          throw error;
        });
        if (next.value === ended) {
          isOver = true;
          return;
        }
        yield next.value as Uint8Array;
      }
    } finally {
      giveUp();
      timer?.cancel();
      signal?.removeEventListener("abort", onAbort);
      this.#running.delete(call);
      if (!isOver) endpoint?.send({ call, cancel: true } satisfies RpcRequest);
    }
  }

  close(): void {
    this.#channel.close();
    this.#failAll("CANCELLED", "Channel closed");
  }

  #take(reply: RpcReply): void {
    const inbox = this.#running.get(reply.call);
    if (inbox === undefined) return;
    if ("body" in reply) inbox.push(reply.body);
    else if ("end" in reply) inbox.push(ended);
    else inbox.fail(new RpcError(reply.refused.code, reply.refused.text));
  }

  #failAll(code: StatusCode, text: string): void {
    for (const inbox of [...this.#running.values()]) inbox.fail(new RpcError(code, text));
  }
}

/** What stands for the end of a call that went well, behind its messages. */
const ended = Symbol("ended");

type CallInbox = StreamInbox<Uint8Array | typeof ended>;

function failureOf(failure: ConnectionFailure): [StatusCode, string] {
  if (failure === "closed") return ["CANCELLED", "Channel closed"];
  if (failure === "dialTimeout") return ["UNAVAILABLE", "No connection within 20 s"];
  return ["UNAVAILABLE", "No connection established"];
}
