import type { MethodDefinition } from "@leaderlab/proto";
import type { Call } from "./handler.ts";

/** What grpc-js's four kinds of server calls have in common, as far as it is used here. */
export interface ServerCall {
  readonly cancelled: boolean;
  readonly metadata: { get(key: string): (string | Buffer)[] };
  getPeer(): string;
  once(event: "cancelled", listener: () => void): unknown;
}

/** A gRPC call as a handler sees it. The signal is made only when somebody asks for it. */
export class GrpcCall implements Call {
  readonly transport = "grpc";
  readonly method: MethodDefinition;
  readonly #call: ServerCall;
  #signal: AbortSignal | undefined;

  constructor(method: MethodDefinition, call: ServerCall) {
    this.method = method;
    this.#call = call;
  }

  get peer(): string {
    return this.#call.getPeer();
  }

  get signal(): AbortSignal {
    if (this.#signal === undefined) {
      const controller = new AbortController();
      this.#signal = controller.signal;
      if (this.#call.cancelled) controller.abort();
      else this.#call.once("cancelled", () => controller.abort());
    }
    return this.#signal;
  }

  metadata(key: string): readonly string[] {
    return this.#call.metadata.get(key).map(String);
  }
}
