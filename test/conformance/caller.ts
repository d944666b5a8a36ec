import assert from "node:assert/strict";
import { etcd, type MethodDefinition } from "@leaderlab/proto";
import { codeName, httpStatus, RpcError, type StatusCode } from "@leaderlab/rpc";
import type { RpcClient } from "@leaderlab/rpc/client";
import { fromJson, fromMessage, type Plain, toJson, toMessage } from "./plain-message.ts";

/** Every method of etcd, by name; no two services have one of the same name. */
export const rpcs = {
  ...etcd.kv.methods,
  ...etcd.watch.methods,
  ...etcd.lease.methods,
  ...etcd.cluster.methods,
  ...etcd.maintenance.methods,
  ...etcd.auth.methods,
  ...etcd.election.methods,
  ...etcd.lock.methods,
} as const satisfies Readonly<Record<string, unknown>>;

/** The name of a method. */
export type RpcName = keyof typeof rpcs;

/** A request. Of a method that streams, it is the only one, and the first message is the answer. */
export interface Ask {
  readonly rpc: RpcName;
  readonly request: Plain;
}

/** What came of a request. */
export type Outcome =
  | { readonly answer: Plain }
  | { readonly refusal: { readonly code: StatusCode; readonly text: string } };

/** What may go with a request. */
export interface CallerSettings {
  /** Who asks. */
  readonly token?: string | undefined;
  /** Takes the request back; it rejects then, or resolves with a refusal. */
  readonly signal?: AbortSignal;
}

/** Asks over one transport. What it resolves with is the same over each. */
export type Caller = (ask: Ask, settings?: CallerSettings) => Promise<Outcome>;

/** Asks over gRPC. */
export function grpcCaller(client: RpcClient): Caller {
  return async ({ rpc, request }, settings = {}) => {
    const { requestType, responseType } = rpcs[rpc];
    const message = toMessage(request, requestType);
    try {
      const answer = await callGrpc(client, rpc, message, settings);
      return { answer: fromMessage(answer, responseType) };
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      return { refusal: { code: error.code, text: error.message } };
    }
  };
}

async function callGrpc(
  client: RpcClient,
  rpc: RpcName,
  message: object,
  { token, signal }: CallerSettings,
): Promise<object> {
  const settings = { ...withToken(token), ...(signal && { signal }) };
  const method = rpcs[rpc] as MethodDefinition;
  if (method.kind === "unary") {
    return await client.unary(method as MethodDefinition<Untyped<"unary">>, message, settings);
  }
  if (method.kind === "serverStream") {
    const streaming = method as MethodDefinition<Untyped<"serverStream">>;
    for await (const answer of client.serverStream(streaming, message, settings)) return answer;
  } else {
    const stream = client.bidi(method as MethodDefinition<Untyped<"bidi">>, settings);
    stream.send(message);
    for await (const answer of stream) return answer;
  }
  throw new Error(`${rpc} was not answered`);
}

/** Metadata that shows a token. */
export const withToken = (token: string | undefined) =>
  token === undefined ? {} : { metadata: { token } };

/** A method whose messages are looked at by way of the schema. */
export interface Untyped<Kind extends MethodDefinition["kind"]> {
  kind: Kind;
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
  return async ({ rpc, request }, { token, signal } = {}) => {
    const { bindings, requestType, responseType, kind } = rpcs[rpc] as MethodDefinition;
    const body = JSON.stringify(toJson(request, requestType));
    const headers = token === undefined ? {} : { authorization: token };
    const init = { method: "POST", body, headers, ...(signal && { signal }) };
    const response = await fetch(`${baseUrl}${bindings[0]?.path}`, init);
    const text = kind === "unary" ? await response.text() : await firstLine(response);
    const reply = JSON.parse(text);
    if (response.status === 200 && reply.error === undefined) {
      return { answer: fromJson(kind === "unary" ? reply : reply.result, responseType) };
    }
    return { refusal: jsonRefusal(reply, response.status, statuses) };
  };
}

/** The refusal that a gateway wrote: etcd 3.4's writes those of streams as `error` with other names of fields. */
export function jsonRefusal(
  reply: { code?: number; message?: string; error?: JsonStreamError },
  status: number,
  statuses: Readonly<Partial<Record<StatusCode, number>>>,
) {
  const { code: number = 0, message = "" } =
    typeof reply.error === "object" ? jsonStreamError(reply.error) : reply;
  const code = codeName(number);
  if (typeof reply.error !== "object") {
    assert.equal(status, statuses[code] ?? httpStatus[code], `the status of ${message}`);
  }
  return { code, text: message };
}

interface JsonStreamError {
  readonly code?: number;
  readonly grpc_code?: number;
  readonly message?: string;
}

const jsonStreamError = ({ code, grpc_code, message }: JsonStreamError) => ({
  code: grpc_code ?? code,
  message,
});

async function firstLine(response: Response): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0] ?? "";
}

/** The answer to a request that must not be refused. */
export async function answerOf(caller: Caller, ask: Ask, token?: string): Promise<Plain> {
  const outcome = await caller(ask, { token });
  if ("answer" in outcome) return outcome.answer;
  const { code, text } = outcome.refusal;
  throw new Error(`${ask.rpc} ${JSON.stringify(ask.request)} was refused: ${code} ${text}`);
}

/** The revision in an answer's header; 0 when it holds none. */
export function revisionOf(answer: Plain): number {
  const header = answer["header"] as Plain | undefined;
  return Number(header?.["revision"] ?? 0);
}
