import type { Clock, Timer } from "@leaderlab/clock";
import { EtcdClientError, texts } from "./errors.ts";
import { type Message, toEtcdClientError } from "./etcd-wire.ts";

/** What is used of a grpc-js channel. */
export interface GrpcChannel {
  getConnectivityState(tryToConnect: boolean): number;
  close(): void;
}

/** What is used of a grpc-js Metadata. */
export interface GrpcMetadata {
  set(key: string, value: string): void;
}

interface GrpcCall {
  cancel(): void;
}

interface GrpcDuplex extends GrpcCall, AsyncIterable<unknown> {
  write(message: Message): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
}

/** A service of etcd as grpc-js makes it of its definition: one function per method. */
export interface GrpcService {
  readonly unary: {
    readonly [method: string]: (
      request: Message,
      metadata: GrpcMetadata,
      options: object,
      callback: (error: unknown, response: unknown) => void,
    ) => GrpcCall;
  };
  readonly duplex: {
    readonly [method: string]: (metadata: GrpcMetadata, options: object) => GrpcDuplex;
  };
  readonly channel: GrpcChannel;
}

export interface GrpcCallsOptions {
  readonly clock: Clock;
  readonly dialTimeoutMs: number;
  readonly requestTimeoutMs: number;
}

/** Where a call goes and what goes with it. */
export interface CallTarget {
  readonly service: GrpcService;
  readonly method: string;
  readonly metadata: GrpcMetadata;
  readonly signal?: AbortSignal | undefined;
}

/** A stream of messages both ways. */
export interface Duplex {
  write(message: Message): void;
  /** Iterated once; throws an EtcdClientError when the stream breaks or ends. */
  readonly messages: AsyncIterable<unknown>;
}

/** grpc-js's number for "connected". */
const ready = 2;

/**
 * Calls over grpc-js channels that can all be ended: each by its signal, by its time limits on our own clock, and all
 * at once by `close`. A call that finds no connection within the dial timeout is UNAVAILABLE and was not sent; a unary
 * call that then gets no answer within the request timeout is DEADLINE_EXCEEDED; a stream has no such limit.
 */
export class GrpcCalls {
  readonly #options: GrpcCallsOptions;
  readonly #running = new Set<Running>();

  constructor(options: GrpcCallsOptions) {
    this.#options = options;
  }

  unary(target: CallTarget, request: Message): Promise<unknown> {
    const { service, method, metadata, signal } = target;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const call = service.unary[method]?.(request, metadata, {}, (error, response) => {
        running.release();
        if (error === null) resolve(response);
        else reject(running.failure ?? toEtcdClientError(error));
      });
      const running = this.#start(target, call);
      running.limit(this.#options.requestTimeoutMs);
    });
  }

  duplex(target: CallTarget): Duplex {
    target.signal?.throwIfAborted();
    const call = target.service.duplex[target.method]?.(target.metadata, {});
    if (call === undefined) throw new TypeError(`no such method: ${target.method}`);
    const running = this.#start(target, call);
    // grpc-js raises the error once more after the iteration has been left; nobody listens any more then.
    call.on("error", () => {});
    return { write: (message) => void call.write(message), messages: read(call, running) };
  }

  close(): void {
    for (const running of this.#running) {
      running.fail(new EtcdClientError("CANCELLED", texts.clientClosed));
    }
  }

  #start(target: CallTarget, call: GrpcCall | undefined): Running {
    if (call === undefined) throw new TypeError(`no such method: ${target.method}`);
    const running = new Running(this.#options, target, call, () => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }
}

async function* read(call: GrpcDuplex, running: Running): AsyncGenerator<unknown> {
  try {
    for await (const message of call) yield message;
  } catch (error) {
    throw running.failure ?? toEtcdClientError(error);
  } finally {
    running.release();
    call.cancel();
  }
  throw running.failure ?? new EtcdClientError("UNAVAILABLE", texts.streamEnded);
}

/** A call under way, and the reason when it was we who ended it. */
class Running {
  failure: unknown;
  readonly #clock: Clock;
  readonly #call: GrpcCall;
  readonly #signal: AbortSignal | undefined;
  readonly #timers: Timer[] = [];
  readonly #onRelease: () => void;
  readonly #onAbort = () => this.fail(this.#signal?.reason);

  constructor(
    { clock, dialTimeoutMs }: GrpcCallsOptions,
    { service, signal }: CallTarget,
    call: GrpcCall,
    onRelease: () => void,
  ) {
    this.#clock = clock;
    this.#call = call;
    this.#signal = signal;
    this.#onRelease = onRelease;
    signal?.addEventListener("abort", this.#onAbort, { once: true });
    this.#after(dialTimeoutMs, () => {
      if (service.channel.getConnectivityState(false) === ready) return;
      this.fail(new EtcdClientError("UNAVAILABLE", texts.noConnection, { notSent: true }));
    });
  }

  limit(timeoutMs: number): void {
    const late = () => this.fail(new EtcdClientError("DEADLINE_EXCEEDED", texts.deadlineExceeded));
    this.#after(timeoutMs, late);
  }

  fail(reason: unknown): void {
    this.failure ??= reason;
    this.#call.cancel();
  }

  release(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#signal?.removeEventListener("abort", this.#onAbort);
    this.#onRelease();
  }

  #after(delayMs: number, callback: () => void): void {
    this.#timers.push(this.#clock.setTimer(delayMs, callback));
  }
}
