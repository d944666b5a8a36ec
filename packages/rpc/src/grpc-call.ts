import type { MethodDefinition } from "@leaderlab/proto";
import type { CallStream } from "./call-stream.ts";
import type { Client } from "./grpc-connection.ts";
import type { Call } from "./handler.ts";
import type { StatusCode } from "./status.ts";

/** A gRPC call as a handler sees it. What costs something is made only when somebody asks for it. */
export class GrpcCall implements Call {
  readonly transport = "grpc";
  readonly method: MethodDefinition;
  readonly #client: Client;
  readonly #stream: CallStream;
  readonly #rawHeaders: readonly string[];
  #controller: AbortController | undefined;
  #cut: StatusCode | undefined;

  constructor(
    method: MethodDefinition,
    client: Client,
    stream: CallStream,
    rawHeaders: readonly string[],
  ) {
    this.method = method;
    this.#client = client;
    this.#stream = stream;
    this.#rawHeaders = rawHeaders;
  }

  get peer(): string {
    return this.#client.peer;
  }

  get commonName(): string | undefined {
    return this.#client.commonName;
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.cut !== undefined) this.#controller.abort();
      else this.#stream.onClose(() => this.abort("CANCELLED"));
    }
    return this.#controller.signal;
  }

  /** Why the call is over for its client although nobody answered it; undefined while it is not. */
  get cut(): StatusCode | undefined {
    return this.#cut ?? (this.#stream.isGone ? "CANCELLED" : undefined);
  }

  /** Says that the call is over for its client. */
  abort(code: StatusCode): void {
    this.#cut ??= code;
    this.#controller?.abort();
  }

  metadata(key: string): readonly string[] {
    const values: string[] = [];
    for (let at = 0; at + 1 < this.#rawHeaders.length; at += 2) {
      if (this.#rawHeaders[at] !== key) continue;
      const value = this.#rawHeaders[at + 1] ?? "";
      values.push(key.endsWith("-bin") ? Buffer.from(value, "base64").toString() : value);
    }
    return values;
  }
}
