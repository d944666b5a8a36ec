import type { IncomingMessage, ServerResponse } from "node:http";
import { type Duplex, PassThrough } from "node:stream";
import type { WebSocket, WebSocketServer } from "ws";
import { FrameResponse } from "./frame-response.ts";
import type { UpgradeHandler } from "./http-listener.ts";
import { queryOf } from "./http-rule.ts";

/** How a product's gateway speaks over WebSockets. */
export interface WebSocketOptions {
  /** Answers the request that a socket stands for, as it would answer one over HTTP. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Request headers, in lower case, that are passed on; all others are dropped. */
  readonly forwardedHeaders: readonly string[];
  /** Headers, in lower case, that a browser may send as a protocol: `Name+value`. */
  readonly protocolHeaders: readonly string[];
  /** The method of every request; left out: the one that the URL says. */
  readonly method?: string;
  /** Whether a browser may send a token as the protocols `Bearer` and the token itself. */
  readonly takesBearer?: boolean;
  /** Paths whose method takes a stream of requests: every message is one more line of the body. */
  readonly requestStreams: readonly RegExp[];
  /** 0 in either: sockets are not pinged. */
  readonly pingIntervalMs: number;
  readonly pongWaitMs: number;
  readonly pingContent: string;
  readonly setTimer: (delayMs: number, callback: () => void) => { cancel(): void };
}

/** The protocol that says that a token follows. */
const bearer = "Bearer";

/** The largest message that is taken, in bytes. */
const maxMessageBytes = 64 * 1024 * 1024;

/**
 * Takes WebSockets on any path: the socket stands for one request, each line of its answer is a text message, and the
 * end of the answer cuts the connection. `?method=POST` in the URL says which method is meant; a method with a body
 * waits for the first message, which is the body. Mirrors: lnd lnrpc/websocket_proxy.go.
 */
export function createWebSocketGateway(options: WebSocketOptions): UpgradeHandler {
  let server: Promise<WebSocketServer> | undefined;
  return (request, socket, head) => {
    if (!isWebSocket(request)) return false;
    server ??= openServer(options);
    const upgraded = server.then((opened) =>
      opened.handleUpgrade(request, socket, head, (webSocket) => {
        serve(options, request, { webSocket, socket });
      }),
    );
    upgraded.catch(() => socket.destroy());
    return true;
  };
}

/** `ws` is loaded with the first socket: most servers never see one. */
async function openServer({ takesBearer }: WebSocketOptions): Promise<WebSocketServer> {
  const { WebSocketServer } = await import("ws");
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
    handleProtocols: (asked) => takesBearer === true && asked.has(bearer) && bearer,
  });
}

function isWebSocket(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === "websocket";
}

interface Sockets {
  readonly webSocket: WebSocket;
  /** What the WebSocket runs over. */
  readonly socket: Duplex;
}

function serve(options: WebSocketOptions, request: IncomingMessage, sockets: Sockets): void {
  const { webSocket, socket } = sockets;
  const body = new PassThrough();
  const response = new FrameResponse(
    (line) =>
      new Promise((resolve) => {
        // A socket that is gone takes nothing more; its end is told by its close.
        webSocket.send(line, () => resolve());
      }),
  );
  const inner = innerRequest(options, request, body);
  response.once("finish", () => socket.end());
  webSocket.on("error", () => webSocket.terminate());
  webSocket.on("close", () => {
    response.destroy();
    body.destroy();
  });
  forwardMessages(options, inner, body, webSocket);
  keepAlive(options, webSocket);
  options.handle(inner, response as unknown as ServerResponse);
}

/** The request that the socket stands for. */
function innerRequest(
  options: WebSocketOptions,
  request: IncomingMessage,
  body: PassThrough,
): IncomingMessage {
  const method = new URLSearchParams(queryOf(request.url ?? "")).get("method");
  const forwarded = options.forwardedHeaders.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === "string" ? [name, value] : [];
  });
  const protocol = request.headers["sec-websocket-protocol"] ?? "";
  const sent = options.protocolHeaders.flatMap((name) => {
    if (!protocol.toLowerCase().startsWith(name)) return [];
    return [name, protocol.split("+")[1] ?? ""];
  });
  const [, token] = /^Bearer, *(.*)$/s.exec(protocol) ?? [];
  if (options.takesBearer && token !== undefined) sent.push("authorization", `${bearer} ${token}`);
  const names = sent.filter((_value, index) => index % 2 === 0);
  const others = forwarded.filter((_value, index) => !names.includes(forwarded[index & ~1] ?? ""));
  return Object.assign(body, {
    method: options.method ?? (method === null || method === "" ? request.method : method),
    url: request.url,
    rawHeaders: [...others, ...sent],
    headers: {},
    socket: request.socket,
  }) as unknown as IncomingMessage;
}

/** The first message is the body; for a stream of requests each one is a line more. A second body ends the socket. */
function forwardMessages(
  { requestStreams }: WebSocketOptions,
  inner: IncomingMessage,
  body: PassThrough,
  webSocket: WebSocket,
): void {
  const path = (inner.url ?? "").replace(/\?.*$/s, "");
  const isStream = requestStreams.some((pattern) => pattern.test(path));
  const takesBody = inner.method !== "GET" && inner.method !== "DELETE";
  webSocket.on("message", (message: Buffer) => {
    if (!takesBody) return;
    if (body.writableEnded) {
      webSocket.terminate();
      return;
    }
    body.write(message);
    if (isStream) body.write("\n");
    else body.end("\n");
  });
}

/** Pings, and drops a peer that has not answered one when the next one and the wait for it have passed. */
function keepAlive(options: WebSocketOptions, webSocket: WebSocket): void {
  const { pingIntervalMs, pongWaitMs, pingContent, setTimer } = options;
  if (pingIntervalMs <= 0 || pongWaitMs <= 0) return;
  const startDeadline = () => setTimer(pingIntervalMs + pongWaitMs, () => webSocket.terminate());
  let deadline = startDeadline();
  const ping = (): { cancel(): void } =>
    setTimer(pingIntervalMs, () => {
      webSocket.ping(pingContent);
      next = ping();
    });
  let next = ping();
  webSocket.on("pong", () => {
    deadline.cancel();
    deadline = startDeadline();
  });
  webSocket.on("close", () => {
    deadline.cancel();
    next.cancel();
  });
}
