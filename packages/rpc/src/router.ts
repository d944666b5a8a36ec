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
import { CallTaps, canceled, type OpenTap } from "./tap.ts";

/** Runs before a call's handler, on every listener alike; throws to refuse the call. */
export type Gate = (call: Call) => void | Promise<void>;

export interface RouterOptions {
  readonly implementations: readonly Implementation[];
  /** In this order; the first that throws decides. */
  readonly gates?: readonly Gate[];
  /** The outermost first; all of them stand outside the gates. */
  readonly taps?: readonly OpenTap[];
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
/** Lets the taps see what the client asks, then gives the work that is to be done behind the gates. */
type Answer<T> = (taps: CallTaps | undefined) => (() => T) | Promise<() => T>;

/** A router over these implementations. A service or path must not be given twice. */
export function createRouter(options: RouterOptions): Router {
  const { implementations, gates = [], taps: openers = [], onFault } = options;
  const endpoints = implementations.flatMap((implementation) => implementation.endpoints);
  const services = new Set(implementations.map((implementation) => implementation.service));

  const guarded = async <T>(call: Call, answer: Answer<Promise<T> | T>): Promise<T> => {
    const taps = CallTaps.open(openers, call);
    try {
      const work = await answer(taps);
      for (const gate of gates) await gate(call);
      const response = await work();
      if (taps === undefined) return response;
      await taps.single("response", response);
      taps.end(undefined);
      return response;
    } catch (thrown) {
      const error = refusal(thrown, call);
      taps?.end(error);
      throw error;
    }
  };
  async function* guardedStream<T>(call: Call, answer: Answer<AsyncIterable<T>>): AsyncIterable<T> {
    const taps = CallTaps.open(openers, call);
    let outcome: RpcError | undefined = canceled();
    try {
      const open = await answer(taps);
      for (const gate of gates) await gate(call);
      yield* taps === undefined ? open() : taps.responses(open());
      if (!taps?.isAborted) outcome = undefined;
    } catch (thrown) {
      outcome = refusal(thrown, call);
      throw outcome;
    } finally {
      taps?.end(outcome);
    }
  }
  const refusal = (thrown: unknown, call: Call): RpcError => {
    if (!isExpected(thrown)) onFault(thrown, call);
    return toRpcError(thrown);
  };
  const handlerOf = <H>({ handler, method }: Endpoint): H => {
    if (handler === undefined) throw refuseUnknown(services, method.path);
    return handler as H;
  };

  return {
    endpoints,
    answerUnary: (endpoint, request, call) =>
      guarded(call, async (taps) => {
        await taps?.single("request", request);
        return () => handlerOf<Unary<Request, Response>>(endpoint)(request, call);
      }),
    answerClientStream: (endpoint, requests, call) =>
      guarded(call, (taps) => {
        const seen = taps?.requests(requests) ?? requests;
        return () => handlerOf<ClientStream<Request, Response>>(endpoint)(seen as never, call);
      }),
    answerServerStream: (endpoint, request, call) =>
      guardedStream(call, async (taps) => {
        await taps?.single("request", request);
        return () => handlerOf<ServerStream<Request, Response>>(endpoint)(request, call);
      }),
    answerBidi: (endpoint, requests, call) =>
      guardedStream(call, (taps) => {
        const seen = taps?.requests(requests) ?? requests;
        return () => handlerOf<Bidi<Request, Response>>(endpoint)(seen as never, call);
      }),
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
