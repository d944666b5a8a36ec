import type { MethodDefinition } from "@leaderlab/proto";
import { RpcError } from "@leaderlab/rpc";
import type { RpcClient } from "@leaderlab/rpc/client";
import { rpcs } from "../conformance/caller.ts";
import { withOwnIdsRemoved } from "../conformance/masks.ts";
import {
  fromJson,
  fromMessage,
  type Plain,
  toJson,
  toMessage,
} from "../conformance/plain-message.ts";
import { type EtcdOp, type EtcdOutput, type KeyOp, ttlSeconds } from "./etcd-model.ts";

/** Does one operation; undefined when the client does not learn what came of it. */
export type EtcdClient = (op: EtcdOp, signal: AbortSignal) => Promise<EtcdOutput | undefined>;

type Rpc = "Range" | "Put" | "DeleteRange" | "Txn" | "LeaseGrant" | "LeaseRevoke";

interface Unary {
  kind: "unary";
  request: object;
  requestInput: object;
  response: object;
  responseInput: object;
}

/** A refusal of which etcd says that the request had no effect. Everything else leaves it open. */
const refusals: ReadonlySet<string> = new Set([
  "NOT_FOUND",
  "FAILED_PRECONDITION",
  "INVALID_ARGUMENT",
]);

/** A client that speaks gRPC. */
export function grpcClient(client: RpcClient): EtcdClient {
  return async (op, signal) => {
    const [rpc, request] = asked(op);
    const method = rpcs[rpc] as MethodDefinition<Unary>;
    try {
      const message = toMessage(request, method.requestType);
      const response = await client.unary(method, message, { signal });
      return answered(op, fromMessage(response, method.responseType));
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      return refusals.has(error.code) ? { refusal: error.message } : undefined;
    }
  };
}

/** A client that speaks JSON. */
export function jsonClient(baseUrl: string): EtcdClient {
  return async (op, signal) => {
    const [rpc, request] = asked(op);
    const { bindings, requestType, responseType } = rpcs[rpc];
    const body = JSON.stringify(toJson(request, requestType));
    try {
      const url = `${baseUrl}${bindings[0]?.path}`;
      const response = await fetch(url, { method: "POST", body, signal });
      const reply = JSON.parse(await response.text());
      if (response.status === 200) return answered(op, fromJson(reply, responseType));
      return [400, 404].includes(response.status) ? { refusal: reply.message } : undefined;
    } catch (error) {
      if (signal.aborted || error instanceof TypeError) return undefined;
      throw error;
    }
  };
}

function asked(op: EtcdOp): readonly [Rpc, Plain] {
  switch (op.kind) {
    case "grant":
      return ["LeaseGrant", { ID: op.lease, TTL: ttlSeconds }];
    case "revoke":
      return ["LeaseRevoke", { ID: op.lease }];
    case "txn": {
      const { key, modRevision: mod_revision } = op;
      const compare = [{ key, result: "EQUAL", target: "MOD", mod_revision }];
      return ["Txn", { compare, success: op.success.map(inner), failure: op.failure.map(inner) }];
    }
    default:
      return keyOp(op);
  }
}

function keyOp(op: KeyOp): readonly ["Range" | "Put" | "DeleteRange", Plain] {
  switch (op.kind) {
    case "get":
      return ["Range", { key: op.key }];
    case "list":
      return ["Range", prefixRange(op.prefix)];
    case "put":
      return ["Put", { key: op.key, value: op.value, lease: op.lease ?? 0 }];
    case "delete":
      return ["DeleteRange", { key: op.key }];
    case "deleteAll":
      return ["DeleteRange", prefixRange(op.prefix)];
  }
}

const requestFields = {
  Range: "request_range",
  Put: "request_put",
  DeleteRange: "request_delete_range",
} as const;

function inner(op: KeyOp): Plain {
  const [rpc, request] = keyOp(op);
  return { [requestFields[rpc]]: request };
}

function prefixRange(prefix: string): Plain {
  return prefix === ""
    ? { key: "\0", range_end: "\0" }
    : { key: prefix, range_end: prefix.replace(/\/$/, "0") };
}

/** Without what each server has of its own. Answers about leases tell the revision as of later: it is left out. */
function answered(op: EtcdOp, answer: Plain): EtcdOutput {
  const plain = withOwnIdsRemoved(answer);
  if (op.kind !== "grant" && op.kind !== "revoke") return { answer: plain };
  const { header: _, ...rest } = plain;
  return { answer: rest };
}
