import type { OutgoingHttpHeaders } from "node:http2";

/** Who takes what a client sends on a stream. */
export interface StreamReader {
  data(chunk: Buffer): void;
  /** The client has said that it sends no more. */
  end(): void;
}

/** One call's stream of HTTP/2, whoever speaks HTTP/2. */
export interface CallStream {
  /** Whether it is over, for whatever reason: nobody is there any more. */
  readonly isGone: boolean;
  readonly isPaused: boolean;
  /** Begins to hand on what the client sends. */
  read(reader: StreamReader): void;
  /** What the client sends is taken and forgotten from now on. */
  discard(): void;
  /** Makes the client wait once it has sent what the window lets it. */
  pause(): void;
  resume(): void;
  /** Called once, when the stream is over. */
  onClose(listener: () => void): void;
  /** Sends the headers; with `isLast` there is nothing after them. */
  head(headers: OutgoingHttpHeaders, isLast: boolean): void;
  /** Sends bytes, after `head`; false asks the caller to wait for `drained`. */
  data(bytes: Buffer): boolean;
  /** Resolves when the client has taken what was sent, or is gone. */
  drained(): Promise<void>;
  /** Sends trailers behind the bytes and ends the stream; a client that has more to say is told that nobody reads it. */
  trailers(headers: OutgoingHttpHeaders): void;
  /** `head`, `data` and `trailers` at once. */
  answer(head: OutgoingHttpHeaders, bytes: Buffer, trailers: OutgoingHttpHeaders): void;
  /** Ends the stream with a code of HTTP/2. */
  reset(code: number): void;
}
