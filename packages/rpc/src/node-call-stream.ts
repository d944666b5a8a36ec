import {
  constants,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
  type ServerStreamResponseOptions,
} from "node:http2";
import type { CallStream, StreamReader } from "./call-stream.ts";

/** A stream of Node's HTTP/2, which serves under TLS, as a call's. */
export class NodeCallStream implements CallStream {
  readonly #stream: ServerHttp2Stream;
  #trailers: OutgoingHttpHeaders | undefined;
  #isCorked = false;

  constructor(stream: ServerHttp2Stream) {
    this.#stream = stream;
    stream.on("error", () => {});
  }

  get isGone(): boolean {
    return this.#stream.destroyed;
  }

  get isPaused(): boolean {
    return this.#stream.isPaused();
  }

  read(reader: StreamReader): void {
    this.#stream.on("data", (chunk: Buffer) => reader.data(chunk));
    this.#stream.once("end", () => reader.end());
  }

  discard(): void {
    this.#stream.resume();
  }

  pause(): void {
    this.#stream.pause();
  }

  resume(): void {
    this.#stream.resume();
  }

  onClose(listener: () => void): void {
    this.#stream.once("close", listener);
  }

  head(headers: OutgoingHttpHeaders, isLast: boolean): void {
    const stream = this.#stream;
    if (isLast) {
      stream.respond(headers, { endStream: true });
      releaseClient(stream);
      return;
    }
    const options: ServerStreamResponseOptions = { waitForTrailers: true };
    stream.respond(headers, options);
    stream.once("wantTrailers", () => {
      if (stream.destroyed || this.#trailers === undefined) return;
      stream.sendTrailers(this.#trailers);
      releaseClient(stream);
    });
  }

  /** What is sent in one turn goes out together. */
  data(bytes: Buffer): boolean {
    if (!this.#isCorked) {
      this.#isCorked = true;
      this.#stream.cork();
      process.nextTick(() => {
        this.#isCorked = false;
        this.#stream.uncork();
      });
    }
    return this.#stream.write(bytes);
  }

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

  trailers(headers: OutgoingHttpHeaders): void {
    this.#trailers = headers;
    this.#stream.end();
  }

  answer(head: OutgoingHttpHeaders, bytes: Buffer, trailers: OutgoingHttpHeaders): void {
    this.head(head, false);
    this.#trailers = trailers;
    this.#stream.end(bytes);
  }

  reset(code: number): void {
    this.#stream.close(code);
  }

  /** Answers with a body that is no message, and its length in the headers. */
  plain(headers: OutgoingHttpHeaders, text: string): void {
    this.#stream.respond(headers);
    this.#stream.end(text);
    releaseClient(this.#stream);
  }
}

/** A client that has more to send than was asked for is told that nobody reads it. */
function releaseClient(stream: ServerHttp2Stream): void {
  if (stream.readableEnded) return;
  setImmediate(() => {
    if (!stream.readableEnded && !stream.destroyed) stream.close(constants.NGHTTP2_NO_ERROR);
  });
}
