import type { Clock } from "@leaderlab/clock";
import * as lnd from "@leaderlab/proto/lnd";
import { grpcClient, openRest, type Protocol } from "./answers.ts";
import type { Entrance, Entrances } from "./entrances.ts";

/** A call that stays open, and what became of it. */
export interface OpenStream {
  /** `SubscribeState over gRPC`. */
  readonly name: string;
  readonly protocol: Protocol;
  readonly openedMs: number;
  /** How many messages, or pieces of them, have come. */
  readonly pieces: number;
  /** Undefined while it is open. */
  readonly endedMs: number | undefined;
  /** How it ended. */
  readonly ending: string;
  close(): void;
}

/** Opens every kind of stream that lnd's clients have, as far as the proxy has a way in. */
export function openStreams({ grpc, rest }: Entrances, clock: Clock): readonly OpenStream[] {
  const { SubscribeState } = lnd.state.methods;
  const { SubscribeInvoices } = lnd.lightning.methods;
  const streams: OpenStream[] = [];
  if (grpc !== undefined) {
    streams.push(
      follow("SubscribeState over gRPC", "grpc", clock, (signal) =>
        grpcPieces(grpc, SubscribeState, signal),
      ),
      follow("SubscribeInvoices over gRPC", "grpc", clock, (signal) =>
        grpcPieces(grpc, SubscribeInvoices, signal),
      ),
    );
  }
  if (rest !== undefined) {
    streams.push(
      follow("GET /v1/state/subscribe", "rest", clock, (signal) => restPieces(rest, false, signal)),
      follow("WebSocket /v1/state/subscribe", "rest", clock, (signal) =>
        restPieces(rest, true, signal),
      ),
    );
  }
  return streams;
}

function follow(
  name: string,
  protocol: Protocol,
  clock: Clock,
  open: (signal: AbortSignal) => AsyncIterable<unknown>,
): OpenStream {
  const closing = new AbortController();
  const stream = {
    name,
    protocol,
    openedMs: clock.now(),
    pieces: 0,
    endedMs: undefined as number | undefined,
    ending: "",
    close: () => closing.abort(),
  };
  const run = async () => {
    for await (const _piece of open(closing.signal)) stream.pieces += 1;
  };
  void run()
    .then(
      () => "ended",
      (error: Error) => error.message,
    )
    .then((ending) => {
      if (closing.signal.aborted) return;
      stream.endedMs = clock.now();
      stream.ending = ending;
    });
  return stream;
}

async function* grpcPieces(
  entrance: Entrance,
  method: typeof lnd.state.methods.SubscribeState | typeof lnd.lightning.methods.SubscribeInvoices,
  signal: AbortSignal,
): AsyncIterable<unknown> {
  const client = grpcClient(entrance);
  try {
    if (method === lnd.state.methods.SubscribeState) {
      yield* client.serverStream(lnd.state.methods.SubscribeState, {}, { signal });
    } else yield* client.serverStream(lnd.lightning.methods.SubscribeInvoices, {}, { signal });
  } finally {
    client.close();
  }
}

async function* restPieces(entrance: Entrance, isWebSocket: boolean, signal: AbortSignal) {
  const path = "/v1/state/subscribe";
  const headers = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "bGVhZGVybGFiIG5vbmNlIQ==",
  };
  const response = await (isWebSocket
    ? openRest(entrance, `${path}?method=GET`, signal, headers)
    : openRest(entrance, path, signal));
  const status = response.statusCode ?? 0;
  if (status !== 200 && status !== 101) throw new Error(`refused with status ${status}`);
  yield* response;
}
