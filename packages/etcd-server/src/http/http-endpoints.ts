import type { IncomingMessage, ServerResponse } from "node:http";
import type { JsonGateway } from "@leaderlab/rpc";
import { type AccessRules, allowOrigin, hostRefusal, nameRefusal } from "./access-control.ts";
import { type Exchange, type HttpHandler, send, sendError, sendNotFound } from "./exchange.ts";
import { answerGateway } from "./gateway-endpoint.ts";
import { cleanPath, redirect, requestPath } from "./request-path.ts";

export interface HttpEndpointsOptions {
  /** Left out: /v3 is not served. */
  readonly gateway?: JsonGateway | undefined;
  readonly access: AccessRules;
  /** Whether the names in clients' certificates are those of users at the moment; left out: never. */
  readonly namesUsers?: () => boolean;
  /** What is served beside the gateway, by path. */
  readonly handlers: ReadonlyMap<string, HttpHandler>;
}

/** Answers what etcd answers over HTTP on its client port. Mirrors: etcd embed createAccessController, createMux. */
export function createHttpEndpoints(options: HttpEndpointsOptions) {
  const { gateway, access, handlers, namesUsers = () => false } = options;
  const answer = (exchange: Exchange) => {
    const path = exchange.path.replace(/^\/v3beta\//, "/v3/");
    const clean = gateway !== undefined && path === "/v3" ? "/v3/" : cleanPath(path);
    const handler = handlers.get(path);
    if (clean !== path) redirect(exchange, clean);
    else if (handler !== undefined) handler(exchange);
    else if (gateway !== undefined && path.startsWith("/v3/")) answerGateway(gateway, exchange);
    else sendNotFound(exchange);
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    response.removeHeader("Connection");
    const exchange: Exchange = { request, response, ...requestPath(request.url ?? "/") };
    const refusal = hostRefusal(request, access);
    if (refusal !== undefined) {
      sendError(exchange, 421, refusal);
      return;
    }
    const isForGateway = gateway !== undefined && /^\/v3(beta)?\//.test(exchange.path);
    const unnamed = isForGateway && namesUsers() ? nameRefusal(request) : undefined;
    if (unnamed !== undefined) {
      sendError(exchange, 400, unnamed);
      return;
    }
    allowOrigin(request, response, access);
    if (request.method === "OPTIONS") send(exchange, 200, {}, "");
    else answer(exchange);
  };
}
