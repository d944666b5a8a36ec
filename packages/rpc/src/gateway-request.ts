import { schema } from "@leaderlab/proto/schema";
import { GoJsonError } from "./go-json-scanner.ts";
import type { Endpoint } from "./handler.ts";
import type { PathPattern } from "./http-rule.ts";
import { type JsonReadOptions, ProtoJsonError, readProtoJson } from "./proto-json-read.ts";
import {
  isValueError,
  ParameterError,
  populate,
  populateQuery,
  readQuery,
} from "./query-parameters.ts";
import { messageTooLarge, RpcError } from "./status.ts";

/** What an HTTP request says, taken apart. */
export interface GatewayRequestParts {
  readonly endpoint: Endpoint;
  readonly pattern: PathPattern;
  /** Decoded. */
  readonly path: string;
  /** As it was sent. */
  readonly query: string;
  /** Undefined when the binding takes no body: then the query counts, and only then. */
  readonly body: string | Buffer | undefined;
  readonly options: JsonReadOptions;
  readonly maxMessageBytes?: number;
}

/**
 * The request message out of body, path and query, in this order, as it would come over gRPC: the wire's codec then
 * fills every field. Throws RpcError. Mirrors: the handlers that protoc-gen-grpc-gateway writes.
 */
export function readGatewayRequest(parts: GatewayRequestParts): Buffer {
  const { endpoint, body, options } = parts;
  const { requestType, encodeRequest } = endpoint.method;
  try {
    const fields = readProtoJson(body ?? "", requestType, options);
    addPathParameters(fields, requestType, parts);
    if (body === undefined) addQuery(fields, requestType, parts);
    const message = encodeRequest(fields);
    const { maxMessageBytes = Number.POSITIVE_INFINITY } = parts;
    if (message.length > maxMessageBytes) throw messageTooLarge(message.length, maxMessageBytes);
    return message;
  } catch (thrown) {
    const isRefusal =
      thrown instanceof GoJsonError ||
      thrown instanceof ProtoJsonError ||
      thrown instanceof ParameterError;
    throw isRefusal ? new RpcError("INVALID_ARGUMENT", thrown.message) : thrown;
  }
}

type Fields = Record<string, unknown>;

function addPathParameters(fields: Fields, type: string, { pattern, path }: GatewayRequestParts) {
  for (const [name, text] of pattern.parameters(path) ?? []) {
    try {
      delete fields[name];
      populate(fields, type, name.split("."), [text]);
    } catch (error) {
      if (!isValueError(error)) throw error;
      // The library reads a field of the request itself without naming it once more.
      const reason = name.includes(".")
        ? error.message
        : error.message.replace(/^parsing field "[^"]*": /, "");
      throw new ParameterError(`type mismatch, parameter: ${name}, error: ${reason}`);
    }
  }
}

/** A request all of whose fields stand in the path, or that has none, does not look at the query. */
function addQuery(fields: Fields, type: string, { pattern, query }: GatewayRequestParts): void {
  const all = schema.messages[type] ?? [];
  if (all.every(({ name }) => pattern.names.includes(name))) return;
  populateQuery(fields, type, readQuery(query), pattern.names);
}
