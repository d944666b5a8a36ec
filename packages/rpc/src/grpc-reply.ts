import {
  constants,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
  type ServerStreamResponseOptions,
} from "node:http2";
import { gzipSync } from "node:zlib";
import { encodeGrpcMessage } from "./grpc-message.ts";
import type { GrpcRequest, HeaderRefusal } from "./grpc-request.ts";
import { frameMessage } from "./message-reader.ts";
import { type RpcError, statusCodes } from "./status.ts";

/**
 * What a reply looks like beside its messages: as that of grpc-go's own transport, or, with `headers` given, as that of
 * a grpc-go server which stands behind net/http and its handlers (etcd's does so under TLS): these headers come first,
 * a status always stands in trailers, and headers that are no gRPC are refused in plain text.
 */
export interface ReplyStyle {
  readonly headers?: OutgoingHttpHeaders;
  /** Told of each message and each status that goes out. */
  readonly onSend?: () => void;
}

/** gRPC's own transport sends no date. Node's types do not have the option that its own HTTP/1 face uses. */
const withoutDate: ServerStreamResponseOptions = { sendDate: false } as ServerStreamResponseOptions;
const trailersOnly = { ...withoutDate, endStream: true };
const messagesNative = { ...withoutDate, waitForTrailers: true };
const messagesBehindHttp = { waitForTrailers: true };
const announcedTrailers = "Grpc-Status, Grpc-Message, Grpc-Status-Details-Bin";
const plainHead: OutgoingHttpHeaders = { ":status": 200, "content-type": "application/grpc" };
const okTrailers = {
  native: { "grpc-status": "0", "grpc-message": "" },
  http: { "grpc-status": "0" },
};

/** The reply to one call: at most one head, then messages, then exactly one status. */
export class GrpcReply {
  readonly #stream: ServerHttp2Stream;
  readonly #request: GrpcRequest;
  readonly #style: ReplyStyle;
  readonly #isGzip: boolean;
  #trailers: OutgoingHttpHeaders | undefined;
  #hasHead = false;
  #isOver = false;
  #isCorked = false;

  constructor(stream: ServerHttp2Stream, request: GrpcRequest, style: ReplyStyle) {
    this.#stream = stream;
    this.#request = request;
    this.#style = style;
    this.#isGzip = request.encoding === "gzip";
  }

  /** Whether the status is on its way, or nobody is there to take one. */
  get isOver(): boolean {
    return this.#isOver || this.#stream.destroyed;
  }

  /** Sends the only message and the status OK. */
  answer(message: Uint8Array): void {
    if (this.isOver) return;
    this.#isOver = true;
    this.#style.onSend?.();
    this.#sendHead();
    this.#trailers = this.#style.headers === undefined ? okTrailers.native : okTrailers.http;
    this.#stream.end(this.#framed(message));
  }

  /** Sends a message; false asks the caller to wait for `drained`. Messages of one turn go out together. */
  send(message: Uint8Array): boolean {
    if (this.isOver) return true;
    this.#style.onSend?.();
    if (!this.#hasHead) this.#sendHead();
    if (!this.#isCorked) {
      this.#isCorked = true;
      this.#stream.cork();
      process.nextTick(() => {
        this.#isCorked = false;
        this.#stream.uncork();
      });
    }
    return this.#stream.write(this.#framed(message));
  }

  /** Resolves when the client has taken what was sent, or has gone away. */
  drained(): Promise<void> {
    const stream = this.#stream;
    return new Promise((resolve) => {
      const done = () => {
        stream.off("drain", done);
        stream.off("close", done);
        resolve();
      };
      if (stream.destroyed || !stream.writableNeedDrain) return resolve();
      stream.once("drain", done);
      stream.once("close", done);
    });
  }

  /** Sends the status: OK, or the refusal. Everything after it is ignored. */
  finish(error: RpcError | undefined): void {
    if (this.isOver) return;
    this.#isOver = true;
    this.#style.onSend?.();
    const { headers } = this.#style;
    const trailers = trailersOf(error, headers !== undefined);
    if (headers === undefined && !this.#hasHead) {
      this.#stream.respond({ ...this.#head(false), ...trailers }, trailersOnly);
      releaseClient(this.#stream);
    } else {
      if (!this.#hasHead) this.#sendHead();
      this.#trailers = trailers;
      this.#stream.end();
    }
  }

  /** Ends the call at its deadline, as grpc-go's own transport does. */
  cancel(): void {
    if (this.isOver) return;
    this.#isOver = true;
    this.#stream.close(constants.NGHTTP2_CANCEL);
  }

  #sendHead(): void {
    const stream = this.#stream;
    this.#hasHead = true;
    const isNative = this.#style.headers === undefined;
    stream.respond(this.#head(this.#isGzip), isNative ? messagesNative : messagesBehindHttp);
    stream.once("wantTrailers", () => {
      if (stream.destroyed || this.#trailers === undefined) return;
      stream.sendTrailers(this.#trailers);
      releaseClient(stream);
    });
  }

  #head(isCompressed: boolean): OutgoingHttpHeaders {
    const { contentSubtype, contentType } = this.#request;
    const { headers } = this.#style;
    if (headers === undefined && contentSubtype === "") {
      return isCompressed ? { ...plainHead, "grpc-encoding": "gzip" } : plainHead;
    }
    return {
      ":status": 200,
      ...headers,
      "content-type": headers === undefined ? `application/grpc+${contentSubtype}` : contentType,
      ...(isCompressed && { "grpc-encoding": "gzip" }),
      ...(headers !== undefined && { trailer: announcedTrailers }),
    };
  }

  #framed(message: Uint8Array): Buffer {
    return frameMessage(this.#isGzip ? gzipSync(message) : message, this.#isGzip);
  }
}

/** A client that has more to send than was asked for is told that nobody reads it. */
function releaseClient(stream: ServerHttp2Stream): void {
  if (stream.readableEnded) return;
  setImmediate(() => {
    if (!stream.readableEnded && !stream.destroyed) stream.close(constants.NGHTTP2_NO_ERROR);
  });
}

function trailersOf(error: RpcError | undefined, isBehindHttp: boolean): OutgoingHttpHeaders {
  const ok = isBehindHttp ? okTrailers.http : okTrailers.native;
  if (error === undefined) return ok;
  const status = { "grpc-status": String(statusCodes[error.code]) };
  const message = { "grpc-message": encodeGrpcMessage(error.message) };
  return isBehindHttp ? { ...message, ...status } : { ...status, ...message };
}

/** Answers a request whose headers gRPC does not take. */
export function refuseHeaders(
  stream: ServerHttp2Stream,
  { status, error }: HeaderRefusal,
  { headers }: ReplyStyle,
): void {
  if (headers === undefined) {
    const head = { ":status": status, "content-type": "application/grpc" };
    stream.respond({ ...head, ...trailersOf(error, false) }, trailersOnly);
  } else {
    const verb = /:method (".*") which/.exec(error.message)?.[1];
    const text = verb === undefined ? error.message : `invalid gRPC request method ${verb}`;
    stream.respond({
      ":status": status,
      ...headers,
      ...(status === 405 && { allow: "POST" }),
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "content-length": Buffer.byteLength(text) + 1,
    });
    stream.end(`${text}\n`);
  }
  releaseClient(stream);
}
