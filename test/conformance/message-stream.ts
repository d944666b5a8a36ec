import { request as httpRequest, type IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import type { MethodDefinition } from "@leaderlab/proto";
import { RpcError, type StatusCode } from "@leaderlab/rpc";
import type { BidiCall, RpcClient } from "@leaderlab/rpc/client";
import { jsonRefusal, type RpcName, rpcs, type Untyped, withToken } from "./caller.ts";
import { fromJson, fromMessage, type Plain, toJson, toMessage } from "./plain-message.ts";

/** A message of a stream, or how the stream ended. */
export type NextMessage =
  | { readonly message: Plain }
  | { readonly ended: "OK" | { readonly code: StatusCode; readonly text: string } };

/** A stream of a method, over one transport. What it gives is the same over each. */
export interface MessageStream {
  send(request: Plain): void;
  halfClose(): void;
  /** By one reader at a time. */
  next(): Promise<NextMessage>;
  /** Gives it up: what waits for a message is told of an end. */
  leave(): void;
}

/** What opening a stream takes. */
export interface StreamOptions {
  readonly rpc: RpcName;
  /** The one request of a method whose server streams alone. */
  readonly request?: Plain;
  readonly token?: string | undefined;
}

/** Opens a stream over gRPC. */
export function grpcStream(client: RpcClient, options: StreamOptions): MessageStream {
  const { rpc, request = {}, token } = options;
  const method = rpcs[rpc] as MethodDefinition;
  const stop = new AbortController();
  const settings = { ...withToken(token), signal: stop.signal };
  let bidi: BidiCall<object, object> | undefined;
  let responses: AsyncIterator<object>;
  if (method.kind === "bidi") {
    bidi = client.bidi(method as MethodDefinition<Untyped<"bidi">>, settings);
    responses = bidi[Symbol.asyncIterator]();
  } else {
    const streaming = method as MethodDefinition<Untyped<"serverStream">>;
    const message = toMessage(request, method.requestType);
    responses = client.serverStream(streaming, message, settings)[Symbol.asyncIterator]();
  }
  return {
    send: (message) => bidi?.send(toMessage(message, method.requestType)),
    halfClose: () => bidi?.end(),
    leave: () => stop.abort(),
    next: async () => {
      try {
        const { done, value } = await responses.next();
        if (done === true) return { ended: "OK" };
        return { message: fromMessage(value, method.responseType) };
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        return { ended: { code: error.code, text: error.message } };
      }
    },
  };
}

/**
 * Opens a stream over the JSON gateway: the requests stand in the body of one POST, which goes out when the first
 * message is waited for. Throws for a request after that.
 */
export function jsonStream(baseUrl: string, options: StreamOptions): MessageStream {
  const { rpc, request, token } = options;
  const { bindings, requestType, responseType } = rpcs[rpc] as MethodDefinition;
  const bodies = request === undefined ? [] : [toJson(request, requestType)];
  let lines: AsyncIterator<string> | undefined;
  const outgoing = httpRequest(`${baseUrl}${bindings[0]?.path}`, {
    method: "POST",
    ...(token !== undefined && { headers: { authorization: token } }),
  });
  let status = 0;
  const opened = async () => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.on("response", resolve).on("error", reject);
      outgoing.end(bodies.map((body) => JSON.stringify(body)).join("\n"));
    });
    status = response.statusCode ?? 0;
    return createInterface({ input: response })[Symbol.asyncIterator]();
  };
  return {
    send: (message) => {
      if (lines !== undefined) throw new Error("over JSON, a request after the first message");
      bodies.push(toJson(message, requestType));
    },
    halfClose: () => {},
    leave: () => void outgoing.destroy(),
    next: async () => {
      lines ??= await opened();
      const { done, value } = await lines.next();
      if (done === true) return { ended: "OK" };
      const reply = JSON.parse(value);
      if (reply.result !== undefined) return { message: fromJson(reply.result, responseType) };
      return { ended: jsonRefusal(reply, status, {}) };
    },
  };
}
