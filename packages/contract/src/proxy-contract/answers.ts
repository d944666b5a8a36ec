import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Clock } from "@leaderlab/clock";
import * as lnd from "@leaderlab/proto/lnd";
import { RpcError } from "@leaderlab/rpc";
import { createRpcClient } from "@leaderlab/rpc/client";
import type { Entrance } from "./entrances.ts";
import { trustlessContext } from "./trustless-context.ts";

/** The protocols by which lnd is reached. */
export type Protocol = "grpc" | "rest";

/** What became of one request through a proxy, on the lab's clock. */
export interface Answer {
  readonly protocol: Protocol;
  readonly fromMs: number;
  readonly toMs: number;
  /** The node that answered, by its alias; undefined when none did. */
  readonly node: string | undefined;
  /** `leader`: a node that serves; `follower`: one that waits for its turn; `error`: nobody, or a node that says why. */
  readonly kind: "leader" | "follower" | "error" | "hang";
  readonly detail: string;
}

/** A request that takes longer than this is given up and counts as hanging. */
export const requestLimitMs = 20_000;

/** What a node says that has not been elected. */
const followersWords = /waiting to start/i;

/** Asks for GetInfo once, over a connection of its own. Never rejects. */
export async function ask(protocol: Protocol, entrance: Entrance, clock: Clock): Promise<Answer> {
  const fromMs = clock.now();
  const late = new AbortController();
  const timer = clock.setTimer(requestLimitMs, () => late.abort());
  const asked = protocol === "grpc" ? askGrpc : askRest;
  const found = await asked(entrance, late.signal).catch((error: Error) => ({
    kind: late.signal.aborted ? ("hang" as const) : kindOf(error.message),
    detail: error.message,
    node: undefined,
  }));
  timer.cancel();
  return { protocol, fromMs, toMs: clock.now(), ...found };
}

function kindOf(message: string): "follower" | "error" {
  return followersWords.test(message) ? "follower" : "error";
}

type Found = Pick<Answer, "kind" | "node" | "detail">;

async function askGrpc(entrance: Entrance, signal: AbortSignal): Promise<Found> {
  const client = grpcClient(entrance);
  try {
    const { alias } = await client.unary(lnd.lightning.methods.GetInfo, {}, { signal });
    return { kind: "leader", node: alias, detail: "" };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return {
      kind: signal.aborted ? "hang" : kindOf(error.message),
      node: undefined,
      detail: error.message,
    };
  } finally {
    client.close();
  }
}

/** A client of a proxy's gRPC entrance; nobody looks at its certificate. */
export function grpcClient({ host, port, isTls }: Entrance) {
  return createRpcClient(`${host}:${port}`, isTls ? { insecureSkipVerify: true } : undefined);
}

async function askRest(entrance: Entrance, signal: AbortSignal): Promise<Found> {
  const { status, body } = await get(entrance, "/v1/getinfo", signal);
  if (status === 200) {
    const { alias } = JSON.parse(body) as { alias?: string };
    return { kind: "leader", node: alias, detail: "" };
  }
  const detail = `${status} ${body.trim().slice(0, 200)}`;
  return { kind: kindOf(body), node: undefined, detail };
}

const mostBodyBytes = 1024 * 1024;

async function get(entrance: Entrance, path: string, signal: AbortSignal) {
  const response = await openRest(entrance, path, signal);
  let body = "";
  for await (const piece of response) {
    body += String(piece);
    if (body.length > mostBodyBytes) throw new Error("the answer is longer than 1 MiB");
  }
  return { status: response.statusCode ?? 0, body };
}

/** Begins a GET over a connection of its own; resolves with the head of the answer. */
export function openRest(
  { host, port, isTls, prefix = "" }: Entrance,
  path: string,
  signal: AbortSignal,
  headers: { readonly [name: string]: string } = {},
): Promise<IncomingMessage> {
  const request = isTls ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const target = {
      host,
      port,
      path: `${prefix}${path}`,
      agent: false as const,
      signal,
      headers,
      ...(isTls && { rejectUnauthorized: false, secureContext: trustlessContext() }),
    };
    const sent = request(target);
    sent.once("response", resolve);
    sent.once("upgrade", (response, socket) => {
      response.socket.unref();
      // A WebSocket's frames are read as the bytes that they are: it counts whether they come and when they end.
      resolve(
        Object.assign(socket, { statusCode: response.statusCode }) as unknown as IncomingMessage,
      );
    });
    sent.once("error", reject);
    sent.end();
  });
}
