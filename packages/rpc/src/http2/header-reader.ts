import type { IncomingHttpHeaders } from "node:http2";
import { type Frame, headerBlockPart } from "./frame-reader.ts";
import { broken, ConnectionError, errorCodes, flags, frameTypes } from "./frames.ts";
import { type HeaderList, HpackDecoder, HpackError } from "./hpack-decoder.ts";

/** The headers with which a client opens a stream, or ends one. */
export interface CallHead {
  readonly stream: number;
  /** Whether the client sends nothing more. */
  readonly isLast: boolean;
  /** Of a name that comes several times the first value. */
  readonly headers: IncomingHttpHeaders;
  /** A name, its value, the next name … */
  readonly raw: readonly string[];
  /** The code with which the stream is reset, for headers that are none. */
  readonly problem: number | undefined;
}

type Understood = Pick<CallHead, "headers" | "raw" | "problem">;

const nameCharacters = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const wrongInValue = /[\x00-\x08\x0a-\x1f\x7f]/;
const pseudoHeaders: ReadonlySet<string> = new Set([":method", ":path", ":scheme", ":authority"]);

/** Puts header blocks together and reads them. Mirrors: Go x/net/http2 Framer.readMetaFrame, grpc-go operateHeaders. */
export class HeaderReader {
  readonly #decoder: HpackDecoder;
  readonly #maxBlockBytes: number;
  #open: { readonly stream: number; readonly isLast: boolean } | undefined;
  #parts: Buffer[] = [];
  #partBytes = 0;
  /** What was made of lists that may come again. */
  readonly #understood = new WeakMap<HeaderList, Understood>();

  constructor(maxHeaderBytes: number) {
    this.#decoder = new HpackDecoder({ maxListBytes: maxHeaderBytes });
    this.#maxBlockBytes = maxHeaderBytes;
  }

  /** Whether only a continuation may come. */
  get isInside(): boolean {
    return this.#open !== undefined;
  }

  /** Takes a frame of headers or their continuation; gives the head when it is whole. Throws ConnectionError. */
  take(frame: Frame): CallHead | undefined {
    const { stream, flag } = frame;
    if (frame.type === frameTypes.headers) {
      if (stream === 0) throw broken("headers of no stream");
      this.#open = { stream, isLast: (flag & flags.endStream) !== 0 };
      this.#add(headerBlockPart(frame));
    } else {
      if (this.#open?.stream !== stream) throw broken("a continuation of nothing");
      this.#add(frame.payload);
    }
    if ((flag & flags.endHeaders) === 0) return undefined;
    const block =
      this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts);
    const open = this.#open;
    this.#open = undefined;
    this.#parts = [];
    this.#partBytes = 0;
    return { ...open, ...this.#read(block) };
  }

  #add(part: Buffer): void {
    this.#parts.push(part);
    // A part may be empty, and there may be many of those.
    this.#partBytes += part.length + 1;
    if (this.#partBytes > this.#maxBlockBytes) {
      throw new ConnectionError(errorCodes.enhanceYourCalm, "headers without an end");
    }
  }

  #read(block: Buffer): Understood {
    const list = this.#decode(block);
    let understood = this.#understood.get(list);
    if (understood === undefined) {
      understood = understand(list);
      this.#understood.set(list, understood);
    }
    return understood;
  }

  #decode(block: Buffer): HeaderList {
    try {
      return this.#decoder.decode(block);
    } catch (error) {
      if (!(error instanceof HpackError)) throw error;
      throw new ConnectionError(errorCodes.compression, error.message);
    }
  }
}

function understand({ raw, isTruncated }: HeaderList): Understood {
  const headers: Record<string, string> = {};
  let problem: number | undefined = isTruncated ? errorCodes.frameSize : undefined;
  let hasRegular = false;
  for (let at = 0; at < raw.length; at += 2) {
    const [name, value] = [raw[at] as string, raw[at + 1] as string];
    const isPseudo = name.startsWith(":");
    const isWrong = isPseudo
      ? hasRegular || !pseudoHeaders.has(name) || Object.hasOwn(headers, name)
      : !nameCharacters.test(name) || name === "connection";
    if (isWrong || wrongInValue.test(value)) problem ??= errorCodes.protocol;
    hasRegular ||= !isPseudo;
    if (!Object.hasOwn(headers, name)) headers[name] = value;
  }
  return { headers, raw, problem };
}
