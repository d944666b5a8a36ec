import type { Clock } from "@leaderlab/clock";
import { goQuote } from "@leaderlab/golang";
import type { MethodDefinition, MethodTypes } from "@leaderlab/proto";
import { createRpcClient, RpcError } from "@leaderlab/rpc/client";
import type { ConnectionOptions } from "./connection-options.ts";
import { dialFailure } from "./dial-failure.ts";
import { lncliTexts } from "./lncli-texts.ts";
import type { RpcServer } from "./rpc-server.ts";

/** A node to call. The refusals of its calls have the codes and texts that grpc-go gives them. */
export interface Connection {
  /** Rejects with an RpcError. Waits for the answer as long as it takes, as lncli does; the signal ends the wait. */
  unary<T extends MethodTypes & { kind: "unary" }>(
    method: MethodDefinition<T>,
    request: T["requestInput"],
    signal?: AbortSignal,
  ): Promise<T["response"]>;
  /** Throws an RpcError when the stream breaks; leaving the loop cancels the call. */
  serverStream<T extends MethodTypes & { kind: "serverStream" }>(
    method: MethodDefinition<T>,
    request: T["requestInput"],
    signal?: AbortSignal,
  ): AsyncIterable<T["response"]>;
  close(): void;
}

/** Makes a connection. Nothing is dialled before the first call. */
export function connect(options: ConnectionOptions, clock: Clock): Connection {
  const { server, tls, metadata } = options;
  const client = createRpcClient(grpcTarget(server), tls);
  const problem = metadataProblem(metadata);
  const settings = (signal: AbortSignal | undefined) => {
    if (signal?.aborted) throw new RpcError("CANCELLED", lncliTexts.canceled);
    if (problem !== undefined) throw new RpcError("INTERNAL", problem);
    return { metadata, ...(signal !== undefined && { signal }) };
  };
  const clarify = (error: unknown, signal: AbortSignal | undefined) =>
    clarified(error, signal, () => dialFailure(options, clock));
  return {
    async unary(method, request, signal) {
      try {
        return await client.unary(method, request, settings(signal));
      } catch (error) {
        throw await clarify(error, signal);
      }
    },
    async *serverStream(method, request, signal) {
      try {
        yield* client.serverStream(method, request, settings(signal));
      } catch (error) {
        throw await clarify(error, signal);
      }
    },
    close: () => client.close(),
  };
}

/** What grpc-go has against keys or values that `--metadata` gives. */
function metadataProblem(metadata: ConnectionOptions["metadata"]): string | undefined {
  for (const [key, value] of Object.entries(metadata)) {
    if (key === "") return lncliTexts.emptyMetadataKey;
    if (!/^:?[0-9a-z_.-]+$/i.test(key)) return lncliTexts.invalidMetadataKey(goQuote(key));
    const isText = /^[ -~]*$/.test(value) || key.endsWith("-bin");
    if (!isText) return lncliTexts.invalidMetadataValue(goQuote(key));
  }
  return undefined;
}

/** How grpc-js is told where a server is. At `none` it finds nothing, and dialling once more tells why. */
function grpcTarget(server: RpcServer): string {
  if (server.kind === "unix") return `unix:${server.path}`;
  if (server.kind === "none") return "127.0.0.1:0";
  return `${server.host.includes(":") ? `[${server.host}]` : server.host}:${server.port}`;
}

/** What grpc-js itself, and not the server, says of a call that did not get through. */
const ownWords = {
  notConnected: /^(No connection established|Name resolution failed)/,
  lost: /^(Connection dropped|Call cancelled|Stream closed|Received RST_STREAM|Stream refused|read ECONNRESET)/,
} as const;

/** A failed call in grpc-go's words instead of grpc-js's. */
async function clarified(
  error: unknown,
  signal: AbortSignal | undefined,
  explain: () => Promise<string | undefined>,
): Promise<unknown> {
  if (signal?.aborted) return new RpcError("CANCELLED", lncliTexts.canceled);
  if (!(error instanceof RpcError)) return error;
  if (ownWords.lost.test(error.message)) {
    return new RpcError("UNAVAILABLE", lncliTexts.connectionLost);
  }
  if (error.code !== "UNAVAILABLE" || !ownWords.notConnected.test(error.message)) return error;
  return new RpcError("UNAVAILABLE", (await explain()) ?? lncliTexts.connectionLost);
}
