import assert from "node:assert/strict";
import { etcd, type MethodDefinition } from "@leaderlab/proto";
import { codeName, httpStatus, RpcError, type StatusCode } from "@leaderlab/rpc";
import type { RpcClient } from "@leaderlab/rpc/client";
import { fromJson, fromMessage, type Plain, toJson, toMessage } from "./plain-message.ts";

const { kv, lease } = etcd;

/** The calls that tests make by name. A keep-alive is a stream of one request and one answer. */
export const rpcs = {
  Range: kv.methods.Range,
  Put: kv.methods.Put,
  DeleteRange: kv.methods.DeleteRange,
  Txn: kv.methods.Txn,
  Compact: kv.methods.Compact,
  LeaseGrant: lease.methods.LeaseGrant,
  LeaseRevoke: lease.methods.LeaseRevoke,
  LeaseKeepAlive: lease.methods.LeaseKeepAlive,
  LeaseTimeToLive: lease.methods.LeaseTimeToLive,
  LeaseLeases: lease.methods.LeaseLeases,
} as const satisfies Readonly<Record<string, unknown>>;

/** A request. */
export interface Ask {
  readonly rpc: keyof typeof rpcs;
  readonly request: Plain;
}

/** What came of a request. */
export type Outcome =
  | { readonly answer: Plain }
  | { readonly refusal: { readonly code: StatusCode; readonly text: string } };

/** Asks over one transport. What it resolves with is the same over each. */
export type Caller = (ask: Ask) => Promise<Outcome>;

/** Asks over gRPC. */
export function grpcCaller(client: RpcClient): Caller {
  return async ({ rpc, request }) => {
    const { requestType, responseType } = rpcs[rpc];
    const message = toMessage(request, requestType);
    try {
      return { answer: fromMessage(await callGrpc(client, rpc, message), responseType) };
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      return { refusal: { code: error.code, text: error.message } };
    }
  };
}

async function callGrpc(client: RpcClient, rpc: Ask["rpc"], message: object): Promise<object> {
  if (rpc !== "LeaseKeepAlive") {
    return await client.unary(rpcs[rpc] as MethodDefinition<UnaryTypes>, message);
  }
  const stream = client.bidi(rpcs.LeaseKeepAlive);
  stream.send(message);
  for await (const answer of stream) return answer;
  throw new Error("a keep-alive was not answered");
}

interface UnaryTypes {
  kind: "unary";
  request: object;
  requestInput: object;
  response: object;
  responseInput: object;
}

/**
 * Asks over the JSON gateway at `http://host:port`. A refusal must come with the HTTP status of its code; `statuses`
 * says where a gateway differs.
 */
export function jsonCaller(
  baseUrl: string,
  statuses: Readonly<Partial<Record<StatusCode, number>>> = {},
): Caller {
  return async ({ rpc, request }) => {
    const { bindings, requestType, responseType, kind } = rpcs[rpc];
    const body = JSON.stringify(toJson(request, requestType));
    const response = await fetch(`${baseUrl}${bindings[0]?.path}`, { method: "POST", body });
    const text = await response.text();
    const reply = JSON.parse(text);
    if (response.status === 200) {
      return { answer: fromJson(kind === "unary" ? reply : reply.result, responseType) };
    }
    const code = codeName(reply.code);
    assert.equal(response.status, statuses[code] ?? httpStatus[code], `the HTTP status of ${text}`);
    return { refusal: { code, text: reply.message } };
  };
}

/** The answer to a request that must not be refused. */
export async function answerOf(caller: Caller, ask: Ask): Promise<Plain> {
  const outcome = await caller(ask);
  if ("answer" in outcome) return outcome.answer;
  const { code, text } = outcome.refusal;
  throw new Error(`${ask.rpc} ${JSON.stringify(ask.request)} was refused: ${code} ${text}`);
}

/** The revision in an answer's header; 0 when it holds none. */
export function revisionOf(answer: Plain): number {
  const header = answer["header"] as Plain | undefined;
  return Number(header?.["revision"] ?? 0);
}
