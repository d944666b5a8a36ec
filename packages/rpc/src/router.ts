import type { MethodTypes } from "@leaderlab/proto";
import type {
  Bidi,
  Call,
  ClientStream,
  Endpoint,
  Implementation,
  ServerStream,
  Unary,
} from "./handler.ts";
import { isExpected, RpcError, toRpcError } from "./status.ts";

/** Runs before a call's handler, on every listener alike; throws to refuse the call. */
export type Gate = (call: Call) => void | Promise<void>;

export interface RouterOptions {
  readonly implementations: readonly Implementation[];
  /** In this order; the first that throws decides. */
  readonly gates?: readonly Gate[];
  /** Told of an error that is a fault of ours: the client sees INTERNAL, the error itself comes here. */
  readonly onFault: (error: unknown, call: Call) => void;
}

/** Finds the function for a method's path and calls it behind the gates: what every listener shares. */
export interface Router {
  readonly endpoints: readonly Endpoint[];
  /** Every failure of these is an RpcError. */
  answerUnary(endpoint: Endpoint, request: unknown, call: Call): Promise<unknown>;
  answerServerStream(endpoint: Endpoint, request: unknown, call: Call): AsyncIterable<unknown>;
  answerClientStream(endpoint: Endpoint, requests: Requests, call: Call): Promise<unknown>;
  answerBidi(endpoint: Endpoint, requests: Requests, call: Call): AsyncIterable<unknown>;
  /** The refusal of a path that nobody serves, in grpc-go's words. */
  refuseUnknown(path: string): RpcError;
}

type Requests = AsyncIterable<unknown>;
type Request = MethodTypes["request"];
type Response = MethodTypes["responseInput"];

/** A router over these implementations. A service or path must not be given twice. */
export function createRouter(options: RouterOptions): Router {
  const { implementations, gates = [], onFault } = options;
  const endpoints = implementations.flatMap((implementation) => implementation.endpoints);
  const services = new Set(implementations.map((implementation) => implementation.service));

  const guarded = async <T>(call: Call, work: () => T | Promise<T>): Promise<T> => {
    try {
      for (const gate of gates) await gate(call);
      return await work();
    } catch (thrown) {
      throw refusal(thrown, call);
    }
  };
  async function* guardedStream<T>(call: Call, open: () => AsyncIterable<T>): AsyncIterable<T> {
    try {
      for (const gate of gates) await gate(call);
      yield* open();
    } catch (thrown) {
      throw refusal(thrown, call);
    }
  }
  const refusal = (thrown: unknown, call: Call): RpcError => {
    if (!isExpected(thrown)) onFault(thrown, call);
    return toRpcError(thrown);
  };
  const handlerOf = <H>(endpoint: Endpoint): H => {
    if (endpoint.handler === undefined) throw refuseUnknown(services, endpoint.method.path);
    return endpoint.handler as H;
  };

  return {
    endpoints,
    answerUnary: (endpoint, request, call) =>
      guarded(call, () => handlerOf<Unary<Request, Response>>(endpoint)(request, call)),
    answerClientStream: (endpoint, requests, call) =>
      guarded(call, () => handlerOf<ClientStream<Request, Response>>(endpoint)(requests, call)),
    answerServerStream: (endpoint, request, call) =>
      guardedStream(call, () =>
        handlerOf<ServerStream<Request, Response>>(endpoint)(request, call),
      ),
    answerBidi: (endpoint, requests, call) =>
      guardedStream(call, () => handlerOf<Bidi<Request, Response>>(endpoint)(requests, call)),
    refuseUnknown: (path) => refuseUnknown(services, path),
  };
}

/** Mirrors: grpc-go server.handleStream. */
function refuseUnknown(services: ReadonlySet<string>, path: string): RpcError {
  const name = path.startsWith("/") ? path.slice(1) : path;
  const slash = name.lastIndexOf("/");
  if (slash < 0)
    return new RpcError("UNIMPLEMENTED", `malformed method name: ${JSON.stringify(path)}`);
  const [service, method] = [name.slice(0, slash), name.slice(slash + 1)];
  if (!services.has(service)) return new RpcError("UNIMPLEMENTED", `unknown service ${service}`);
  return new RpcError("UNIMPLEMENTED", `unknown method ${method} for service ${service}`);
}
