import {
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  performServerHandshake,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import type { Clock } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { clientOf } from "./grpc-connection.ts";
import { deadlineExceeded, Exchange, type Surroundings } from "./grpc-exchange.ts";
import { GrpcReply, refuseHeaders } from "./grpc-reply.ts";
import { type GrpcRequest, readGrpcRequest } from "./grpc-request.ts";
import { serveStreaming } from "./grpc-streaming.ts";
import { serveUnary } from "./grpc-unary.ts";
import type { Endpoint } from "./handler.ts";
import { openHttp2 } from "./http2-opening.ts";
import { type KeepaliveOptions, keepAlive } from "./keepalive.ts";
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

/** What Node says of a stream that a client opened: its headers, flags, and the headers as they were sent. */
type Opening = [ServerHttp2Stream, IncomingHttpHeaders, number, readonly string[]];

/** What a client may send of one call, and of all calls together, before it has to wait: as Go's HTTP/2 server. */
const windowBytes = 1024 * 1024;
/** Node's bound of a connection, in MB; messages that wait for a slow client count. */
const sessionMemoryMb = 1024;
const maxHeaders = 1000;

/** A listener that serves the router's endpoints on Node's HTTP/2. */
export function createGrpcListener(
  router: Router,
  options: GrpcListenerOptions = {},
): GrpcListener {
  const { clock = createRealClock(), maxConcurrentStreams } = options;
  const served = new Map(router.endpoints.map((endpoint) => [endpoint.method.path, endpoint]));
  const sessions = new Set<ServerHttp2Session>();
  const settings = {
    initialWindowSize: windowBytes,
    maxHeaderListSize: windowBytes,
    ...(maxConcurrentStreams !== undefined && { maxConcurrentStreams }),
  };
  const begin = (transport: Duplex) => {
    const session = performServerHandshake(transport, {
      settings,
      maxSessionMemory: sessionMemoryMb,
      maxHeaderListPairs: maxHeaders,
    });
    sessions.add(session);
    session.once("close", () => sessions.delete(session));
    session.on("error", () => {});
    session.setLocalWindowSize(windowBytes);
    serveSession(session, transport, { ...options, clock, router, served });
  };
  const opening = new Set<Duplex>();
  const accept = (connection: Duplex) => {
    if (connection instanceof TLSSocket) return begin(connection);
    opening.add(connection);
    connection.once("close", () => opening.delete(connection));
    openHttp2(connection, { settings, clock }, (transport) => {
      opening.delete(connection);
      begin(transport);
    });
  };
  const destroy = () => {
    for (const connection of opening) connection.destroy();
    for (const session of sessions) session.destroy();
  };
  return {
    accept,
    drain(graceMs) {
      for (const session of sessions) session.close();
      clock.setTimer(graceMs, destroy);
    },
    destroy,
  };
}

interface ServedParts extends GrpcListenerOptions {
  readonly clock: Pick<Clock, "now" | "setTimer">;
  readonly router: Router;
  /** By path. */
  readonly served: ReadonlyMap<string, Endpoint>;
}

/** More than the answers to pings and to settings, and windows, make up between two pings of a client. */
const ownFramesBytes = 1024;

/** Answers what comes over one connection. */
function serveSession(session: ServerHttp2Session, connection: Duplex, parts: ServedParts): void {
  const { router, clock, served, pings, keepalive, maxRequestBytes = 4 * 1024 * 1024 } = parts;
  const behind = connection instanceof TLSSocket ? parts.http : undefined;
  const strikes = pings === undefined || behind !== undefined ? undefined : new PingPolicy(pings);
  const onSend = () => strikes?.forgive();
  const common = { router, clock, maxRequestBytes, client: clientOf(connection) };
  const native: Surroundings = { ...common, style: { onSend } };
  let openStreams = 0;
  session.on("stream", (...[stream, headers, , rawHeaders]: Opening) => {
    stream.on("error", () => {});
    let surroundings = native;
    if (behind !== undefined) {
      if (!String(headers["content-type"]).includes("application/grpc")) {
        behind.serve(stream, headers, rawHeaders);
        return;
      }
      surroundings = { ...common, style: { headers: behind.headers(headers) } };
    }
    const isLong = startCall(stream, headers, rawHeaders, served, surroundings);
    if (!isLong) return;
    openStreams += 1;
    stream.once("close", () => {
      openStreams -= 1;
    });
  });
  if (strikes !== undefined) {
    let sentBytes = 0;
    session.on("ping", () => {
      // A large message leaves in many frames, and grpc-go forgives a ping for each.
      const { bytesWritten = 0 } = session.socket ?? {};
      if (bytesWritten - sentBytes > ownFramesBytes) strikes.forgive();
      sentBytes = bytesWritten;
      if (strikes.isTooMany(clock.now(), openStreams > 0)) expel(session);
    });
  }
  if (keepalive !== undefined && behind === undefined) {
    keepAlive(session, connection, keepalive, clock);
  }
}

/** Mirrors: grpc-go's answer to a client that pings too often. */
function expel(session: ServerHttp2Session): void {
  const { NGHTTP2_ENHANCE_YOUR_CALM } = constants;
  session.goaway(NGHTTP2_ENHANCE_YOUR_CALM, 0, Buffer.from("too_many_pings"));
  setImmediate(() => session.destroy());
}

/** Answers a call, or begins to. Returns whether it may stay open. Mirrors: grpc-go server.handleStream. */
function startCall(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  rawHeaders: readonly string[],
  served: ReadonlyMap<string, Endpoint>,
  surroundings: Surroundings,
): boolean {
  const { router, style } = surroundings;
  const request = readGrpcRequest(headers, rawHeaders);
  if ("error" in request) {
    stream.resume();
    refuseHeaders(stream, request, style);
    return false;
  }
  const path = headers[":path"] ?? "";
  const endpoint = served.get(path);
  const error = refusalOf(request) ?? (endpoint === undefined && router.refuseUnknown(path));
  if (error || endpoint === undefined) {
    stream.resume();
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
