import {
  flags,
  frameHeadBytes,
  frameTypes,
  HpackDecoder,
  headerBlockPart,
  preface,
  readFrameHead,
  withoutPadding,
} from "@leaderlab/rpc/http2";
import type { Direction, PieceContent } from "../../faults/index.ts";
import { soughtStreams } from "./etcd-messages.ts";
import { MessageSieve } from "./message-sieve.ts";
import { streamFrames, windowUpdates } from "./own-frames.ts";

/** The most open streams that are looked into; further ones pass as they are. */
const mostStreams = 10_000;
/** A frame over this that would have to be looked into makes the connection pass as it is from there on. */
const mostFrameBytes = 1024 * 1024;
/** What two peers may have agreed upon is not known here; those that are met keep to tables of 4,096 bytes. */
const headerBounds = { maxListBytes: mostFrameBytes, maxTableBytes: 65_536 } as const;

type FrameHead = ReturnType<typeof readFrameHead>;

/** What a filter works with. */
export interface GrpcFilterParts {
  /** Asked for each message that is one of those sought. */
  readonly isLost: (direction: Direction, content: PieceContent) => boolean;
  /** Sends bytes of the filter's own, between two frames of that direction. */
  readonly send: (direction: Direction, bytes: Buffer) => void;
}

/**
 * Reads along on one plaintext gRPC connection, and takes single messages out of it without either side noticing: what
 * a lost message took of the sender's flow-control window is given back in the name of who should have received it. A
 * connection that does not begin as HTTP/2 passes as it is; so does one from the point on at which it cannot be read.
 */
export class GrpcFilter {
  readonly #parts: GrpcFilterParts;
  readonly #ways = { toServer: new Way(preface), toClient: new Way(Buffer.alloc(0)) };
  readonly #headers = new HpackDecoder(headerBounds);
  readonly #sieves = new Map<number, { direction: Direction; sieve: MessageSieve }>();
  /** A block of headers that more frames go on with. */
  #block: { readonly stream: number; readonly parts: Buffer[] } | undefined;
  #isBlind = false;

  constructor(parts: GrpcFilterParts) {
    this.#parts = parts;
  }

  /** Whether messages can be told apart on this connection. */
  get canRead(): boolean {
    return !this.#isBlind;
  }

  /** What goes on of some bytes; what is not whole yet comes with later ones. */
  filter(direction: Direction, chunk: Buffer): Buffer[] {
    const way = this.#ways[direction];
    const bytes = way.take(chunk);
    if (!this.#isBlind && !way.isPrefaceRight(bytes)) this.#isBlind = true;
    if (this.#isBlind) return [bytes];
    const out: Buffer[] = [];
    let at = way.skip(bytes.length);
    /** What has passed unchanged and has not been put out yet. */
    let passedFrom = 0;
    const replace = (frameAt: number, frameEnd: number, by: readonly Buffer[]) => {
      if (frameAt > passedFrom) out.push(bytes.subarray(passedFrom, frameAt));
      out.push(...by);
      passedFrom = frameEnd;
    };
    while (!this.#isBlind && at < bytes.length) {
      if (bytes.length - at < frameHeadBytes) break;
      const head = readFrameHead(bytes, at);
      const end = at + frameHeadBytes + head.length;
      if (this.#isSought(direction, head)) {
        if (head.length > mostFrameBytes) this.#isBlind = true;
        else if (end > bytes.length) break;
        else
          this.#look(direction, head, bytes.subarray(at + frameHeadBytes, end), (by) =>
            replace(at, end, by),
          );
      }
      if (this.#isBlind) break;
      if (end > bytes.length) way.passThrough(end - bytes.length);
      at = Math.min(end, bytes.length);
    }
    const passedTo = this.#isBlind ? bytes.length : at;
    if (passedTo > passedFrom) out.push(bytes.subarray(passedFrom, passedTo));
    if (passedTo < bytes.length) way.keep(bytes.subarray(passedTo));
    return way.isBetweenFrames ? [...out, ...way.takeWaiting()] : out;
  }

  #isSought(direction: Direction, { type, flag, stream }: FrameHead): boolean {
    switch (type) {
      case frameTypes.headers:
        // The server's headers are of no interest, but for the end of a stream, which its trailers are.
        if (direction === "toClient" && flag & flags.endStream) this.#sieves.delete(stream);
        return direction === "toServer";
      case frameTypes.continuation:
        return direction === "toServer";
      case frameTypes.reset:
        this.#sieves.delete(stream);
        return false;
      case frameTypes.data:
        return this.#sieves.get(stream)?.direction === direction;
      default:
        return false;
    }
  }

  #look(
    direction: Direction,
    head: FrameHead,
    payload: Buffer,
    replace: (by: readonly Buffer[]) => void,
  ): void {
    if (head.type !== frameTypes.data) this.#lookAtHeaders(head, payload);
    else this.#lookAtMessages(direction, head, payload, replace);
  }

  #lookAtHeaders(head: FrameHead, payload: Buffer): void {
    try {
      const isFirst = head.type === frameTypes.headers;
      if (isFirst) this.#block = { stream: head.stream, parts: [] };
      if (this.#block === undefined) throw new Error("a continuation of nothing");
      this.#block.parts.push(isFirst ? headerBlockPart({ ...head, payload }) : payload);
      if ((head.flag & flags.endHeaders) === 0) return;
      const { stream, parts } = this.#block;
      this.#block = undefined;
      const { raw } = this.#headers.decode(Buffer.concat(parts));
      const path = raw.findIndex((text, at) => at % 2 === 0 && text === ":path");
      if (path >= 0) this.#open(stream, raw[path + 1] ?? "");
    } catch {
      this.#isBlind = true;
    }
  }

  #open(stream: number, path: string): void {
    const sought = soughtStreams.get(path);
    if (sought === undefined || this.#sieves.size >= mostStreams) return;
    const { direction, classify } = sought;
    const sieve = new MessageSieve(classify, (content) => this.#parts.isLost(direction, content));
    this.#sieves.set(stream, { direction, sieve });
  }

  #lookAtMessages(
    direction: Direction,
    head: FrameHead,
    payload: Buffer,
    replace: (by: readonly Buffer[]) => void,
  ): void {
    const { stream } = head;
    const sieve = this.#sieves.get(stream)?.sieve;
    const messages = sieve && unpadded(head, payload);
    if (messages === undefined || sieve === undefined) return;
    const isUntouched = sieve.isEmpty;
    const { kept, lostBytes } = sieve.sift(messages);
    const endsStream = (head.flag & flags.endStream) !== 0;
    if (isUntouched && kept.length === messages.length) return;
    replace(streamFrames(stream, kept, endsStream));
    const goneBytes = lostBytes + payload.length - messages.length;
    if (goneBytes > 0) this.#giveBack(direction, stream, goneBytes);
  }

  /** Tells the sender, which is the other direction's receiver, that its bytes have been taken. */
  #giveBack(direction: Direction, stream: number, bytes: number): void {
    const back = direction === "toServer" ? "toClient" : "toServer";
    const way = this.#ways[back];
    const update = windowUpdates(stream, bytes);
    if (way.isBetweenFrames) this.#parts.send(back, update);
    else way.wait(update);
  }
}

/** A frame's payload without its padding; undefined when there is more padding than bytes. */
function unpadded(head: FrameHead, payload: Buffer): Buffer | undefined {
  try {
    return withoutPadding({ ...head, payload });
  } catch {
    return undefined;
  }
}

/** One direction's place between two frames. */
class Way {
  /** How much of what comes next belongs to something that passes as it is. */
  #passingBytes: number;
  #kept: Buffer | undefined;
  readonly #waiting: Buffer[] = [];
  /** What is left of the preface. */
  #preface: Buffer;

  constructor(preface: Buffer) {
    this.#preface = preface;
    this.#passingBytes = preface.length;
  }

  /** Whether this goes on with the preface, as far as it is not over. */
  isPrefaceRight(bytes: Buffer): boolean {
    const wanted = this.#preface.subarray(0, bytes.length);
    this.#preface = this.#preface.subarray(wanted.length);
    return bytes.subarray(0, wanted.length).equals(wanted);
  }

  /** The kept bytes, and these. */
  take(chunk: Buffer): Buffer {
    const bytes = this.#kept === undefined ? chunk : Buffer.concat([this.#kept, chunk]);
    this.#kept = undefined;
    return bytes;
  }

  /** How many of so many bytes pass as they are. */
  skip(length: number): number {
    const skipped = Math.min(length, this.#passingBytes);
    this.#passingBytes -= skipped;
    return skipped;
  }

  passThrough(bytes: number): void {
    this.#passingBytes = bytes;
  }

  keep(bytes: Buffer): void {
    this.#kept = bytes;
  }

  /** What has been put out ends with a frame; kept bytes have not been put out. */
  get isBetweenFrames(): boolean {
    return this.#passingBytes === 0;
  }

  wait(bytes: Buffer): void {
    this.#waiting.push(bytes);
  }

  takeWaiting(): Buffer[] {
    return this.#waiting.splice(0);
  }
}
