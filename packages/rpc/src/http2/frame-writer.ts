import type { OutgoingHttpHeaders } from "node:http2";
import type { Duplex } from "node:stream";
import {
  defaultFrameBytes,
  defaultWindowBytes,
  flags,
  frameHeadBytes,
  frameOf,
  frameTypes,
  putFrameHead,
  uint32,
} from "./frames.ts";
import { encodeHeaders } from "./hpack-encoder.ts";

/** More than this is not given to a socket that does not take it. */
const socketBytes = 64 * 1024;

/** What the writer knows of a stream. */
export interface SendingStream {
  readonly id: number;
  /** What may still be sent; below 0 when the client has made its window smaller. */
  sendWindow: number;
  /** Sends what waits, as far as windows and socket allow. */
  send(): void;
}

/**
 * Writes one connection's frames, those of one turn together, and knows what the client and the socket take: bytes of
 * streams beyond that wait in their streams.
 */
export class FrameWriter {
  readonly #transport: Duplex;
  readonly #onSend: () => void;
  #parts: Buffer[] = [];
  #bytes = 0;
  #isScheduled = false;
  /** Whoever holds is going to flush. */
  #isHeld = false;
  readonly #waiting = new Set<SendingStream>();
  /** What may still be sent on the connection. */
  window = defaultWindowBytes;
  maxFrameBytes = defaultFrameBytes;

  /** `onSend` is told of each frame of headers or bytes. */
  constructor(transport: Duplex, onSend: () => void) {
    this.#transport = transport;
    this.#onSend = onSend;
    transport.on("drain", () => this.sendWaiting());
  }

  /** What waits in the socket and before it. */
  get queuedBytes(): number {
    return this.#bytes + this.#transport.writableLength;
  }

  /** How much a stream may send in its next frame. */
  roomFor({ sendWindow }: SendingStream): number {
    if (this.queuedBytes >= socketBytes) return 0;
    return Math.max(0, Math.min(sendWindow, this.window, this.maxFrameBytes));
  }

  /** To be told when more may be sent. */
  waits(stream: SendingStream): void {
    this.#waiting.add(stream);
  }

  forget(stream: SendingStream): void {
    this.#waiting.delete(stream);
  }

  /** Lets every stream that waits send, each in its turn. */
  sendWaiting(): void {
    if (this.#waiting.size === 0) return;
    const streams = [...this.#waiting];
    this.#waiting.clear();
    for (const stream of streams) stream.send();
  }

  headers(stream: number, headers: OutgoingHttpHeaders, isLast: boolean): void {
    this.#onSend();
    const block = encodeHeaders(headers);
    const end = isLast ? flags.endStream : 0;
    for (let at = 0; at === 0 || at < block.length; at += this.maxFrameBytes) {
      const part = block.subarray(at, at + this.maxFrameBytes);
      const isWhole = at + part.length === block.length;
      const type = at === 0 ? frameTypes.headers : frameTypes.continuation;
      const flag = (at === 0 ? end : 0) | (isWhole ? flags.endHeaders : 0);
      this.write(frameOf({ type, flag, stream }, part));
    }
  }

  /** A frame of bytes, for which there is room. */
  data(stream: SendingStream, bytes: Buffer): void {
    this.#onSend();
    this.#spend(stream, bytes.length);
    this.write(frameOf({ type: frameTypes.data, stream: stream.id }, bytes));
  }

  /** Headers, bytes for which there is room, and trailers, in one piece. */
  answer(
    stream: SendingStream,
    head: OutgoingHttpHeaders,
    bytes: Buffer,
    trailers: OutgoingHttpHeaders,
  ): void {
    const [headBlock, trailerBlock] = [encodeHeaders(head), encodeHeaders(trailers)];
    if (Math.max(headBlock.length, trailerBlock.length) > this.maxFrameBytes) {
      this.headers(stream.id, head, false);
      this.data(stream, bytes);
      this.headers(stream.id, trailers, true);
      return;
    }
    this.#onSend();
    this.#spend(stream, bytes.length);
    const { id } = stream;
    const length = headBlock.length + bytes.length + trailerBlock.length;
    const frames = Buffer.allocUnsafe(3 * frameHeadBytes + length);
    const { headers, data } = frameTypes;
    const headFlag = flags.endHeaders;
    let at = putFrameHead(
      frames,
      0,
      { type: headers, flag: headFlag, stream: id },
      headBlock.length,
    );
    frames.set(headBlock, at);
    at += headBlock.length;
    at = putFrameHead(frames, at, { type: data, stream: id }, bytes.length);
    frames.set(bytes, at);
    at += bytes.length;
    const lastFlag = headFlag | flags.endStream;
    at = putFrameHead(
      frames,
      at,
      { type: headers, flag: lastFlag, stream: id },
      trailerBlock.length,
    );
    frames.set(trailerBlock, at);
    this.write(frames);
  }

  reset(stream: number, code: number): void {
    this.write(frameOf({ type: frameTypes.reset, stream }, uint32(code)));
  }

  windowUpdate(stream: number, bytes: number): void {
    this.write(frameOf({ type: frameTypes.windowUpdate, stream }, uint32(bytes)));
  }

  /** Writes whole frames, with all others of this turn. */
  write(frames: Buffer): void {
    this.#parts.push(frames);
    this.#bytes += frames.length;
    if (this.#isHeld || this.#isScheduled) return;
    this.#isScheduled = true;
    process.nextTick(() => {
      this.#isScheduled = false;
      this.flush();
    });
  }

  /** Does some work and then writes all that came of it at once. */
  together(work: () => void): void {
    this.#isHeld = true;
    try {
      work();
    } finally {
      this.#isHeld = false;
      this.flush();
    }
  }

  flush(): void {
    const parts = this.#parts;
    if (parts.length === 0) return;
    this.#parts = [];
    this.#bytes = 0;
    if (this.#transport.destroyed || this.#transport.writableEnded) return;
    this.#transport.write(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts));
  }

  #spend(stream: SendingStream, bytes: number): void {
    stream.sendWindow -= bytes;
    this.window -= bytes;
  }
}
