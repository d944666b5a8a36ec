/**
 * Makes a client's HTTP/2 bytes acceptable to Node when their `:authority` is a URL.
 *
 * RFC 9113 wants `host:port` there. grpc-go sends whatever it was told to dial, and etcdctl 3.4 dials an endpoint as it
 * stands when it asks that one alone: `--endpoints=http://127.0.0.1:2379 endpoint status` (or defrag, snapshot …) has
 * the authority `http://127.0.0.1:2379`. Go's servers do not look at it. Node refuses the stream with PROTOCOL_ERROR
 * before any handler hears of it, and has no option to the contrary.
 *
 * Header blocks are compressed against a table that both sides keep in step (RFC 7541), so nothing may be taken out.
 * What happens instead, to a client whose first request has such an authority:
 *
 *     41 <string>            becomes   65 <string>       the same text, under the name "from", which nobody reads
 *     <each header block>    becomes   01 01 2d <block>  with an authority "-" in front, which the table never sees
 *
 * The table's entry is shorter by six bytes than the client believes, so that the table holds at least what the client
 * means to be in it.
 */
export class AuthorityEditor {
  #state: "preface" | "first" | "editing" | "passing" = "preface";
  #pending: Buffer = Buffer.alloc(0);

  /** Whether bytes go through untouched from now on: true from the first request of nearly every client. */
  get isPassing(): boolean {
    return this.#state === "passing";
  }

  /** Takes bytes as they come and returns those that can go on; holds back at most one frame. */
  take(bytes: Buffer): Buffer {
    if (this.#state === "passing") return bytes;
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    const done: Buffer[] = [];
    if (this.#state === "preface") {
      if (this.#pending.length < prefaceBytes) return Buffer.alloc(0);
      done.push(this.#cut(prefaceBytes));
      this.#state = "first";
    }
    for (let size = this.#frameSize(); size !== undefined; size = this.#frameSize()) {
      done.push(this.#edit(this.#cut(size)));
    }
    if (this.isPassing) done.push(this.#cut(this.#pending.length));
    return done.length === 1 ? (done[0] as Buffer) : Buffer.concat(done);
  }

  /** The size of the next frame if it is whole. */
  #frameSize(): number | undefined {
    if (this.isPassing || this.#pending.length < frameHeaderBytes) return undefined;
    const size = frameHeaderBytes + this.#pending.readUIntBE(0, 3);
    // Such a frame breaks the connection; Node says so in its own way.
    if (size > largestFrameBytes) this.#state = "passing";
    return this.isPassing || this.#pending.length < size ? undefined : size;
  }

  #cut(size: number): Buffer {
    const cut = this.#pending.subarray(0, size);
    this.#pending = this.#pending.subarray(size);
    return cut;
  }

  #edit(frame: Buffer): Buffer {
    const [type, flags = 0] = frame.subarray(3, 5);
    // Go neither pads header blocks, nor gives them a priority, nor splits short ones.
    if (type !== headersType || (flags & ~endStreamFlag) !== endHeadersFlag) return frame;
    const block = frame.subarray(frameHeaderBytes);
    const place = urlAuthorityAt(block);
    if (this.#state === "first") this.#state = place === undefined ? "passing" : "editing";
    return this.#state === "editing" ? withBlock(frame, withAuthority(block, place)) : frame;
  }
}

const prefaceBytes = 24;
const frameHeaderBytes = 9;
/** What a client may send before the server allows more; Node's server does not. */
const largestFrameBytes = frameHeaderBytes + 16_384;
const headersType = 1;
const endStreamFlag = 1;
const endHeadersFlag = 4;

/** HPACK: a literal that is put into the table, with the name at this place of the static table. */
const literalAuthority = 0x40 | 1;
const literalFrom = 0x40 | 37;
/** HPACK: a literal that is not put into the table, named `:authority`, with the one character "-". */
const plainAuthority = Buffer.from([0x01, 0x01, 0x2d]);

/** Whether a HEADERS frame has an `:authority` that Node does not take. */
export function hasUrlAuthority(frame: Buffer): boolean {
  return urlAuthorityAt(frame.subarray(frameHeaderBytes)) !== undefined;
}

/** Where a header block has a literal `:authority` that begins with "http", if it has. */
function urlAuthorityAt(block: Buffer): number | undefined {
  for (let at = 0; at < block.length; ) {
    const first = block[at] ?? 0;
    const { next, nameIndex, hasValue } = representationAt(block, at);
    if (!hasValue) {
      at = next;
      continue;
    }
    const value = nameIndex === 0 ? stringEnd(block, next) : next;
    if (first === literalAuthority && beginsWithHttp(block, value)) return at;
    at = stringEnd(block, value);
  }
  return undefined;
}

/** The head of one representation (RFC 7541, section 6). */
function representationAt(block: Buffer, at: number) {
  const first = block[at] ?? 0;
  if ((first & 0x80) !== 0) return { ...integerAt(block, at, 7), nameIndex: 0, hasValue: false };
  if ((first & 0xe0) === 0x20) return { ...integerAt(block, at, 5), nameIndex: 0, hasValue: false };
  const { value, next } = integerAt(block, at, (first & 0x40) !== 0 ? 6 : 4);
  return { next, nameIndex: value, hasValue: true };
}

/** An integer with a prefix of so many bits (section 5.1). */
function integerAt(block: Buffer, at: number, prefixBits: number) {
  const mask = 2 ** prefixBits - 1;
  let value = (block[at] ?? 0) & mask;
  let next = at + 1;
  if (value < mask) return { value, next };
  for (let shift = 0; next < block.length; shift += 7) {
    const byte = block[next++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if ((byte & 0x80) === 0) break;
  }
  return { value, next };
}

function stringEnd(block: Buffer, at: number): number {
  const { value, next } = integerAt(block, at, 7);
  return next + value;
}

/** Whether the string at this place begins with "http": as it is, or in the 22 bits of its Huffman code. */
function beginsWithHttp(block: Buffer, at: number): boolean {
  const isHuffman = ((block[at] ?? 0) & 0x80) !== 0;
  const text = block.subarray(integerAt(block, at, 7).next);
  if (!isHuffman) return text.subarray(0, 4).toString("latin1") === "http";
  return text[0] === 0x9d && text[1] === 0x29 && ((text[2] ?? 0) & 0xfc) === 0xac;
}

function withAuthority(block: Buffer, place: number | undefined): Buffer {
  const edited = Buffer.from(block);
  if (place !== undefined) edited[place] = literalFrom;
  // Changes of the table's size must stay in front.
  let start = 0;
  while (((block[start] ?? 0) & 0xe0) === 0x20) start = integerAt(block, start, 5).next;
  return Buffer.concat([edited.subarray(0, start), plainAuthority, edited.subarray(start)]);
}

function withBlock(frame: Buffer, block: Buffer): Buffer {
  const head = Buffer.from(frame.subarray(0, frameHeaderBytes));
  head.writeUIntBE(block.length, 0, 3);
  return Buffer.concat([head, block]);
}
