import type { OutgoingHttpHeaders } from "node:http2";
import { gzipSync } from "node:zlib";
import type { CallStream } from "./call-stream.ts";
import { encodeGrpcMessage } from "./grpc-message.ts";
import type { GrpcRequest, HeaderRefusal } from "./grpc-request.ts";
import { errorCodes } from "./http2/frames.ts";
import { frameMessage } from "./message-reader.ts";
import { NodeCallStream } from "./node-call-stream.ts";
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

const announcedTrailers = "Grpc-Status, Grpc-Message, Grpc-Status-Details-Bin";
const plainHead: OutgoingHttpHeaders = { ":status": 200, "content-type": "application/grpc" };
const gzipHead: OutgoingHttpHeaders = { ...plainHead, "grpc-encoding": "gzip" };
const okTrailers = {
  native: { "grpc-status": "0", "grpc-message": "" },
  http: { "grpc-status": "0" },
};

/** The reply to one call: at most one head, then messages, then exactly one status. */
export class GrpcReply {
  readonly #stream: CallStream;
  readonly #request: GrpcRequest;
  readonly #style: ReplyStyle;
  readonly #isGzip: boolean;
  #hasHead = false;
  #isOver = false;

  constructor(stream: CallStream, request: GrpcRequest, style: ReplyStyle) {
    this.#stream = stream;
    this.#request = request;
    this.#style = style;
    this.#isGzip = request.encoding === "gzip";
  }

  /** Whether the status is on its way, or nobody is there to take one. */
  get isOver(): boolean {
    return this.#isOver || this.#stream.isGone;
  }

  /** Sends the only message and the status OK. */
  answer(message: Uint8Array): void {
    if (this.isOver) return;
    this.#isOver = true;
    this.#style.onSend?.();
    const trailers = this.#style.headers === undefined ? okTrailers.native : okTrailers.http;
    this.#stream.answer(this.#head(this.#isGzip), this.#framed(message), trailers);
  }

  /** Sends a message; false asks the caller to wait for `drained`. Messages of one turn go out together. */
  send(message: Uint8Array): boolean {
    if (this.isOver) return true;
    this.#style.onSend?.();
    if (!this.#hasHead) this.#sendHead();
    return this.#stream.data(this.#framed(message));
  }

  /** Resolves when the client has taken what was sent, or has gone away. */
  drained(): Promise<void> {
    return this.#stream.drained();
  }

  /** Sends the status: OK, or the refusal. Everything after it is ignored. */
  finish(error: RpcError | undefined): void {
    if (this.isOver) return;
    this.#isOver = true;
    this.#style.onSend?.();
    const { headers } = this.#style;
    const trailers = trailersOf(error, headers !== undefined);
    if (headers === undefined && !this.#hasHead) {
      this.#stream.head({ ...this.#head(false), ...trailers }, true);
    } else {
      if (!this.#hasHead) this.#sendHead();
      this.#stream.trailers(trailers);
    }
  }

  /** Ends the call at its deadline, as grpc-go's own transport does. */
  cancel(): void {
    if (this.isOver) return;
    this.#isOver = true;
    this.#stream.reset(errorCodes.cancel);
  }

  #sendHead(): void {
    this.#hasHead = true;
    this.#stream.head(this.#head(this.#isGzip), false);
  }

  #head(isCompressed: boolean): OutgoingHttpHeaders {
    const { contentSubtype, contentType } = this.#request;
    const { headers } = this.#style;
    if (headers === undefined && contentSubtype === "") {
      return isCompressed ? gzipHead : plainHead;
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

function trailersOf(error: RpcError | undefined, isBehindHttp: boolean): OutgoingHttpHeaders {
  const ok = isBehindHttp ? okTrailers.http : okTrailers.native;
  if (error === undefined) return ok;
  const status = { "grpc-status": String(statusCodes[error.code]) };
  const message = { "grpc-message": encodeGrpcMessage(error.message) };
  return isBehindHttp ? { ...message, ...status } : { ...status, ...message };
}

/** Answers a request whose headers gRPC does not take. */
export function refuseHeaders(
  stream: CallStream,
  { status, error }: HeaderRefusal,
  { headers }: ReplyStyle,
): void {
  if (headers === undefined || !(stream instanceof NodeCallStream)) {
    const head = { ":status": status, "content-type": "application/grpc" };
    stream.head({ ...head, ...trailersOf(error, false) }, true);
    return;
  }
  const verb = /:method (".*") which/.exec(error.message)?.[1];
  const text = verb === undefined ? error.message : `invalid gRPC request method ${verb}`;
  const head = {
    ":status": status,
    ...headers,
    ...(status === 405 && { allow: "POST" }),
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff",
    "content-length": Buffer.byteLength(text) + 1,
  };
  stream.plain(head, `${text}\n`);
}
