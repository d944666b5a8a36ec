/** Types of frames (RFC 9113, section 6). */
export const frameTypes = {
  data: 0,
  headers: 1,
  priority: 2,
  reset: 3,
  settings: 4,
  pushPromise: 5,
  ping: 6,
  goAway: 7,
  windowUpdate: 8,
  continuation: 9,
} as const;

/** Flags of frames; a number means another thing for another type. */
export const flags = { endStream: 1, ack: 1, endHeaders: 4, padded: 8, priority: 32 } as const;

/** Why a stream or a connection is ended (section 7). */
export const errorCodes = {
  noError: 0,
  protocol: 1,
  flowControl: 3,
  streamClosed: 5,
  frameSize: 6,
  refusedStream: 7,
  cancel: 8,
  compression: 9,
  enhanceYourCalm: 11,
} as const;

/** Settings by number (section 6.5.2). */
export const settingIds = {
  enablePush: 2,
  maxConcurrentStreams: 3,
  initialWindowSize: 4,
  maxFrameSize: 5,
  maxHeaderListSize: 6,
} as const;

/** The first bytes of every client. */
export const preface = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
/** What stands before every payload. */
export const frameHeadBytes = 9;
/** What both sides may send in one frame until told otherwise; we never say otherwise. */
export const defaultFrameBytes = 16_384;
/** The most that a side may say about its frames. */
export const largestFrameBytes = 0xff_ffff;
/** What both sides may send before they are told to go on. */
export const defaultWindowBytes = 65_535;
/** No window may grow beyond this. */
export const largestWindowBytes = 0x7fff_ffff;

/** A breach of the rules that ends the connection, with the code that the client is told. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** A breach of the protocol. */
export function broken(text: string): ConnectionError {
  return new ConnectionError(errorCodes.protocol, text);
}

/** A frame whose length is not that of its type. */
export function wrongSize(): ConnectionError {
  return new ConnectionError(errorCodes.frameSize, "a frame of a wrong size");
}

/** What a frame says before its payload. */
export interface FrameHead {
  readonly type: number;
  readonly flag?: number;
  readonly stream: number;
}

/** Reads the nine bytes at a place: what they say, and how long the payload is. */
export function readFrameHead(bytes: Buffer, at: number) {
  return {
    type: bytes[at + 3] as number,
    flag: bytes[at + 4] as number,
    stream: bytes.readUInt32BE(at + 5) & 0x7fff_ffff,
    length: bytes.readUIntBE(at, 3),
  };
}

/** Writes a frame's head at a place and gives the place of its payload, which has so many bytes. */
export function putFrameHead(
  into: Buffer,
  at: number,
  { type, flag = 0, stream }: FrameHead,
  length: number,
): number {
  into[at] = length >>> 16;
  into[at + 1] = length >>> 8;
  into[at + 2] = length;
  into[at + 3] = type;
  into[at + 4] = flag;
  into[at + 5] = stream >>> 24;
  into[at + 6] = stream >>> 16;
  into[at + 7] = stream >>> 8;
  into[at + 8] = stream;
  return at + frameHeadBytes;
}

/** A whole frame. */
export function frameOf(head: FrameHead, payload: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(frameHeadBytes + payload.length);
  frame.set(payload, putFrameHead(frame, 0, head, payload.length));
  return frame;
}

/** A number of 32 bits, as settings, windows and codes are written. */
export function uint32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}
