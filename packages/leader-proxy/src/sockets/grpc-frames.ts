/** A message of gRPC as it stands in a stream: not compressed, its length, its bytes. */
export function frameMessage(body: Uint8Array): Buffer {
  const frame = Buffer.alloc(5 + body.length);
  frame.writeUInt32BE(body.length, 1);
  frame.set(body, 5);
  return frame;
}

/** No state is longer; a server that sends more is none. */
const mostMessageBytes = 64 * 1024;

/** Cuts a stream of bytes into messages. */
export class MessageCutter {
  #rest: Buffer = Buffer.alloc(0);

  /** The messages that are whole with these bytes. Throws an Error for what is no message, or is too long. */
  push(bytes: Buffer): Buffer[] {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const messages: Buffer[] = [];
    while (this.#rest.length >= 5) {
      const length = this.#rest.readUInt32BE(1);
      if (this.#rest[0] !== 0 || length > mostMessageBytes) throw new Error("no message of lnd's");
      if (this.#rest.length < 5 + length) break;
      messages.push(this.#rest.subarray(5, 5 + length));
      this.#rest = this.#rest.subarray(5 + length);
    }
    return messages;
  }
}
