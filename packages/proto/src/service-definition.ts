/** Which side of a method streams. */
export type MethodKind = "unary" | "clientStream" | "serverStream" | "bidi";

/** The four types that a method moves: as decoders give them, and as encoders take them. */
export interface MethodTypes {
  kind: MethodKind;
  request: unknown;
  requestInput: unknown;
  response: unknown;
  responseInput: unknown;
}

/** A service's methods by name, as generated. */
export type ServiceTypes<S> = { [M in keyof S]: MethodTypes };

/** One way to reach a method over HTTP (a `google.api.http` rule). */
export interface HttpBinding {
  readonly verb: "GET" | "POST" | "PUT" | "DELETE" | "PATCH";
  /** As written in the rule; may hold `{field}` parts. */
  readonly path: string;
  /** Whether the whole request stands in the body (`body: "*"`). */
  readonly hasBody: boolean;
}

/** Everything that serving or calling one method needs. */
export interface MethodDefinition<T extends MethodTypes = MethodTypes> {
  readonly name: string;
  /** `/etcdserverpb.KV/Range` */
  readonly path: string;
  readonly kind: T["kind"];
  /** Full names, for the schema. */
  readonly requestType: string;
  readonly responseType: string;
  readonly bindings: readonly HttpBinding[];
  /** Encoders write canonical proto3: a field that holds its default is left out. */
  readonly encodeRequest: (request: T["requestInput"]) => Buffer;
  readonly encodeResponse: (response: T["responseInput"]) => Buffer;
  /** Decoders fill every field. They throw an Error for bytes that are not such a message. */
  readonly decodeRequest: (bytes: Buffer) => T["request"];
  readonly decodeResponse: (bytes: Buffer) => T["response"];
}

/** A service as it is on the wire. */
export interface ServiceDefinition<S extends ServiceTypes<S> = Record<string, MethodTypes>> {
  /** `etcdserverpb.KV` */
  readonly name: string;
  readonly methods: { readonly [M in keyof S]: MethodDefinition<S[M]> };
}
