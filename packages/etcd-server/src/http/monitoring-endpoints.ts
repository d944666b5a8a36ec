import type { IncomingMessage, ServerResponse } from "node:http";
import { type Exchange, type HttpHandler, sendNotFound } from "./exchange.ts";
import { cleanPath, redirect, requestPath } from "./request-path.ts";

const monitored = /^\/(metrics$|health$|livez|readyz)/;

/** Answers on a port for monitoring alone: metrics and health, for everybody. Mirrors: etcd embed serveMetrics. */
export function createMonitoringEndpoints(handlers: ReadonlyMap<string, HttpHandler>) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    response.removeHeader("Connection");
    const exchange: Exchange = { request, response, ...requestPath(request.url ?? "/") };
    const handler = monitored.test(exchange.path) ? handlers.get(exchange.path) : undefined;
    const clean = cleanPath(exchange.path);
    if (clean !== exchange.path) redirect(exchange, clean);
    else if (handler !== undefined) handler(exchange);
    else sendNotFound(exchange);
  };
}
