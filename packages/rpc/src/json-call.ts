import type { IncomingMessage, ServerResponse } from "node:http";
import type { MethodDefinition } from "@leaderlab/proto";
import type { Call } from "./handler.ts";

/** A JSON request as a handler sees it: its headers are the call's metadata, its connection's end aborts it. */
export class JsonCall implements Call {
  readonly transport = "json";
  readonly method: MethodDefinition;
  readonly peer: string;
  readonly signal: AbortSignal;
  readonly #metadata = new Map<string, string[]>();

  constructor(
    method: MethodDefinition,
    request: IncomingMessage,
    response: ServerResponse,
    metadataKey: (header: string) => string | undefined,
  ) {
    this.method = method;
    this.peer = `${request.socket.remoteAddress ?? ""}:${request.socket.remotePort ?? ""}`;
    const controller = new AbortController();
    this.signal = controller.signal;
    response.once("close", () => controller.abort());
    for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
      const key = metadataKey((request.rawHeaders[at] ?? "").toLowerCase());
      if (key === undefined) continue;
      this.#metadata.set(key, [...this.metadata(key), request.rawHeaders[at + 1] ?? ""]);
    }
  }

  metadata(key: string): readonly string[] {
    return this.#metadata.get(key) ?? [];
  }
}
