import type { OutgoingHttpHeaders } from "node:http2";
import type { CallStream, StreamReader } from "../call-stream.ts";
import type { FrameWriter, SendingStream } from "./frame-writer.ts";
import { errorCodes } from "./frames.ts";

/** What waits for a client that does not take it, before the caller is asked to wait. */
const queueBytes = 16 * 1024;

/** What a client has used of a window. */
export interface ReceiveWindow {
  /** What it has sent and was not told to be free again. */
  held: number;
  /** What of that was taken by its reader. */
  taken: number;
}

/** What a stream needs of its connection. */
export interface StreamHost {
  readonly writer: FrameWriter;
  /** The client may send so many bytes more, on the stream and on the connection. */
  consumed(stream: Http2Stream, bytes: number): void;
  /** The stream is over. */
  forget(stream: Http2Stream): void;
}

/** One stream of our own HTTP/2. */
export class Http2Stream implements CallStream, SendingStream {
  readonly id: number;
  readonly #host: StreamHost;
  /** What may still be sent; below 0 when the client has made its window smaller. */
  sendWindow: number;
  readonly window: ReceiveWindow = { held: 0, taken: 0 };
  #reader: StreamReader | undefined;
  #isDiscarded = false;
  #isPaused = false;
  /** Came while it was paused, or before anybody read. */
  #held: Buffer[] = [];
  #hasClientEnded = false;
  #isEndTold = false;
  #isGone = false;
  #closeListeners: (() => void)[] = [];
  /** Waits for the client to take more. */
  #queue: Buffer[] = [];
  #queuedBytes = 0;
  #trailers: OutgoingHttpHeaders | undefined;
  #hasEnded = false;
  #drainListeners: (() => void)[] = [];

  constructor(id: number, sendWindow: number, host: StreamHost) {
    this.id = id;
    this.sendWindow = sendWindow;
    this.#host = host;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Whether the client has sent its last byte. */
  get hasClientEnded(): boolean {
    return this.#hasClientEnded;
  }

  read(reader: StreamReader): void {
    this.#reader = reader;
    this.#handOn();
  }

  discard(): void {
    this.#isDiscarded = true;
    this.resume();
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    if (!this.#isPaused && this.#held.length === 0) return;
    this.#isPaused = false;
    this.#handOn();
  }

  onClose(listener: () => void): void {
    this.#closeListeners.push(listener);
  }

  /** The client has sent bytes, which took `size` of its windows, and perhaps its last ones. */
  receive(bytes: Buffer, size: number, isLast: boolean): void {
    this.window.held += size;
    if (isLast) this.#hasClientEnded = true;
    const padding = size - bytes.length;
    if (padding > 0) this.#host.consumed(this, padding);
    if (bytes.length > 0) {
      if (this.#isHeldBack()) this.#held.push(bytes);
      else {
        this.#host.consumed(this, bytes.length);
        if (!this.#isDiscarded) this.#reader?.data(bytes);
      }
    }
    this.#tellEnd();
  }

  /** The stream is over without a word of ours. */
  close(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    const held = this.#held.reduce((sum, bytes) => sum + bytes.length, 0);
    if (held > 0) this.#host.consumed(this, held);
    this.#held = [];
    this.#queue = [];
    this.#host.forget(this);
    this.#tellDrained();
    const listeners = this.#closeListeners;
    this.#closeListeners = [];
    for (const listener of listeners) listener();
  }

  head(headers: OutgoingHttpHeaders, isLast: boolean): void {
    if (this.#isGone || this.#hasEnded) return;
    this.#host.writer.headers(this.id, headers, isLast);
    if (isLast) this.#end();
  }

  data(bytes: Buffer): boolean {
    if (this.#isGone || this.#hasEnded) return true;
    this.#queue.push(bytes);
    this.#queuedBytes += bytes.length;
    this.send();
    return this.#queuedBytes < queueBytes;
  }

  drained(): Promise<void> {
    if (this.#isGone || this.#queuedBytes < queueBytes) return Promise.resolve();
    return new Promise((resolve) => this.#drainListeners.push(resolve));
  }

  trailers(headers: OutgoingHttpHeaders): void {
    this.#trailers = headers;
    this.send();
  }

  answer(head: OutgoingHttpHeaders, bytes: Buffer, trailers: OutgoingHttpHeaders): void {
    if (this.#isGone || this.#hasEnded) return;
    const { writer } = this.#host;
    if (bytes.length <= writer.roomFor(this)) {
      writer.answer(this, head, bytes, trailers);
      this.#end();
      return;
    }
    this.head(head, false);
    this.data(bytes);
    this.trailers(trailers);
  }

  reset(code: number): void {
    if (this.#isGone) return;
    this.#host.writer.reset(this.id, code);
    this.close();
  }

  /** Sends what waits, as far as windows and socket allow. */
  send(): void {
    if (this.#isGone || this.#hasEnded) return;
    const { writer } = this.#host;
    while (this.#queue.length > 0) {
      const first = this.#queue[0] as Buffer;
      const size = Math.min(first.length, writer.roomFor(this));
      if (size === 0 && first.length > 0) break;
      writer.data(this, size === first.length ? first : first.subarray(0, size));
      this.#queuedBytes -= size;
      if (size === first.length) this.#queue.shift();
      else this.#queue[0] = first.subarray(size);
    }
    if (this.#queue.length > 0) writer.waits(this);
    else if (this.#trailers !== undefined) {
      writer.headers(this.id, this.#trailers, true);
      this.#end();
    }
    if (this.#queuedBytes < queueBytes) this.#tellDrained();
  }

  /** Nothing more is sent. A client that has more to say is told, unless it ends by itself in this turn. */
  #end(): void {
    this.#hasEnded = true;
    if (this.#hasClientEnded) {
      this.close();
      return;
    }
    setImmediate(() => {
      if (this.#hasClientEnded) this.close();
      else this.reset(errorCodes.noError);
    });
  }

  #isHeldBack(): boolean {
    return this.#isPaused || (this.#reader === undefined && !this.#isDiscarded);
  }

  #handOn(): void {
    while (this.#held.length > 0 && !this.#isHeldBack()) {
      const bytes = this.#held.shift() as Buffer;
      this.#host.consumed(this, bytes.length);
      if (!this.#isDiscarded) this.#reader?.data(bytes);
    }
    this.#tellEnd();
  }

  #tellEnd(): void {
    if (!this.#hasClientEnded || this.#isEndTold || this.#held.length > 0) return;
    if (this.#reader === undefined && !this.#isDiscarded) return;
    this.#isEndTold = true;
    if (this.#hasEnded) this.close();
    else this.#reader?.end();
  }

  #tellDrained(): void {
    if (this.#drainListeners.length === 0) return;
    const listeners = this.#drainListeners;
    this.#drainListeners = [];
    for (const listener of listeners) listener();
  }
}
