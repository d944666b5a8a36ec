import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { AddressInfo } from "node:net";

/** A message that came in on a call. */
export interface GrpcRequest {
  /** As in "KV/Range". */
  readonly method: string;
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
}

/** What to send back for it: messages, and then, with a status, the end of the call; "silence": nothing at all. */
export type GrpcAnswer =
  | { readonly messages?: readonly Uint8Array[]; readonly status?: number; readonly text?: string }
  | "silence";

/** The bytes of gRPC without any library for it, so that tests see what really goes over the wire. */
export interface GrpcServer {
  readonly address: string;
  readonly requests: GrpcRequest[];
  /** How many connections are open. */
  readonly openConnections: number;
  /** Resolves when the next message has come in and been answered. */
  nextRequest(): Promise<void>;
  /** Resolves, with the HTTP/2 error code, when the next call has been closed by either side. */
  nextClose(): Promise<number>;
  /** Resolves when the last connection is gone. */
  allClosed(): Promise<void>;
  stop(): Promise<void>;
}

/** Answers each message on its own; the function sees them in the order of their coming. */
export async function startGrpcServer(
  answer: (request: GrpcRequest) => GrpcAnswer,
): Promise<GrpcServer> {
  const server = createServer();
  const sessions = new Set<ServerHttp2Session>();
  const requests: GrpcRequest[] = [];
  const events = new EventTarget();
  const tell = (name: string) => events.dispatchEvent(new Event(name));
  let lastCode = 0;
  server.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => {
      sessions.delete(session);
      if (sessions.size === 0) tell("empty");
    });
  });
  server.on("stream", (stream, headers) => {
    const method = String(headers[":path"]).replace("/etcdserverpb.", "");
    stream.on("error", () => {});
    stream.on("close", () => {
      lastCode = stream.rstCode;
      tell("close");
    });
    readMessages(stream, (body) => {
      const request = { method, body, headers };
      requests.push(request);
      send(stream, answer(request));
      tell("request");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get openConnections() {
      return sessions.size;
    },
    nextRequest: () => once(events, "request").then(() => {}),
    nextClose: () => once(events, "close").then(() => lastCode),
    async allClosed() {
      if (sessions.size > 0) await once(events, "empty");
    },
    async stop() {
      for (const session of sessions) session.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Takes gRPC's frames apart: a byte for compression (none here), four for the length, the message. */
function readMessages(stream: ServerHttp2Stream, take: (body: Buffer) => void): void {
  let pending = Buffer.alloc(0);
  stream.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 5 && pending.length >= 5 + pending.readUInt32BE(1)) {
      const end = 5 + pending.readUInt32BE(1);
      take(pending.subarray(5, end));
      pending = pending.subarray(end);
    }
  });
}

function send(stream: ServerHttp2Stream, answer: GrpcAnswer): void {
  if (answer === "silence") return;
  const { messages = [], status, text = "" } = answer;
  const trailers = { "grpc-status": `${status}`, "grpc-message": encodeURI(text) };
  const headers = { ":status": 200, "content-type": "application/grpc" };
  if (!stream.headersSent && messages.length === 0 && status !== undefined) {
    stream.respond({ ...headers, ...trailers }, { endStream: true });
    return;
  }
  if (!stream.headersSent) stream.respond(headers, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers(trailers));
  for (const message of messages) stream.write(frame(message));
  if (status !== undefined) stream.end();
}

function frame(message: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}
