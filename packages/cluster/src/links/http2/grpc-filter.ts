import type { Direction, PieceContent } from "../../faults/index.ts";
import { soughtStreams } from "./etcd-messages.ts";
import {
  clientPreface,
  type FrameHead,
  frameFlags,
  frameHeadBytes,
  frameKinds,
  readFrameHead,
  unpadded,
  writeStreamFrames,
  writeWindowUpdates,
} from "./frames.ts";
import { readHeaderBlock } from "./header-block.ts";
import { HeaderTable } from "./header-table.ts";
import { MessageSieve } from "./message-sieve.ts";

/** The most open streams that are looked into; further ones pass as they are. */
const mostStreams = 10_000;
/** A frame over this that would have to be looked into makes the connection pass as it is from there on. */
const mostFrameBytes = 1024 * 1024;

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
  readonly #ways = { toServer: new Way(clientPreface), toClient: new Way(Buffer.alloc(0)) };
  readonly #headers = new HeaderTable();
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
      const end = at + frameHeadBytes + head.payloadBytes;
      if (this.#isSought(direction, head)) {
        if (head.payloadBytes > mostFrameBytes) this.#isBlind = true;
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

  #isSought(direction: Direction, { kind, flags, stream }: FrameHead): boolean {
    switch (kind) {
      case frameKinds.headers:
        // The server's headers are of no interest, but for the end of a stream, which its trailers are.
        if (direction === "toClient" && flags & frameFlags.endStream) this.#sieves.delete(stream);
        return direction === "toServer";
      case frameKinds.continuation:
        return direction === "toServer";
      case frameKinds.rstStream:
        this.#sieves.delete(stream);
        return false;
      case frameKinds.data:
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
    if (head.kind !== frameKinds.data) this.#lookAtHeaders(head, payload);
    else this.#lookAtMessages(direction, head, payload, replace);
  }

  #lookAtHeaders(head: FrameHead, payload: Buffer): void {
    const part = head.kind === frameKinds.headers ? unpadded(head, payload) : payload;
    if (head.kind === frameKinds.headers) this.#block = { stream: head.stream, parts: [] };
    if (part === undefined || this.#block === undefined) {
      this.#isBlind = true;
      return;
    }
    this.#block.parts.push(part);
    if ((head.flags & frameFlags.endHeaders) === 0) return;
    const { stream, parts } = this.#block;
    this.#block = undefined;
    try {
      const headers = readHeaderBlock(Buffer.concat(parts), this.#headers);
      this.#open(stream, headers.find(({ name }) => name === ":path")?.value ?? "");
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
    const messages = unpadded(head, payload);
    const sieve = this.#sieves.get(stream)?.sieve;
    if (messages === undefined || sieve === undefined) return;
    const isUntouched = sieve.isEmpty;
    const { kept, lostBytes } = sieve.sift(messages);
    const endsStream = (head.flags & frameFlags.endStream) !== 0;
    if (isUntouched && kept.length === messages.length) return;
    replace(writeStreamFrames(stream, kept, endsStream));
    const goneBytes = lostBytes + payload.length - messages.length;
    if (goneBytes > 0) this.#giveBack(direction, stream, goneBytes);
  }

  /** Tells the sender, which is the other direction's receiver, that its bytes have been taken. */
  #giveBack(direction: Direction, stream: number, bytes: number): void {
    const back = direction === "toServer" ? "toClient" : "toServer";
    const way = this.#ways[back];
    const update = writeWindowUpdates(stream, bytes);
    if (way.isBetweenFrames) this.#parts.send(back, update);
    else way.wait(update);
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
