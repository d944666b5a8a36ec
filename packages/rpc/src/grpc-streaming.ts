import type { Exchange } from "./grpc-exchange.ts";
import { RequestStream } from "./request-stream.ts";
import { RpcError } from "./status.ts";

/** Answers a call on which the client, the server or both stream. */
export function serveStreaming(exchange: Exchange): void {
  const { router, endpoint, call } = exchange;
  const requests = new RequestStream(exchange);
  const deadline = exchange.startDeadline();
  const responses = {
    bidi: () => router.answerBidi(endpoint, requests, call),
    clientStream: () => onlyOne(router.answerClientStream(endpoint, requests, call)),
    serverStream: () => afterOnlyRequest(exchange, requests),
    unary: () => nothing(),
  }[endpoint.method.kind]();
  void sendAll(exchange, responses).finally(() => {
    deadline?.cancel();
    requests.end();
  });
}

async function* nothing(): AsyncIterable<unknown> {}

async function* onlyOne(response: Promise<unknown>): AsyncIterable<unknown> {
  yield await response;
}

/** Mirrors: grpc-go serverStream.RecvMsg of a method to which the client sends one request. */
async function* afterOnlyRequest(
  { router, endpoint, call }: Exchange,
  requests: RequestStream,
): AsyncIterable<unknown> {
  const violation = (what: string) =>
    new RpcError("INTERNAL", `cardinality violation: received ${what} non-client-streaming RPC`);
  const first = await requests.next();
  if (first.done === true) throw violation("no request message from");
  const second = await requests.next();
  if (second.done !== true) throw violation("multiple request messages for");
  yield* router.answerServerStream(endpoint, first.value, call);
}

/** Sends what a handler yields, no faster than the client takes it. Never rejects. */
async function sendAll(
  { router, endpoint, call, reply }: Exchange,
  responses: AsyncIterable<unknown>,
): Promise<void> {
  const { encodeResponse } = endpoint.method;
  try {
    for await (const response of responses) {
      if (reply.isOver) break;
      const encoded = encodeResponse(response as never);
      if (!reply.send(encoded)) await reply.drained();
    }
    reply.finish(undefined);
  } catch (thrown) {
    reply.finish(router.refusalOf(thrown, call));
  }
}
