import { GoNumberError, goQuote, parseGoInteger } from "@leaderlab/golang";
import { timeoutUnitsMs } from "./grpc-timeout.ts";
import { RpcError } from "./status.ts";

/** What a call's headers say, apart from its metadata. */
export interface GrpcRequest {
  readonly contentType: string;
  /** Behind `application/grpc` and `+` or `;`; empty when there is none. */
  readonly contentSubtype: string;
  /** How messages may be compressed; empty for not at all. */
  readonly encoding: string;
  /** How long the client waits; undefined for as long as it takes. */
  readonly timeoutMs: number | undefined;
}

/** Headers that gRPC does not take, with the HTTP status that grpc-go answers. */
export interface HeaderRefusal {
  readonly status: 400 | 405 | 415;
  readonly error: RpcError;
}

/** A request's headers by name, as Node gives them. */
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const grpcContentType = "application/grpc";
const malformed = (reason: string): HeaderRefusal => ({
  status: 400,
  error: new RpcError("INTERNAL", reason),
});

/** Reads a call's headers, in grpc-go's order. Mirrors: grpc-go http2Server.operateHeaders. */
export function readGrpcRequest(
  headers: Headers,
  rawHeaders: readonly string[],
): GrpcRequest | HeaderRefusal {
  const contentType = String(headers["content-type"] ?? "");
  const contentSubtype = contentSubtypeOf(contentType);
  if (contentSubtype === undefined) {
    const text = `invalid gRPC request content-type ${goQuote(contentType)}`;
    return { status: 415, error: new RpcError("INVALID_ARGUMENT", text) };
  }
  const timeout = headers["grpc-timeout"];
  const timeoutMs = timeout === undefined ? undefined : readTimeout(String(timeout));
  if (typeof timeoutMs === "string") return malformed(`malformed grpc-timeout: ${timeoutMs}`);
  const binaryProblem = firstBinaryProblem(rawHeaders);
  if (binaryProblem !== undefined) return malformed(binaryProblem);
  const verb = headers[":method"];
  if (verb !== "POST") {
    const text = `Received a HEADERS frame with :method ${goQuote(String(verb))} which should be POST`;
    return { status: 405, error: new RpcError("INTERNAL", text) };
  }
  const encoding = String(headers["grpc-encoding"] ?? "");
  return { contentType, contentSubtype, encoding, timeoutMs };
}

/** Mirrors: grpc-go grpcutil.ContentSubtype. Undefined for what is not gRPC. */
function contentSubtypeOf(contentType: string): string | undefined {
  if (contentType === grpcContentType) return "";
  if (!contentType.startsWith(grpcContentType)) return undefined;
  const separator = contentType[grpcContentType.length];
  if (separator !== "+" && separator !== ";") return undefined;
  return contentType.slice(grpcContentType.length + 1);
}

/** Milliseconds, or why it is no timeout. Mirrors: grpc-go decodeTimeout. */
function readTimeout(text: string): number | string {
  if (text.length < 2) return `transport: timeout string is too short: ${goQuote(text)}`;
  if (text.length > 9) return `transport: timeout string is too long: ${goQuote(text)}`;
  const unitMs = timeoutUnitsMs[text.at(-1) ?? ""];
  if (unitMs === undefined) return `transport: timeout unit is not recognized: ${goQuote(text)}`;
  try {
    const digits = text.slice(0, -1);
    return Number(parseGoInteger(digits, { bits: 64, isSigned: false, anyBase: false })) * unitMs;
  } catch (error) {
    if (error instanceof GoNumberError) return error.message;
    throw error;
  }
}

/** Why a header of bytes is none, if one is. Both forms of base64 are taken, padded and not. */
function firstBinaryProblem(rawHeaders: readonly string[]): string | undefined {
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    if (!name.endsWith("-bin")) continue;
    const value = rawHeaders[at + 1] ?? "";
    const wrongAt = base64ProblemAt(value);
    if (wrongAt === undefined) continue;
    const reason = `illegal base64 data at input byte ${wrongAt}`;
    return `malformed binary metadata ${goQuote(value)} in header ${goQuote(name)}: ${reason}`;
  }
  return undefined;
}

/** Where Go's base64 stops, if it does. Mirrors: Go encoding/base64, as grpc-go's decodeBinHeader uses it. */
function base64ProblemAt(value: string): number | undefined {
  const isPadded = value.length % 4 === 0;
  const digits = isPadded ? value.replace(/={1,2}$/, "") : value;
  const wrong = digits.search(/[^A-Za-z0-9+/]/);
  if (wrong >= 0) return wrong;
  return digits.length % 4 === 1 ? digits.length - 1 : undefined;
}
