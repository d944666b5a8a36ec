import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpBinding } from "@leaderlab/proto";
import { readGatewayRequest } from "./gateway-request.ts";
import { deadlineExceeded, parseGrpcTimeout } from "./grpc-timeout.ts";
import type { Endpoint } from "./handler.ts";
import { type PathPattern, pathOf, pathPattern, queryOf } from "./http-rule.ts";
import { JsonCall } from "./json-call.ts";
import { JsonValueCutter } from "./json-value-cutter.ts";
import type { JsonReadOptions } from "./proto-json-read.ts";
import { type JsonStyle, writeProtoJson } from "./proto-json-write.ts";
import type { Router } from "./router.ts";
import { httpStatus, RpcError, statusCodes, toRpcError } from "./status.ts";
import { canceled } from "./tap.ts";

/** How a product's gateway speaks JSON, where two gateways of the same library differ. */
export interface JsonDialect {
  /** Of an answer to a call that does not stream. */
  readonly unary: JsonStyle;
  /** Of each line of a stream. */
  readonly stream: JsonStyle;
  /** See JsonReadOptions. */
  readonly ignoreUnknown: boolean;
  readonly errorSpace: JsonReadOptions["errorSpace"];
  /** Whether error bodies carry `"details":[]`. */
  readonly errorDetails: boolean;
  /** The largest request body in bytes; a larger one is refused with RESOURCE_EXHAUSTED. */
  readonly maxBodyBytes: number;
  /**
   * The largest request message in bytes, as gRPC would encode it; a larger one is refused as the gRPC server behind a
   * gateway refuses it. Left out: no bound but that of the body.
   */
  readonly maxMessageBytes?: number;
  /** The metadata key for a request header (a lower-case name), or undefined for one that is not passed on. */
  readonly metadataKey: (header: string) => string | undefined;
  /** Sets the timer of a request that has a Grpc-Timeout; left out: the header has no effect. */
  readonly setTimer?: (delayMs: number, callback: () => void) => { cancel(): void };
}

/** Answers a request and returns true, or returns false for a path that it does not know. */
export type JsonGateway = (request: IncomingMessage, response: ServerResponse) => boolean;

interface Route {
  readonly binding: HttpBinding;
  readonly pattern: PathPattern;
  readonly endpoint: Endpoint;
}

/** Serves the router's endpoints as JSON over HTTP/1.1, by their bindings. Mirrors: grpc-gateway v2. */
export function createJsonGateway(router: Router, dialect: JsonDialect): JsonGateway {
  const routes: Route[] = router.endpoints.flatMap((endpoint) =>
    endpoint.method.bindings.map((binding) => ({
      binding,
      pattern: pathPattern(binding),
      endpoint,
    })),
  );
  return (request, response) => {
    const path = pathOf(request.url ?? "/");
    const onPath = routes.filter((route) => route.pattern.matches(path));
    if (onPath.length === 0) return false;
    const route = onPath.find((candidate) => candidate.binding.verb === request.method);
    if (route === undefined) {
      sendError(response, new RpcError("UNIMPLEMENTED", "Method Not Allowed"), dialect);
    } else {
      void answer({ router, dialect, route, path, request, response });
    }
    return true;
  };
}

/** The error body of a gateway, for paths that it does not know too: `NOT_FOUND` "Not Found". */
export function sendError(response: ServerResponse, error: RpcError, dialect: JsonDialect): void {
  const body = errorBody(error, dialect, dialect.unary.separator);
  response.removeHeader("Connection");
  response.writeHead(httpStatus[error.code], {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

interface Exchange {
  readonly router: Router;
  readonly dialect: JsonDialect;
  readonly route: Route;
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Answers one request. Never rejects. */
async function answer(exchange: Exchange): Promise<void> {
  const { router, dialect, route, request, response } = exchange;
  const { endpoint } = route;
  const { method } = endpoint;
  const call = new JsonCall(method, request, response, dialect.metadataKey);
  let isRead = false;
  let timer: { cancel(): void } | undefined;
  try {
    timer = startTimeout(exchange, call);
    if (method.kind === "bidi") {
      isRead = true;
      const requests = readRequests(exchange);
      await sendStream(exchange, router.answerBidi(endpoint, requests, call), call.signal);
    } else if (method.kind === "clientStream") {
      const requests = readRequests(exchange);
      sendMessage(exchange, await router.answerClientStream(endpoint, requests, call));
    } else {
      const decoded = await readRequest(exchange);
      isRead = true;
      if (method.kind === "unary") {
        sendMessage(exchange, await router.answerUnary(endpoint, decoded, call));
      } else {
        await sendStream(exchange, router.answerServerStream(endpoint, decoded, call), call.signal);
      }
    }
    if (call.isOverdue && !response.writableEnded) throw deadlineExceeded();
  } catch (thrown) {
    const error = call.isOverdue ? deadlineExceeded() : toRpcError(thrown);
    if (response.destroyed) return;
    const streams = method.kind === "serverStream" || method.kind === "bidi";
    if (isRead && streams) endStream(response, error, dialect);
    else sendError(response, error, dialect);
  } finally {
    timer?.cancel();
  }
}

/** Sees to the time that the client gives; throws when it is over already or cannot be read. */
function startTimeout({ request, dialect }: Exchange, call: JsonCall) {
  const { setTimer } = dialect;
  const timeoutMs = setTimer && parseGrpcTimeout(String(request.headers["grpc-timeout"] ?? ""));
  if (setTimer === undefined || timeoutMs === undefined) return undefined;
  if (timeoutMs >= 1) return setTimer(Math.min(timeoutMs, longestTimerMs), () => call.expire());
  call.expire();
  throw deadlineExceeded();
}

/** The longest that a timer of the system can be set for; some 24 days. */
const longestTimerMs = 2 ** 31 - 1;

async function readRequest(exchange: Exchange): Promise<unknown> {
  const { dialect, route, request } = exchange;
  const { hasBody } = route.binding;
  const body = hasBody ? await readBody(request, dialect.maxBodyBytes) : undefined;
  return requestOf(exchange, body);
}

/**
 * Each JSON value of a body as it comes. One that is no request ends them without a word, as in grpc-gateway, which
 * then says to the server that no request follows.
 */
async function* readRequests(exchange: Exchange): AsyncIterable<unknown> {
  const { request, dialect } = exchange;
  const cutter = new JsonValueCutter();
  const values = async function* () {
    for await (const chunk of chunksOf(request)) {
      yield* cutter.push(chunk);
      if (cutter.waitingBytes > dialect.maxBodyBytes) throw bodyTooLarge(dialect.maxBodyBytes);
    }
    const last = cutter.finish();
    if (last !== undefined) yield last;
  };
  for await (const value of values()) {
    try {
      yield requestOf(exchange, value);
    } catch (error) {
      if (error instanceof RpcError && error.code === "INVALID_ARGUMENT") return;
      throw error;
    }
  }
}

function requestOf(exchange: Exchange, body: Buffer | undefined): unknown {
  const { dialect, route, path, request } = exchange;
  const { endpoint, pattern } = route;
  const { maxMessageBytes } = dialect;
  const message = readGatewayRequest({
    endpoint,
    pattern,
    path,
    query: queryOf(request.url ?? ""),
    body,
    options: dialect,
    ...(maxMessageBytes !== undefined && { maxMessageBytes }),
  });
  return endpoint.method.decodeRequest(message);
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request)) {
    size += chunk.length;
    if (size > maxBytes) {
      throw bodyTooLarge(maxBytes);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What comes of a body; where it breaks off, the client has gone. */
async function* chunksOf(request: IncomingMessage): AsyncIterable<Buffer> {
  try {
    yield* request as AsyncIterable<Buffer>;
  } catch {
    throw canceled();
  }
}

function bodyTooLarge(maxBytes: number): RpcError {
  return new RpcError("RESOURCE_EXHAUSTED", `request body larger than max (${maxBytes} bytes)`);
}

/** Go's net/http tells the length of a body that fits its buffer; a longer one is sent in chunks. */
const mostBufferedBytes = 2048;

function sendMessage({ dialect, route, response }: Exchange, message: unknown): void {
  const { responseType } = route.endpoint.method;
  const body = writeProtoJson(message as object, responseType, dialect.unary);
  const bytes = Buffer.byteLength(body);
  response.removeHeader("Connection");
  response.writeHead(200, {
    "Content-Type": "application/json",
    "Grpc-Metadata-Content-Type": "application/grpc",
    ...(bytes <= mostBufferedBytes && { "Content-Length": bytes }),
  });
  response.end(body);
}

/** One `{"result":…}` line a message, no faster than the client takes them. */
async function sendStream(
  { dialect, route, response }: Exchange,
  messages: AsyncIterable<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const { responseType } = route.endpoint.method;
  for await (const message of messages) {
    if (signal.aborted) return;
    startStream(response);
    const line = writeProtoJson(message as object, responseType, dialect.stream);
    if (!response.write(`{"result":${escapeHtml(line)}}\n`)) await drained(response);
  }
  if (signal.aborted) return;
  // A stream of nothing says nothing about itself either.
  if (!response.headersSent) response.removeHeader("Connection");
  response.end();
}

function startStream(response: ServerResponse): void {
  if (response.headersSent) return;
  response.removeHeader("Connection");
  response.writeHead(200, {
    "Content-Type": "application/json",
    "Grpc-Metadata-Content-Type": "application/grpc",
  });
  response.flushHeaders();
}

/** A stream's error is its last line; one that comes before anything else also decides the status. */
function endStream(response: ServerResponse, error: RpcError, dialect: JsonDialect): void {
  if (!response.headersSent) {
    response.removeHeader("Connection");
    response.writeHead(httpStatus[error.code], { "Content-Type": "application/json" });
  }
  response.end(`{"error":${escapeHtml(errorBody(error, dialect, dialect.stream.separator))}}\n`);
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once("drain", resolve);
    response.once("close", resolve);
  });
}

function errorBody(error: RpcError, dialect: JsonDialect, separator: string): string {
  const members = [
    `"code":${statusCodes[error.code]}`,
    `"message":${JSON.stringify(error.message)}`,
  ];
  if (dialect.errorDetails) members.push('"details":[]');
  return `{${members.join(separator)}}`;
}

/** Stream lines go through Go's encoding/json once more, which writes these three as escapes. */
function escapeHtml(json: string): string {
  return json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}
