import type { IncomingMessage, ServerResponse } from "node:http";
import type { MethodDefinition } from "@leaderlab/proto";
import { deadlineExceeded } from "./grpc-timeout.ts";
import type { Call } from "./handler.ts";

/** A JSON request as a handler sees it: its headers are the call's metadata, its connection's end aborts it. */
export class JsonCall implements Call {
  readonly transport = "json";
  readonly method: MethodDefinition;
  readonly peer: string;
  readonly signal: AbortSignal;
  readonly #metadata = new Map<string, string[]>();
  readonly #over = new AbortController();
  #isOverdue = false;

  constructor(
    method: MethodDefinition,
    request: IncomingMessage,
    response: ServerResponse,
    metadataKey: (header: string) => string | undefined,
  ) {
    this.method = method;
    this.peer = `${request.socket.remoteAddress ?? ""}:${request.socket.remotePort ?? ""}`;
    this.signal = this.#over.signal;
    response.once("close", () => this.#over.abort());
    for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
      const key = metadataKey((request.rawHeaders[at] ?? "").toLowerCase());
      if (key === undefined) continue;
      this.#metadata.set(key, [...this.metadata(key), request.rawHeaders[at + 1] ?? ""]);
    }
  }

  /** Whether the call has taken longer than its client wanted. */
  get isOverdue(): boolean {
    return this.#isOverdue;
  }

  /** Ends the call because its time is over. */
  expire(): void {
    if (this.signal.aborted) return;
    this.#isOverdue = true;
    this.#over.abort(deadlineExceeded());
  }

  metadata(key: string): readonly string[] {
    return this.#metadata.get(key) ?? [];
  }
}
