import { fileURLToPath } from "node:url";
import {
  type MethodDefinition as LoadedMethod,
  loadSync,
  type PackageDefinition,
} from "@grpc/proto-loader";
import { withoutDefaults } from "./canonical.ts";
import { withDecimalKeys } from "./decimal-keys.ts";
import { bindingsOf } from "./http-bindings.ts";
import { schema } from "./known-schema.ts";
import { type ProtoFamily, protoFiles } from "./proto-files.ts";
import type {
  MethodDefinition,
  MethodKind,
  ServiceDefinition,
  ServiceTypes,
} from "./service-definition.ts";

const loaded = new Map<ProtoFamily, PackageDefinition>();

/**
 * A service of a family by its full name, ready to be served or called. A family's files are read once a process.
 *
 * Integers of 64 bits are decimal strings and enums are names (an unknown enum value stays its number), so that
 * no value loses precision on its way. Throws for a name that no .proto file defines.
 */
export function loadService<S extends ServiceTypes<S>>(
  family: ProtoFamily,
  name: string,
): ServiceDefinition<S> {
  const definitions = loaded.get(family) ?? loadFamily(family);
  loaded.set(family, definitions);
  const types = schema.services[name];
  const service = definitions[name] as Record<string, LoadedMethod<object, object>> | undefined;
  if (types === undefined || service === undefined) throw new Error(`unknown service ${name}`);
  const methods: Record<string, MethodDefinition> = {};
  for (const [method, [requestType, responseType]] of Object.entries(types)) {
    const definition = service[method];
    if (definition === undefined) throw new Error(`unknown method ${method} of service ${name}`);
    methods[method] = describeMethod(method, definition, requestType, responseType);
  }
  return { name, methods } as unknown as ServiceDefinition<S>;
}

function loadFamily(family: ProtoFamily): PackageDefinition {
  return loadSync([...protoFiles[family]], {
    includeDirs: [fileURLToPath(new URL("../protos", import.meta.url))],
    keepCase: true,
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  });
}

function describeMethod(
  name: string,
  loadedMethod: LoadedMethod<object, object>,
  requestType: string,
  responseType: string,
): MethodDefinition {
  return {
    name,
    path: loadedMethod.path,
    kind: kindOf(loadedMethod),
    requestType,
    responseType,
    bindings: bindingsOf(loadedMethod.options as unknown as Record<string, unknown>),
    encodeRequest: (message) =>
      loadedMethod.requestSerialize(withoutDefaults(message as object, requestType)),
    encodeResponse: (message) =>
      loadedMethod.responseSerialize(withoutDefaults(message as object, responseType)),
    decodeRequest: (bytes) => withDecimalKeys(loadedMethod.requestDeserialize(bytes), requestType),
    decodeResponse: (bytes) =>
      withDecimalKeys(loadedMethod.responseDeserialize(bytes), responseType),
  };
}

function kindOf(method: LoadedMethod<object, object>): MethodKind {
  if (method.requestStream) return method.responseStream ? "bidi" : "clientStream";
  return method.responseStream ? "serverStream" : "unary";
}
