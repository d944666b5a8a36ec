import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerHttp2Stream } from "node:http2";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import type { Clock } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import type { CallStream } from "./call-stream.ts";
import { clientOf } from "./grpc-connection.ts";
import { deadlineExceeded, Exchange, type Surroundings } from "./grpc-exchange.ts";
import { GrpcReply, refuseHeaders } from "./grpc-reply.ts";
import { type GrpcRequest, readGrpcRequest } from "./grpc-request.ts";
import { serveStreaming } from "./grpc-streaming.ts";
import { serveUnary } from "./grpc-unary.ts";
import type { Endpoint } from "./handler.ts";
import { errorCodes } from "./http2/frames.ts";
import { Http2Connection } from "./http2/http2-connection.ts";
import { type KeepaliveOptions, keepAlive } from "./keepalive.ts";
import { NodeCallStream } from "./node-call-stream.ts";
import { openNodeHttp2 } from "./node-http2.ts";
import { PingPolicy, type PingPolicyOptions } from "./ping-policy.ts";
import type { Router } from "./router.ts";
import { RpcError } from "./status.ts";

export interface GrpcListenerOptions {
  /** The largest request message in bytes; a larger one is refused with RESOURCE_EXHAUSTED. Default 4 MiB. */
  readonly maxRequestBytes?: number;
  /** How many calls one connection may have open at a time; further ones are refused. Default: no bound. */
  readonly maxConcurrentStreams?: number;
  /** Left out: clients may ping as often as they like. */
  readonly pings?: PingPolicyOptions;
  /** Left out: silent clients are not pinged. */
  readonly keepalive?: KeepaliveOptions;
  /**
   * What answers HTTP/2 requests that are no gRPC on connections with TLS, as a Go server does that has grpc-go behind
   * net/http. Left out: grpc-go's own transport, which refuses them with 415, as it does on plain connections.
   */
  readonly http?: BehindHttp;
  /** For deadlines of clients and the time between pings. Default: the machine's, which is the client's, too. */
  readonly clock?: Pick<Clock, "now" | "setTimer">;
}

/** The handlers that a gRPC server stands behind. */
export interface BehindHttp {
  /** Headers that every reply bears, of gRPC too; for a request with these headers. */
  headers(request: IncomingHttpHeaders): OutgoingHttpHeaders;
  /** Answers a request that is no gRPC. */
  serve(
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    rawHeaders: readonly string[],
  ): void;
}

/** Answers gRPC on connections that are handed to it: who accepts and decrypts them is not its concern. */
export interface GrpcListener {
  accept(connection: Duplex): void;
  /** Takes no further calls, lets open ones end for `graceMs`, then cuts what is left. */
  drain(graceMs: number): void;
  /** Cuts every connection. */
  destroy(): void;
}

/** What a client may send of one call, and of all calls together, before it has to wait: as Go's HTTP/2 server. */
const windowBytes = 1024 * 1024;

/**
 * A listener that serves the router's endpoints: on our own HTTP/2, which is as grpc-go's own transport, or on Node's for
 * connections on which gRPC stands behind HTTP.
 */
export function createGrpcListener(
  router: Router,
  options: GrpcListenerOptions = {},
): GrpcListener {
  const { clock = createRealClock(), maxRequestBytes = 4 * 1024 * 1024 } = options;
  const served = new Map(router.endpoints.map((endpoint) => [endpoint.method.path, endpoint]));
  const parts: ServedParts = { ...options, clock, maxRequestBytes, router, served };
  const connections = new Set<Closable>();
  const begin = (connection: Duplex) => {
    const { http } = options;
    const onClose = () => connections.delete(opened);
    const opened: Closable =
      http !== undefined && connection instanceof TLSSocket
        ? serveBehindHttp(connection, http, { ...parts, onClose })
        : serveNative(connection, { ...parts, onClose });
    connections.add(opened);
  };
  const destroy = () => {
    for (const connection of [...connections]) connection.destroy();
  };
  return {
    accept: begin,
    drain(graceMs) {
      for (const connection of [...connections]) connection.drain();
      clock.setTimer(graceMs, destroy);
    },
    destroy,
  };
}

/** A connection that can be ended. */
interface Closable {
  drain(): void;
  destroy(): void;
}

interface ServedParts extends GrpcListenerOptions {
  readonly clock: Pick<Clock, "now" | "setTimer">;
  readonly maxRequestBytes: number;
  readonly router: Router;
  /** By path. */
  readonly served: ReadonlyMap<string, Endpoint>;
}

type ConnectionParts = ServedParts & { readonly onClose: () => void };

/** Serves as grpc-go's own transport does. */
function serveNative(transport: Duplex, parts: ConnectionParts): Closable {
  const { router, clock, served, maxRequestBytes, maxConcurrentStreams, onClose } = parts;
  const strikes = parts.pings && new PingPolicy(parts.pings);
  const onSend = () => strikes?.forgive();
  const surroundings: Surroundings = {
    router,
    clock,
    maxRequestBytes,
    client: clientOf(transport),
    style: { onSend },
  };
  let openStreams = 0;
  const connection = new Http2Connection(transport, {
    windowBytes,
    maxHeaderBytes: windowBytes,
    ...(maxConcurrentStreams !== undefined && { maxConcurrentStreams }),
    clock,
    onSend,
    onCall(stream, headers, rawHeaders) {
      const isLong = startCall(stream, { headers, rawHeaders }, served, surroundings);
      if (!isLong) return;
      openStreams += 1;
      stream.onClose(() => {
        openStreams -= 1;
      });
    },
    onPing() {
      if (strikes?.isTooMany(clock.now(), openStreams > 0) === true) {
        connection.expel(errorCodes.enhanceYourCalm, "too_many_pings");
      }
    },
    onClose() {
      stopAsking?.();
      onClose();
    },
  });
  const stopAsking = parts.keepalive && keepAlive(connection, transport, parts.keepalive, clock);
  return connection;
}

/** Serves as a grpc-go server behind net/http does: whatever comes over HTTP/2, gRPC or not. */
function serveBehindHttp(
  transport: TLSSocket,
  http: BehindHttp,
  { router, clock, served, maxRequestBytes, maxConcurrentStreams, onClose }: ConnectionParts,
): Closable {
  const client = clientOf(transport);
  const common = { router, clock, maxRequestBytes, client };
  const options = {
    windowBytes,
    ...(maxConcurrentStreams !== undefined && { maxConcurrentStreams }),
  };
  return openNodeHttp2(transport, options, {
    onStream(stream, headers, rawHeaders) {
      if (!String(headers["content-type"]).includes("application/grpc")) {
        stream.on("error", () => {});
        http.serve(stream, headers, rawHeaders);
        return;
      }
      const style = { headers: http.headers(headers) };
      startCall(new NodeCallStream(stream), { headers, rawHeaders }, served, { ...common, style });
    },
    onClose,
  });
}

interface ReceivedHeaders {
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
}

/** What was read of headers; a client's calls often have the very same ones. */
const knownRequests = new WeakMap<IncomingHttpHeaders, ReturnType<typeof readGrpcRequest>>();

function requestOf(headers: IncomingHttpHeaders, rawHeaders: readonly string[]) {
  const known = knownRequests.get(headers);
  if (known !== undefined) return known;
  const request = readGrpcRequest(headers, rawHeaders);
  knownRequests.set(headers, request);
  return request;
}

/** Answers a call, or begins to. Returns whether it may stay open. Mirrors: grpc-go server.handleStream. */
function startCall(
  stream: CallStream,
  { headers, rawHeaders }: ReceivedHeaders,
  served: ReadonlyMap<string, Endpoint>,
  surroundings: Surroundings,
): boolean {
  const { router, style } = surroundings;
  const request = requestOf(headers, rawHeaders);
  if ("error" in request) {
    stream.discard();
    refuseHeaders(stream, request, style);
    return false;
  }
  const path = headers[":path"] ?? "";
  const endpoint = served.get(path);
  const error = refusalOf(request) ?? (endpoint === undefined && router.refuseUnknown(path));
  if (error || endpoint === undefined) {
    stream.discard();
    new GrpcReply(stream, { ...request, encoding: "" }, style).finish(error || undefined);
    return false;
  }
  const exchange = new Exchange(surroundings, { stream, rawHeaders, request, endpoint });
  if (endpoint.method.kind === "unary") serveUnary(exchange);
  else serveStreaming(exchange);
  return endpoint.method.kind !== "unary";
}

/** What can be refused of a call before its method is looked at. */
function refusalOf({ timeoutMs, encoding }: GrpcRequest): RpcError | undefined {
  if (timeoutMs !== undefined && timeoutMs < shortestTimeoutMs) return deadlineExceeded();
  if (encoding === "" || encoding === "identity" || encoding === "gzip") return undefined;
  const text = `grpc: Decompressor is not installed for grpc-encoding "${encoding}"`;
  return new RpcError("UNIMPLEMENTED", text);
}

/** A timeout that has passed before anybody can look at it. */
const shortestTimeoutMs = 1e-3;
