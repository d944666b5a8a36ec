import { goQuote } from "@leaderlab/golang";
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
  /**
   * Answers at once when neither gates nor taps nor the handler wait, else by a promise; it throws or rejects. Every
   * failure of this and the following is an RpcError.
   */
  answerUnary(endpoint: Endpoint, request: unknown, call: Call): unknown;
  answerServerStream(endpoint: Endpoint, request: unknown, call: Call): AsyncIterable<unknown>;
  answerClientStream(endpoint: Endpoint, requests: Requests, call: Call): Promise<unknown>;
  answerBidi(endpoint: Endpoint, requests: Requests, call: Call): AsyncIterable<unknown>;
  /** The refusal of a path that nobody serves, in grpc-go's words. */
  refuseUnknown(path: string): RpcError;
  /** Whatever was thrown while a call was answered, as what the client is told; a fault of ours goes to `onFault`. */
  refusalOf(thrown: unknown, call: Call): RpcError;
}

type Requests = AsyncIterable<unknown>;
type Request = MethodTypes["request"];
type Response = MethodTypes["responseInput"];
/** Lets the taps see what the client asks, then gives the work that is to be done behind the gates. */
type Answer<T> = (taps: CallTaps | undefined) => (() => T) | Promise<() => T>;

/** A router over these implementations. A service or path must not be given twice. */
export function createRouter(options: RouterOptions): Router {
  const { implementations } = options;
  const endpoints = implementations.flatMap((implementation) => implementation.endpoints);
  const services = new Set(implementations.map((implementation) => implementation.service));
  const { single, stream, refusalOf } = createGuards(options);
  const refuse = (path: string) => refuseUnknown(services, path);
  const handlerOf = <H>(endpoint: Endpoint): H => {
    if (endpoint.handler === undefined) throw refuse(endpoint.method.path);
    return endpoint.handler as H;
  };
  const { gates = [], taps: openers = [] } = options;

  return {
    endpoints,
    answerUnary(endpoint, request, call) {
      const taps = CallTaps.open(openers, call);
      const fail = (thrown: unknown): never => {
        const error = refusalOf(thrown, call);
        taps?.end(error);
        throw error;
      };
      try {
        const asked = taps?.single("request", request);
        const passed = after(asked, () => passGates(gates, call, 0));
        const response = after(passed, () =>
          handlerOf<Unary<Request, Response>>(endpoint)(request, call),
        );
        const told = taps === undefined ? response : after(response, (one) => taps.answer(one));
        return told instanceof Promise ? told.catch(fail) : told;
      } catch (thrown) {
        return fail(thrown);
      }
    },
    answerClientStream: (endpoint, requests, call) =>
      single(call, CallTaps.open(openers, call), (taps) => {
        const seen = taps?.requests(requests) ?? requests;
        return () => handlerOf<ClientStream<Request, Response>>(endpoint)(seen as never, call);
      }),
    answerServerStream: (endpoint, request, call) =>
      stream(call, async (taps) => {
        await taps?.single("request", request);
        return () => handlerOf<ServerStream<Request, Response>>(endpoint)(request, call);
      }),
    answerBidi: (endpoint, requests, call) =>
      stream(call, (taps) => {
        const seen = taps?.requests(requests) ?? requests;
        return () => handlerOf<Bidi<Request, Response>>(endpoint)(seen as never, call);
      }),
    refuseUnknown: refuse,
    refusalOf,
  };
}

/** What stands around every call's work: taps, inside them gates, and the naming of faults. */
function createGuards({ taps: openers = [], gates = [], onFault }: RouterOptions) {
  const refusalOf: Router["refusalOf"] = (thrown, call) => {
    // A handler passes on why it was aborted: its client has gone.
    if (call.signal.aborted && thrown === call.signal.reason) return canceled();
    if (!isExpected(thrown)) onFault(thrown, call);
    return toRpcError(thrown);
  };
  const single = async <T>(
    call: Call,
    taps: CallTaps | undefined,
    answer: Answer<Promise<T> | T>,
  ): Promise<T> => {
    try {
      const work = await answer(taps);
      await passGates(gates, call, 0);
      const response = await work();
      if (taps === undefined) return response;
      return await taps.answer(response);
    } catch (thrown) {
      const error = refusalOf(thrown, call);
      taps?.end(error);
      throw error;
    }
  };
  async function* stream<T>(call: Call, answer: Answer<AsyncIterable<T>>): AsyncIterable<T> {
    const taps = CallTaps.open(openers, call);
    let outcome: RpcError | undefined = canceled();
    try {
      const open = await answer(taps);
      await passGates(gates, call, 0);
      yield* taps === undefined ? open() : taps.responses(open());
      // A handler ends in peace when its client has gone; for who looks on, the call was cancelled.
      if (taps === undefined || !call.signal.aborted) outcome = undefined;
    } catch (thrown) {
      outcome = refusalOf(thrown, call);
      throw outcome;
    } finally {
      taps?.end(outcome);
    }
  }
  return { single, stream, refusalOf };
}

/** What follows a value: at once when it is there, else when its promise is kept. */
function after<T, R>(value: T | Promise<T>, next: (value: T) => R | Promise<R>): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Asks the gates from this one on, and waits only for one that makes it wait. */
function passGates(gates: readonly Gate[], call: Call, from: number): Promise<void> | undefined {
  for (let at = from; at < gates.length; at += 1) {
    const passed = gates[at]?.(call);
    if (passed instanceof Promise) return passed.then(() => passGates(gates, call, at + 1));
  }
  return undefined;
}

/** Mirrors: grpc-go server.handleStream. */
function refuseUnknown(services: ReadonlySet<string>, path: string): RpcError {
  const name = path.startsWith("/") ? path.slice(1) : path;
  const slash = name.lastIndexOf("/");
  if (slash < 0) return new RpcError("UNIMPLEMENTED", `malformed method name: ${goQuote(path)}`);
  const [service, method] = [name.slice(0, slash), name.slice(slash + 1)];
  if (!services.has(service)) return new RpcError("UNIMPLEMENTED", `unknown service ${service}`);
  return new RpcError("UNIMPLEMENTED", `unknown method ${method} for service ${service}`);
}
