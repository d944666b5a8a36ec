import { once } from "node:events";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import {
  type ConnectionInjector,
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerErrorResponse,
  type ServerInterceptingCall,
  type ServerInterceptor,
  type ServerWritableStream,
} from "@grpc/grpc-js";
import { GrpcCall } from "./grpc-call.ts";
import type { Endpoint } from "./handler.ts";
import { LenientConnection } from "./lenient-connection.ts";
import type { Router } from "./router.ts";
import { messageTooLarge, type RpcError, statusCodes, toRpcError } from "./status.ts";

export interface GrpcListenerOptions {
  /** The largest request message in bytes; a larger one is refused with RESOURCE_EXHAUSTED. */
  readonly maxRequestBytes?: number;
  /** How many calls one connection may have open at a time; grpc-js's own bound when left out. */
  readonly maxConcurrentStreams?: number;
  /** A silent connection is pinged after so long, and cut when the answer takes longer; never when left out. */
  readonly keepaliveIntervalMs?: number;
  readonly keepaliveTimeoutMs?: number;
}

/** Answers gRPC on connections that are handed to it: who accepts and decrypts them is not its concern. */
export interface GrpcListener {
  accept(connection: Duplex): void;
  /** Lets open calls end for `graceMs`, then cuts what is left. */
  drain(graceMs: number): void;
  /** Cuts every connection and forgets everything. */
  destroy(): void;
}

/** Node's timers take no more. */
const longestTimerMs = 2 ** 31 - 1;

type Message = object;
type Handle =
  | handleUnaryCall<Message, Message>
  | handleClientStreamingCall<Message, Message>
  | handleServerStreamingCall<Message, Message>
  | handleBidiStreamingCall<Message, Message>;

/** A listener that serves the router's endpoints with @grpc/grpc-js. */
export function createGrpcListener(
  router: Router,
  options: GrpcListenerOptions = {},
): GrpcListener {
  const server = new Server({
    "grpc.max_receive_message_length": options.maxRequestBytes ?? 4 * 1024 * 1024,
    "grpc.max_send_message_length": -1,
    ...(options.maxConcurrentStreams !== undefined && {
      "grpc.max_concurrent_streams": options.maxConcurrentStreams,
    }),
    ...(options.keepaliveIntervalMs !== undefined && {
      "grpc.keepalive_time_ms": Math.min(options.keepaliveIntervalMs, longestTimerMs),
    }),
    ...(options.keepaliveTimeoutMs !== undefined && {
      "grpc.keepalive_timeout_ms": Math.min(options.keepaliveTimeoutMs, longestTimerMs),
    }),
    interceptors: [adjustCall],
  });
  answerUnknownPaths(server, router);
  for (const endpoint of router.endpoints) register(server, router, endpoint);
  const injector: ConnectionInjector = server.createConnectionInjector(
    ServerCredentials.createInsecure(),
  );
  return {
    accept: (connection) =>
      injector.injectConnection(
        connection instanceof TLSSocket ? connection : new LenientConnection(connection),
      ),
    drain: (graceMs) => injector.drain(graceMs),
    destroy: () => {
      injector.destroy();
      server.forceShutdown();
    },
  };
}

const registeredKinds = {
  unary: "unary",
  clientStream: "clientStream",
  serverStream: "serverStream",
  bidi: "bidi",
} as const;

function register(server: Server, router: Router, endpoint: Endpoint): void {
  const { path, encodeResponse, decodeRequest, kind } = endpoint.method;
  const decode = decodeRequest as (bytes: Buffer) => Message;
  server.register(path, handleOf(router, endpoint), encodeResponse, decode, registeredKinds[kind]);
}

function handleOf(router: Router, endpoint: Endpoint): Handle {
  const { method } = endpoint;
  const unary: handleUnaryCall<Message, Message> = (call, callback) => {
    router.answerUnary(endpoint, call.request, new GrpcCall(method, call)).then(
      (response) => callback(null, response as Message),
      (error) => callback(serverError(error)),
    );
  };
  const clientStream: handleClientStreamingCall<Message, Message> = (call, callback) => {
    const requests = call.iterator({ destroyOnReturn: false });
    router.answerClientStream(endpoint, requests, new GrpcCall(method, call)).then(
      (response) => callback(null, response as Message),
      (error) => callback(serverError(error)),
    );
  };
  const serverStream: handleServerStreamingCall<Message, Message> = (call) => {
    void send(call, router.answerServerStream(endpoint, call.request, new GrpcCall(method, call)));
  };
  const bidi: handleBidiStreamingCall<Message, Message> = (call) => {
    void send(call, router.answerBidi(endpoint, requestsOf(call), new GrpcCall(method, call)));
  };
  return { unary, clientStream, serverStream, bidi }[method.kind];
}

/** The requests of a stream; it ends when the client is done, and also when the client has gone away. */
async function* requestsOf(call: ServerDuplexStream<Message, Message>): AsyncIterable<Message> {
  try {
    yield* call.iterator({ destroyOnReturn: false });
  } catch (error) {
    if (!call.cancelled) throw error;
  }
}

/** Writes what a handler yields, no faster than the client takes it. Never rejects. */
async function send(
  call: ServerWritableStream<Message, Message> | ServerDuplexStream<Message, Message>,
  responses: AsyncIterable<unknown>,
): Promise<void> {
  const cancelled = new AbortController();
  call.once("cancelled", () => cancelled.abort());
  call.on("error", () => {});
  const unwritten = new Set<object>();
  let wake = () => {};
  const allWritten = async () => {
    while (unwritten.size > 0 && !call.cancelled) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  call.once("cancelled", () => wake());
  try {
    for await (const response of responses) {
      if (call.cancelled) break;
      const message = response as Message;
      unwritten.add(message);
      const hasRoom = call.write(message, () => {
        unwritten.delete(message);
        wake();
      });
      if (!hasRoom) await once(call, "drain", { signal: cancelled.signal });
    }
    call.end();
  } catch (error) {
    // grpc-js lets go of the stream, and with it of the status, when an error meets a message on its way.
    await allWritten();
    if (!call.cancelled) call.emit("error", serverError(error));
  }
}

function serverError(thrown: unknown): ServerErrorResponse {
  const error: RpcError = toRpcError(thrown);
  return Object.assign(error, { code: statusCodes[error.code], details: error.message }) as never;
}

/**
 * Two things that grpc-js settles before any handler runs, and offers no hook for; so the call's own methods are
 * replaced. It refuses a message that is too large in words of its own, which become grpc-go's. And it looks for the
 * client's address on the socket that Node makes around a LenientConnection, where there is none.
 */
const adjustCall: ServerInterceptor = (_method, call) => {
  const sendStatus = call.sendStatus.bind(call);
  call.sendStatus = (status) => {
    const own = /^Received message larger than max \((\d+) vs (\d+)\)$/.exec(status.details ?? "");
    const refusal = own === null ? undefined : messageTooLarge(Number(own[1]), Number(own[2]));
    sendStatus(refusal === undefined ? status : { ...status, details: refusal.message });
  };
  const getPeer = call.getPeer.bind(call);
  call.getPeer = () => lenientConnectionOf(call)?.peer ?? getPeer();
  return call as ServerInterceptingCall;
};

function lenientConnectionOf(call: object): LenientConnection | undefined {
  const { stream } = call as { stream?: { session?: { socket?: { stream?: unknown } } } };
  const connection = stream?.session?.socket?.stream;
  return connection instanceof LenientConnection ? connection : undefined;
}

/**
 * grpc-js answers a path that nobody registered with words of its own and offers no hook for it; etcd and lnd are
 * built on grpc-go, whose words clients match on. So its table of handlers is replaced by one that finds a handler
 * for every path. The fallback is a stream handler, since such a one runs without waiting for a message.
 */
function answerUnknownPaths(server: Server, router: Router): void {
  class TableWithFallback extends Map<string, unknown> {
    override get(path: string): unknown {
      return super.get(path) ?? { func: refuse(path), serialize, deserialize, type: "bidi", path };
    }
  }
  const serialize = () => Buffer.alloc(0);
  const deserialize = (bytes: Buffer) => bytes;
  const refuse = (path: string) => (call: ServerDuplexStream<Message, Message>) => {
    call.on("error", () => {});
    call.emit("error", serverError(router.refuseUnknown(path)));
  };
  (server as unknown as { handlers: Map<string, unknown> }).handlers = new TableWithFallback();
}
