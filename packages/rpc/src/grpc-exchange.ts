import type { Clock, Timer } from "@leaderlab/clock";
import type { CallStream } from "./call-stream.ts";
import { GrpcCall } from "./grpc-call.ts";
import type { Client } from "./grpc-connection.ts";
import { GrpcReply, type ReplyStyle } from "./grpc-reply.ts";
import type { GrpcRequest } from "./grpc-request.ts";
import type { Endpoint } from "./handler.ts";
import { MessageReader } from "./message-reader.ts";
import type { Router } from "./router.ts";
import { RpcError } from "./status.ts";

/** What all calls of a connection have in common. */
export interface Surroundings {
  readonly router: Router;
  readonly clock: Pick<Clock, "setTimer">;
  readonly maxRequestBytes: number;
  readonly style: ReplyStyle;
  readonly client: Client;
}

export interface ExchangeParts {
  readonly stream: CallStream;
  readonly rawHeaders: readonly string[];
  readonly request: GrpcRequest;
  readonly endpoint: Endpoint;
}

/** One call on its stream, with everything that answering it takes. */
export class Exchange {
  readonly router: Router;
  readonly endpoint: Endpoint;
  readonly stream: CallStream;
  readonly call: GrpcCall;
  readonly reader: MessageReader;
  readonly reply: GrpcReply;
  readonly #surroundings: Surroundings;
  readonly #timeoutMs: number | undefined;

  constructor(surroundings: Surroundings, parts: ExchangeParts) {
    const { router, client, style, maxRequestBytes } = surroundings;
    const { endpoint, stream, request } = parts;
    this.router = router;
    this.endpoint = endpoint;
    this.stream = stream;
    this.call = new GrpcCall(endpoint.method, client, stream, parts.rawHeaders);
    this.reader = new MessageReader({ maxBytes: maxRequestBytes, encoding: request.encoding });
    this.reply = new GrpcReply(stream, request, style);
    this.#surroundings = surroundings;
    this.#timeoutMs = request.timeoutMs;
  }

  /**
   * Ends the call when the client no longer waits for it. grpc-go's own transport then resets the stream; behind
   * net/http the handler's status goes out.
   */
  startDeadline(): Timer | undefined {
    if (this.#timeoutMs === undefined) return undefined;
    return this.#surroundings.clock.setTimer(this.#timeoutMs, () => {
      if (this.#surroundings.style.headers === undefined) this.reply.cancel();
      else this.reply.finish(deadlineExceeded());
      this.call.abort("DEADLINE_EXCEEDED");
    });
  }
}

/** Mirrors: Go context.DeadlineExceeded. */
export function deadlineExceeded(): RpcError {
  return new RpcError("DEADLINE_EXCEEDED", "context deadline exceeded");
}
