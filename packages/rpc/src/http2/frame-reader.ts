import {
  broken,
  defaultFrameBytes,
  flags,
  frameHeadBytes,
  preface,
  readFrameHead,
  wrongSize,
} from "./frames.ts";

/** A frame as it came; its payload is a view on what the socket gave. */
export interface Frame {
  readonly type: number;
  readonly flag: number;
  readonly stream: number;
  readonly payload: Buffer;
}

/** Cuts a connection's bytes into frames, behind the preface. Holds back at most one frame that is not whole. */
export class FrameReader {
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #isOpened = false;

  push(bytes: Buffer): void {
    const rest = this.#bytes.length - this.#at;
    this.#bytes = rest === 0 ? bytes : Buffer.concat([this.#bytes.subarray(this.#at), bytes]);
    this.#at = 0;
  }

  /** The next frame, if it is whole. Throws ConnectionError for what is no HTTP/2. */
  next(): Frame | undefined {
    if (!this.#isOpened && !this.#open()) return undefined;
    const [bytes, at] = [this.#bytes, this.#at];
    if (bytes.length - at < frameHeadBytes) return undefined;
    const { length, ...head } = readFrameHead(bytes, at);
    if (length > defaultFrameBytes) throw wrongSize();
    const from = at + frameHeadBytes;
    if (bytes.length - from < length) return undefined;
    this.#at = from + length;
    return { ...head, payload: bytes.subarray(from, this.#at) };
  }

  #open(): boolean {
    const seen = this.#bytes.subarray(0, preface.length);
    if (!preface.subarray(0, seen.length).equals(seen)) throw broken("no preface of HTTP/2");
    if (seen.length < preface.length) return false;
    this.#at = preface.length;
    this.#isOpened = true;
    return true;
  }
}

const priorityBytes = 5;

/** The part of a header block that a frame of headers holds, without padding and priority. Throws ConnectionError. */
export function headerBlockPart(frame: Pick<Frame, "flag" | "payload">): Buffer {
  const payload = withoutPadding(frame);
  if ((frame.flag & flags.priority) === 0) return payload;
  if (payload.length < priorityBytes) throw broken("a priority that breaks off");
  return payload.subarray(priorityBytes);
}

/** A frame's payload without what was added to hide its length. Throws ConnectionError. */
export function withoutPadding({ flag, payload }: Pick<Frame, "flag" | "payload">): Buffer {
  if ((flag & flags.padded) === 0) return payload;
  const padding = payload[0] ?? payload.length;
  if (padding >= payload.length) throw broken("more padding than bytes");
  return payload.subarray(1, payload.length - padding);
}
