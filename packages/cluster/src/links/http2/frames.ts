/** The kinds of HTTP/2 frames that are looked into here (RFC 9113, section 6). */
export const frameKinds = {
  data: 0,
  headers: 1,
  rstStream: 3,
  windowUpdate: 8,
  continuation: 9,
} as const;

/** The flags of frames that are looked at here. */
export const frameFlags = { endStream: 0x1, endHeaders: 0x4, padded: 0x8, priority: 0x20 } as const;

/** The bytes before each frame's payload. */
export const frameHeadBytes = 9;
/** What every peer takes as one frame's payload. */
export const mostPayloadBytes = 16_384;

/** What an HTTP/2 connection begins with, on the client's side. */
export const clientPreface = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

/** What stands before a payload. */
export interface FrameHead {
  readonly payloadBytes: number;
  readonly kind: number;
  readonly flags: number;
  readonly stream: number;
}

/** Reads the nine bytes at `at`. */
export function readFrameHead(bytes: Buffer, at: number): FrameHead {
  return {
    payloadBytes: bytes.readUIntBE(at, 3),
    kind: bytes.readUInt8(at + 3),
    flags: bytes.readUInt8(at + 4),
    stream: bytes.readUInt32BE(at + 5) & 0x7fffffff,
  };
}

/** A whole frame. */
export function writeFrame(kind: number, flags: number, stream: number, payload: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(frameHeadBytes + payload.length);
  frame.writeUIntBE(payload.length, 0, 3);
  frame.writeUInt8(kind, 3);
  frame.writeUInt8(flags, 4);
  frame.writeUInt32BE(stream, 5);
  payload.copy(frame, frameHeadBytes);
  return frame;
}

/** Data of a stream, in as many frames as it takes; without any and without an end: none. */
export function writeStreamFrames(stream: number, payload: Buffer, endsStream: boolean): Buffer[] {
  const frames: Buffer[] = [];
  const { endStream } = frameFlags;
  let at = 0;
  do {
    const part = payload.subarray(at, at + mostPayloadBytes);
    at += part.length;
    const isLast = at >= payload.length;
    if (part.length === 0 && !endsStream) break;
    frames.push(writeFrame(frameKinds.data, isLast && endsStream ? endStream : 0, stream, part));
  } while (at < payload.length);
  return frames;
}

/** Gives a sender so many bytes back, of a stream and of the connection, as who received them would. */
export function writeWindowUpdates(stream: number, bytes: number): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeUInt32BE(bytes);
  return Buffer.concat(
    [stream, 0].map((id) => writeFrame(frameKinds.windowUpdate, 0, id, payload)),
  );
}

/** The payload of a DATA or HEADERS frame without its padding, and without a priority. Undefined: it is none. */
export function unpadded({ flags, kind }: FrameHead, payload: Buffer): Buffer | undefined {
  const padBytes = flags & frameFlags.padded ? (payload[0] ?? 0) : 0;
  const from =
    (flags & frameFlags.padded ? 1 : 0) +
    (kind === frameKinds.headers && flags & frameFlags.priority ? 5 : 0);
  const to = payload.length - padBytes;
  return from <= to ? payload.subarray(from, to) : undefined;
}
