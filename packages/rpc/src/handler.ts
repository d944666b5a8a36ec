import type {
  MethodDefinition,
  MethodTypes,
  ServiceDefinition,
  ServiceTypes,
} from "@leaderlab/proto";

/** What a handler may know of the call besides its request. */
export interface Call {
  readonly method: MethodDefinition;
  /** Which listener took the call. A handler that answers by it breaks "one definition, many protocols". */
  readonly transport: "grpc" | "json";
  /** The other side's address as `host:port`; empty when the socket is gone. */
  readonly peer: string;
  /** Of the certificate that the client showed under TLS, if it was verified; undefined or left out when there is none. */
  readonly commonName?: string | undefined;
  /** The client's own call, of a call that is made for it inside the server. */
  readonly origin?: Call;
  /** Aborted when the client goes away, cancels or runs out of its deadline. */
  readonly signal: AbortSignal;
  /** Every value of a metadata key (a lower-case name); empty when there is none. */
  metadata(key: string): readonly string[];
}

/** Answers one request with one response. */
export type Unary<Request, Response> = (
  request: Request,
  call: Call,
) => Response | Promise<Response>;
/** Answers one request with a stream; it must end when the call's signal aborts. */
export type ServerStream<Request, Response> = (
  request: Request,
  call: Call,
) => AsyncIterable<Response>;
/** Answers a stream of requests with one response. */
export type ClientStream<Request, Response> = (
  requests: AsyncIterable<Request>,
  call: Call,
) => Promise<Response>;
/** Answers a stream with a stream; it must end when the call's signal aborts. */
export type Bidi<Request, Response> = (
  requests: AsyncIterable<Request>,
  call: Call,
) => AsyncIterable<Response>;

/** The function that answers a method of these types. */
export type Handler<T extends MethodTypes> = T["kind"] extends "unary"
  ? Unary<T["request"], T["responseInput"]>
  : T["kind"] extends "serverStream"
    ? ServerStream<T["request"], T["responseInput"]>
    : T["kind"] extends "clientStream"
      ? ClientStream<T["request"], T["responseInput"]>
      : Bidi<T["request"], T["responseInput"]>;

/** The functions that answer a service. An omitted method answers UNIMPLEMENTED. */
export type Handlers<S extends ServiceTypes<S>> = { readonly [M in keyof S]?: Handler<S[M]> };

/** A method with the function that answers it. */
export interface Endpoint {
  readonly service: string;
  readonly method: MethodDefinition;
  readonly handler: Handler<MethodTypes> | undefined;
}

/** A service whose methods have been given functions. */
export interface Implementation {
  readonly service: string;
  readonly endpoints: readonly Endpoint[];
}

/** Joins a definition with the functions that answer it. */
export function implement<S extends ServiceTypes<S>>(
  definition: ServiceDefinition<S>,
  handlers: Handlers<S>,
): Implementation {
  const methods = Object.values(definition.methods) as MethodDefinition[];
  const byName = handlers as { readonly [method: string]: Handler<MethodTypes> | undefined };
  return {
    service: definition.name,
    endpoints: methods.map((method) => ({
      service: definition.name,
      method,
      handler: byName[method.name],
    })),
  };
}
