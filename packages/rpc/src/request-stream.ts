import type { Exchange } from "./grpc-exchange.ts";
import { RpcError } from "./status.ts";

/** How many bytes that no handler has asked for yet are held before the client is made to wait. */
const heldBytesLimit = 64 * 1024;

type Result = IteratorResult<unknown, undefined>;
const done: Result = { done: true, value: undefined };

/**
 * A call's requests as its handler iterates them, by one reader. They end when the client is done, and also when it has
 * gone away; what cannot be read ends the call, and the iteration throws the refusal.
 */
export class RequestStream implements AsyncIterableIterator<unknown> {
  readonly #exchange: Exchange;
  #hasEnded = false;
  #wake: (() => void) | undefined;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
    const { stream, reader } = exchange;
    stream.read({
      data: (chunk) => {
        if (this.#hasEnded) return;
        reader.push(chunk);
        if (reader.heldBytes > heldBytesLimit && reader.isReady) stream.pause();
        if (reader.isReady) this.#wakeReader();
      },
      end: () => this.end(),
    });
    stream.onClose(() => this.end());
  }

  /** No more bytes are taken; what came before can still be read. */
  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#exchange.stream.discard();
    this.#wakeReader();
  }

  async next(): Promise<Result> {
    const { stream, reader, call } = this.#exchange;
    for (;;) {
      if (call.cut !== undefined) return done;
      const message = this.#refusing(() => reader.next());
      if (message !== undefined) {
        if (stream.isPaused && reader.heldBytes <= heldBytesLimit) stream.resume();
        return { done: false, value: this.#refusing(() => this.#decode(message)) };
      }
      if (this.#hasEnded) {
        if (!reader.isInside) return done;
        this.#refusing(() => {
          throw new RpcError("INTERNAL", "unexpected EOF");
        });
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async return(): Promise<Result> {
    this.end();
    return done;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #decode(message: Buffer): unknown {
    try {
      return this.#exchange.endpoint.method.decodeRequest(message);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const text = `grpc: failed to unmarshal the received message: ${reason}`;
      throw new RpcError("INTERNAL", text);
    }
  }

  /** What is refused here ends the call at once, whatever its handler makes of it. Mirrors: grpc-go RecvMsg. */
  #refusing<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof RpcError) this.#exchange.reply.finish(error);
      throw error;
    }
  }

  #wakeReader(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
