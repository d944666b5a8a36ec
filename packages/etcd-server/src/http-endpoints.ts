import type { IncomingMessage, ServerResponse } from "node:http";
import { type JsonDialect, type JsonGateway, RpcError, sendError } from "@leaderlab/rpc";
import { clusterVersion, storageVersion, version } from "./version.ts";

/** How etcd 3.6's gateway speaks JSON. */
export const etcdDialect: JsonDialect = {
  unary: { emitUnset: false, separator: "," },
  stream: { emitUnset: false, separator: "," },
  ignoreUnknown: true,
  errorSpace: " ",
  errorDetails: false,
  maxBodyBytes: 128 * 1024 * 1024,
  metadataKey: (header) => (header === "authorization" ? "authorization" : undefined),
};

const crossOrigin = {
  "Access-Control-Allow-Headers": "accept, content-type, authorization",
  "Access-Control-Allow-Methods": "POST, GET, OPTIONS, PUT, DELETE",
  "Access-Control-Allow-Origin": "*",
} as const;
const plainText = { "Content-Type": "text/plain; charset=utf-8" } as const;
const plainTextNoSniff = { ...plainText, "X-Content-Type-Options": "nosniff" } as const;

/** Answers what etcd answers over HTTP on its client port: health, version, and the gateway under /v3, if there is one. */
export function createHttpEndpoints(gateway: JsonGateway | undefined) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    response.removeHeader("Connection");
    for (const [name, value] of Object.entries(crossOrigin)) response.setHeader(name, value);
    const path = (request.url ?? "/").replace(/\?.*$/s, "");
    if (request.method === "OPTIONS") send(response, 200, {}, "");
    else if (path === "/health") answerHealth(request, response);
    else if (path === "/version") answerVersion(request, response);
    else if (path === "/livez" || path === "/readyz") send(response, 200, plainTextNoSniff, "ok\n");
    else if (gateway === undefined || !/^\/v3(beta)?\//.test(path))
      send(response, 404, plainTextNoSniff, "404 page not found\n");
    else answerGateway(gateway, request, response);
  };
}

function answerHealth(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === "GET") send(response, 200, plainText, '{"health":"true","reason":""}');
  else send(response, 405, { ...plainTextNoSniff, Allow: "GET" }, "Method Not Allowed\n");
}

function answerVersion(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    send(response, 405, { ...plainTextNoSniff, Allow: "GET" }, "Method Not Allowed\n");
    return;
  }
  const versions = { etcdserver: version, etcdcluster: clusterVersion, storage: storageVersion };
  send(response, 200, { "Content-Type": "application/json" }, JSON.stringify(versions));
}

/** /v3beta is an alias of /v3, kept by etcd for old clients. */
function answerGateway(
  gateway: JsonGateway,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.url = (request.url ?? "").replace(/^\/v3beta\//, "/v3/");
  if (!gateway(request, response))
    sendError(response, new RpcError("NOT_FOUND", "Not Found"), etcdDialect);
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): void {
  response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
