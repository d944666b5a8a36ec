import { gunzipSync } from "node:zlib";
import { messageTooLarge, RpcError } from "./status.ts";

export interface MessageReaderOptions {
  /** The largest message in bytes, compressed and not. */
  readonly maxBytes: number;
  /** The call's `grpc-encoding`: empty, `identity`, or `gzip`. */
  readonly encoding: string;
}

const headBytes = 5;
const nothing: Buffer = Buffer.alloc(0);

/**
 * Takes a stream's bytes as they come and gives its messages: each stands behind a flag (compressed or not) and a
 * length of four bytes. What it refuses it refuses in grpc-go's words. Mirrors: grpc-go recvAndDecompress.
 *
 * It holds what was pushed and not yet taken; whoever pushes looks at `heldBytes`.
 */
export class MessageReader {
  readonly #options: MessageReaderOptions;
  /** In order; joined only when a message lies across them, so that a large one is copied once. */
  #chunks: Buffer[] = [];
  #heldBytes = 0;

  constructor(options: MessageReaderOptions) {
    this.#options = options;
  }

  get heldBytes(): number {
    return this.#heldBytes;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#heldBytes += chunk.length;
  }

  /** Whether `next` would give a message or refuse one. */
  get isReady(): boolean {
    const size = this.#nextBytes();
    return size !== undefined && (size > this.#options.maxBytes || this.#has(headBytes + size));
  }

  /** Whether the bytes so far break off inside a message. */
  get isInside(): boolean {
    return this.#heldBytes >= headBytes;
  }

  /** The next message; undefined when it has not come yet. Throws RpcError for one that is not taken. */
  next(): Buffer | undefined {
    const size = this.#nextBytes();
    if (size === undefined) return undefined;
    if (size > this.#options.maxBytes) throw messageTooLarge(size, this.#options.maxBytes);
    if (!this.#has(headBytes + size)) return undefined;
    const framed = this.#take(headBytes + size);
    const flag = framed[0] ?? 0;
    const message = framed.subarray(headBytes);
    return flag === 0 ? message : decompressed(message, flag, this.#options);
  }

  #has(bytes: number): boolean {
    return this.#heldBytes >= bytes;
  }

  /** What the next message's head says of its length, if the head is there. */
  #nextBytes(): number | undefined {
    if (!this.#has(headBytes)) return undefined;
    const first = this.#chunks[0] ?? nothing;
    return (first.length >= headBytes ? first : this.#joined(headBytes)).readUInt32BE(1);
  }

  #take(bytes: number): Buffer {
    const first = this.#joined(bytes);
    this.#heldBytes -= bytes;
    if (first.length === bytes) this.#chunks.shift();
    else this.#chunks[0] = first.subarray(bytes);
    return first.subarray(0, bytes);
  }

  /** The first chunk, after it was made at least so long. */
  #joined(bytes: number): Buffer {
    const first = this.#chunks[0] ?? nothing;
    if (first.length >= bytes) return first;
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}

const gzipHeadBytes = 10;

function decompressed(message: Buffer, flag: number, options: MessageReaderOptions): Buffer {
  const { encoding, maxBytes } = options;
  if (flag !== 1) {
    throw new RpcError("INTERNAL", `grpc: received unexpected payload format ${flag}`);
  }
  if (encoding === "" || encoding === "identity") {
    const text = "grpc: compressed flag set with identity or empty encoding";
    throw new RpcError("INTERNAL", text);
  }
  const headProblem = gzipHeadProblem(message);
  if (headProblem !== undefined) {
    throw new RpcError("INTERNAL", `grpc: failed to decompress the message: ${headProblem}`);
  }
  try {
    return gunzipSync(message, { maxOutputLength: maxBytes });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") {
      const text = `grpc: received message after decompression larger than max ${maxBytes}`;
      throw new RpcError("RESOURCE_EXHAUSTED", text);
    }
    const reason = code === "Z_BUF_ERROR" ? "unexpected EOF" : "gzip: invalid checksum";
    throw new RpcError("INTERNAL", `grpc: failed to read decompressed data: ${reason}`);
  }
}

/** Mirrors: Go gzip.Reader.readHeader. */
function gzipHeadProblem(message: Buffer): string | undefined {
  if (message.length < gzipHeadBytes) return message.length === 0 ? "EOF" : "unexpected EOF";
  const isGzip = message[0] === 0x1f && message[1] === 0x8b && message[2] === 8;
  return isGzip ? undefined : "gzip: invalid header";
}

/** A message with its head in front, ready to be sent. */
export function frameMessage(message: Uint8Array, isCompressed: boolean): Buffer {
  const framed = Buffer.allocUnsafe(headBytes + message.length);
  framed[0] = isCompressed ? 1 : 0;
  framed.writeUInt32BE(message.length, 1);
  framed.set(message, headBytes);
  return framed;
}
