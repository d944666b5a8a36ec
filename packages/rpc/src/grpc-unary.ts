import type { Exchange } from "./grpc-exchange.ts";
import { RpcError } from "./status.ts";

/**
 * Answers a call that does not stream. Nothing here waits unless the handler does: a request that is there is answered
 * in the turn in which it came.
 */
export function serveUnary(exchange: Exchange): void {
  const { stream, reader, reply } = exchange;
  let isAsked = false;
  stream.read({
    data(chunk) {
      if (isAsked) return;
      reader.push(chunk);
      if (!reader.isReady) return;
      isAsked = true;
      answer(exchange);
    },
    end() {
      if (isAsked) return;
      isAsked = true;
      reply.finish(new RpcError("UNKNOWN", reader.isInside ? "unexpected EOF" : "EOF"));
    },
  });
}

function answer(exchange: Exchange): void {
  const { router, endpoint, call, reader, reply } = exchange;
  try {
    const request = decode(exchange, reader.next() as Buffer);
    const response = router.answerUnary(endpoint, request, call);
    if (response instanceof Promise) void answerLater(exchange, response);
    else reply.answer(endpoint.method.encodeResponse(response as never));
  } catch (thrown) {
    reply.finish(router.refusalOf(thrown, call));
  }
}

function decode({ endpoint }: Exchange, message: Buffer): unknown {
  try {
    return endpoint.method.decodeRequest(message);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RpcError("INTERNAL", `grpc: error unmarshalling request: ${reason}`);
  }
}

/** Waits for a handler, no longer than the client does. Never rejects. */
async function answerLater(exchange: Exchange, response: Promise<unknown>): Promise<void> {
  const { router, endpoint, call, reply } = exchange;
  const deadline = exchange.startDeadline();
  try {
    reply.answer(endpoint.method.encodeResponse((await response) as never));
  } catch (thrown) {
    reply.finish(router.refusalOf(thrown, call));
  } finally {
    deadline?.cancel();
  }
}
