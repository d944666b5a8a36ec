import type { IncomingHttpHeaders } from "node:http2";
import type { Duplex } from "node:stream";
import type { Clock } from "@leaderlab/clock";
import { type Frame, FrameReader, withoutPadding } from "./frame-reader.ts";
import { FrameWriter } from "./frame-writer.ts";
import {
  broken,
  ConnectionError,
  defaultFrameBytes,
  defaultWindowBytes,
  errorCodes,
  flags,
  frameOf,
  frameTypes,
  largestFrameBytes,
  largestWindowBytes,
  settingIds,
  uint32,
  wrongSize,
} from "./frames.ts";
import { HeaderReader } from "./header-reader.ts";
import { Http2Stream, type ReceiveWindow, type StreamHost } from "./http2-stream.ts";

/** The bounds of a connection and who hears of it. */
export interface Http2ConnectionOptions {
  /** What a client may send of one call, and of all together, before it has to wait. */
  readonly windowBytes: number;
  /** The largest headers of a call, with what HTTP/2 counts beside their text. */
  readonly maxHeaderBytes: number;
  /** Left out: no bound. */
  readonly maxConcurrentStreams?: number;
  readonly clock: Pick<Clock, "setTimer">;
  /** A call begins. */
  readonly onCall: (
    stream: Http2Stream,
    headers: IncomingHttpHeaders,
    rawHeaders: readonly string[],
  ) => void;
  readonly onPing: () => void;
  /** A frame of headers or bytes goes out. */
  readonly onSend: () => void;
  readonly onClose: () => void;
}

/** A client that says nothing for so long after it has connected is cut. Mirrors: grpc-go's ConnectionTimeout. */
const handshakeMs = 120_000;
/** Answers to a client that does not read them, beyond which nothing is read from it either. */
const unreadBytes = 256 * 1024;

/**
 * The server's side of one HTTP/2 connection without TLS, as far as gRPC needs it: no pushes, no priorities. It is as
 * lenient as grpc-go's server: an `:authority` may be anything.
 */
export class Http2Connection implements StreamHost {
  readonly writer: FrameWriter;
  readonly #transport: Duplex;
  readonly #options: Http2ConnectionOptions;
  readonly #frames = new FrameReader();
  readonly #headers: HeaderReader;
  readonly #streams = new Map<number, Http2Stream>();
  #lastStream = 0;
  /** What each new stream may be sent. */
  #initialWindow = defaultWindowBytes;
  readonly #window: ReceiveWindow = { held: 0, taken: 0 };
  #isShaken = false;
  #isDraining = false;
  #isGone = false;

  constructor(transport: Duplex, options: Http2ConnectionOptions) {
    this.#transport = transport;
    this.#options = options;
    this.#headers = new HeaderReader(options.maxHeaderBytes);
    this.writer = new FrameWriter(transport, options.onSend);
    this.#greet();
    const timer = options.clock.setTimer(handshakeMs, () => {
      if (!this.#isShaken) this.destroy();
    });
    transport.on("data", (bytes: Buffer) => this.writer.together(() => this.#take(bytes)));
    transport.on("drain", () => transport.isPaused() && transport.resume());
    // A client that sends no more is gone, as for grpc-go.
    transport.on("end", () => this.destroy());
    transport.on("error", () => this.destroy());
    transport.on("close", () => {
      timer.cancel();
      this.destroy();
    });
  }

  get openStreams(): number {
    return this.#streams.size;
  }

  /** Asks the client for a sign of life. */
  ping(): void {
    this.writer.write(frameOf({ type: frameTypes.ping, stream: 0 }, Buffer.alloc(8)));
  }

  /** Takes no further calls and ends when the open ones have. */
  drain(): void {
    if (this.#isGone) return;
    this.#isDraining = true;
    this.#sayGoodbye(errorCodes.noError, "");
    this.#endIfIdle();
  }

  /** Tells the client why, and cuts the connection. */
  expel(code: number, text: string): void {
    if (this.#isGone) return;
    this.#sayGoodbye(code, text);
    this.writer.flush();
    this.#transport.end();
    this.#letGo();
    setImmediate(() => this.#transport.destroy());
  }

  destroy(): void {
    this.#transport.destroy();
    this.#letGo();
  }

  consumed(stream: Http2Stream, bytes: number): void {
    const half = this.#options.windowBytes / 2;
    this.#window.taken += bytes;
    stream.window.taken += bytes;
    if (this.#window.taken >= half) this.writer.windowUpdate(0, giveBack(this.#window));
    if (stream.window.taken < half || stream.hasClientEnded || stream.isGone) return;
    this.writer.windowUpdate(stream.id, giveBack(stream.window));
  }

  forget(stream: Http2Stream): void {
    this.#streams.delete(stream.id);
    this.writer.forget(stream);
    this.#endIfIdle();
  }

  #greet(): void {
    const { windowBytes, maxHeaderBytes, maxConcurrentStreams } = this.#options;
    const settings = [
      [settingIds.initialWindowSize, windowBytes],
      [settingIds.maxHeaderListSize, maxHeaderBytes],
      ...(maxConcurrentStreams === undefined
        ? []
        : [[settingIds.maxConcurrentStreams, maxConcurrentStreams]]),
    ] as const;
    const payload = Buffer.concat(
      settings.map(([id = 0, value = 0]) => Buffer.concat([Buffer.from([0, id]), uint32(value)])),
    );
    this.writer.write(frameOf({ type: frameTypes.settings, stream: 0 }, payload));
    if (windowBytes > defaultWindowBytes) {
      this.writer.windowUpdate(0, windowBytes - defaultWindowBytes);
    }
  }

  #take(bytes: Buffer): void {
    try {
      this.#frames.push(bytes);
      for (let frame = this.#frames.next(); frame !== undefined; frame = this.#frames.next()) {
        if (this.#isGone) return;
        this.#receive(frame);
      }
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
      this.expel(error.code, error.message);
    }
    if (this.writer.queuedBytes > unreadBytes) this.#transport.pause();
  }

  #receive(frame: Frame): void {
    const { type, stream } = frame;
    if (!this.#isShaken && type !== frameTypes.settings) throw broken("settings must come first");
    if (this.#headers.isInside && type !== frameTypes.continuation) {
      throw broken("headers that break off");
    }
    switch (type) {
      case frameTypes.data:
        this.#receiveData(frame);
        break;
      case frameTypes.headers:
      case frameTypes.continuation:
        this.#receiveHeaders(frame);
        break;
      case frameTypes.reset:
        this.#receiveReset(frame);
        break;
      case frameTypes.settings:
        this.#receiveSettings(frame);
        break;
      case frameTypes.ping:
        this.#receivePing(frame);
        break;
      case frameTypes.windowUpdate:
        this.#receiveWindow(frame);
        break;
      case frameTypes.priority:
        if (stream === 0) throw broken("a priority of no stream");
        break;
      case frameTypes.pushPromise:
        throw broken("a push from a client");
      default:
    }
  }

  #receiveReset({ stream, payload }: Frame): void {
    if (payload.length !== 4) throw wrongSize();
    if (stream === 0 || stream > this.#lastStream) throw broken("a reset of no stream");
    this.#streams.get(stream)?.close();
  }

  #receiveData(frame: Frame): void {
    const { stream: id, payload } = frame;
    if (id === 0 || id > this.#lastStream) throw broken("bytes for no stream");
    const size = payload.length;
    this.#window.held += size;
    if (this.#window.held > this.#options.windowBytes) throw beyondWindow();
    const bytes = withoutPadding(frame);
    const stream = this.#streams.get(id);
    const code =
      stream === undefined || stream.hasClientEnded
        ? errorCodes.streamClosed
        : stream.window.held + size > this.#options.windowBytes && errorCodes.flowControl;
    if (stream === undefined || code !== false) {
      this.#window.taken += size;
      if (size > 0) this.writer.windowUpdate(0, giveBack(this.#window));
      stream?.reset(code || errorCodes.noError);
      return;
    }
    stream.receive(bytes, size, (frame.flag & flags.endStream) !== 0);
  }

  #receiveHeaders(frame: Frame): void {
    const call = this.#headers.take(frame);
    if (call === undefined) return;
    const { stream: id, isLast } = call;
    const known = this.#streams.get(id);
    if (known !== undefined) {
      // Trailers of a client say nothing but that it sends no more.
      if (!isLast) throw broken("a second head of a call");
      known.receive(Buffer.alloc(0), 0, true);
      return;
    }
    if (id % 2 !== 1 || id <= this.#lastStream) throw broken(`an illegal stream id: ${id}`);
    this.#lastStream = id;
    if (this.#isDraining) return;
    const { maxConcurrentStreams = Number.POSITIVE_INFINITY, onCall } = this.#options;
    if (this.#streams.size >= maxConcurrentStreams) {
      this.writer.reset(id, errorCodes.refusedStream);
      return;
    }
    if (call.problem !== undefined) {
      this.writer.reset(id, call.problem);
      return;
    }
    const stream = new Http2Stream(id, this.#initialWindow, this);
    this.#streams.set(id, stream);
    onCall(stream, call.headers, call.raw);
    if (isLast) stream.receive(Buffer.alloc(0), 0, true);
  }

  #receiveSettings({ stream, flag, payload }: Frame): void {
    if (stream !== 0) throw broken("settings of a stream");
    this.#isShaken = true;
    if ((flag & flags.ack) !== 0) {
      if (payload.length > 0) throw wrongSize();
      return;
    }
    if (payload.length % 6 !== 0) throw wrongSize();
    for (let at = 0; at < payload.length; at += 6) {
      this.#set(payload.readUInt16BE(at), payload.readUInt32BE(at + 2));
    }
    this.writer.write(
      frameOf({ type: frameTypes.settings, flag: flags.ack, stream: 0 }, Buffer.alloc(0)),
    );
    this.writer.sendWaiting();
  }

  #set(id: number, value: number): void {
    if (id === settingIds.enablePush && value > 1)
      throw broken("a push that is neither on nor off");
    if (id === settingIds.maxFrameSize) {
      if (value < defaultFrameBytes || value > largestFrameBytes) {
        throw broken("a size of frames that is none");
      }
      this.writer.maxFrameBytes = value;
    }
    if (id !== settingIds.initialWindowSize) return;
    if (value > largestWindowBytes) throw tooLargeWindow();
    for (const stream of this.#streams.values()) {
      stream.sendWindow += value - this.#initialWindow;
      if (stream.sendWindow > largestWindowBytes) throw tooLargeWindow();
    }
    this.#initialWindow = value;
  }

  #receivePing({ stream, flag, payload }: Frame): void {
    if (stream !== 0) throw broken("a ping of a stream");
    if (payload.length !== 8) throw wrongSize();
    if ((flag & flags.ack) !== 0) return;
    this.writer.write(frameOf({ type: frameTypes.ping, flag: flags.ack, stream: 0 }, payload));
    this.#options.onPing();
  }

  #receiveWindow({ stream: id, payload }: Frame): void {
    if (payload.length !== 4) throw wrongSize();
    const bytes = payload.readUInt32BE(0) & largestWindowBytes;
    if (id === 0) {
      if (bytes === 0) throw broken("a window that does not grow");
      this.writer.window += bytes;
      if (this.writer.window > largestWindowBytes) throw tooLargeWindow();
      this.writer.sendWaiting();
      return;
    }
    if (id > this.#lastStream) throw broken("a window of no stream");
    const stream = this.#streams.get(id);
    if (stream === undefined) return;
    stream.sendWindow += bytes;
    if (bytes === 0) stream.reset(errorCodes.protocol);
    else if (stream.sendWindow > largestWindowBytes) stream.reset(errorCodes.flowControl);
    else stream.send();
  }

  #sayGoodbye(code: number, text: string): void {
    const payload = Buffer.concat([uint32(this.#lastStream), uint32(code), Buffer.from(text)]);
    this.writer.write(frameOf({ type: frameTypes.goAway, stream: 0 }, payload));
  }

  #endIfIdle(): void {
    if (!this.#isDraining || this.#streams.size > 0 || this.#isGone) return;
    this.writer.flush();
    this.#transport.end();
    this.#letGo();
  }

  #letGo(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    for (const stream of [...this.#streams.values()]) stream.close();
    this.#options.onClose();
  }
}

/** What of a window was taken and can be said to be free again. */
function giveBack(window: ReceiveWindow): number {
  const { taken } = window;
  window.held -= taken;
  window.taken = 0;
  return taken;
}

const beyondWindow = () =>
  new ConnectionError(errorCodes.flowControl, "more than the window lets through");
const tooLargeWindow = () =>
  new ConnectionError(errorCodes.flowControl, "a window that is too large");
