import type { RequestListener } from "node:http";

/**
 * Lets browsers of these origins (`*`: of any) read what `handle` answers, and answers their OPTIONS. Without any
 * origin, or for a request that names none, `handle` answers alone. Mirrors: lnd rpcserver.go allowCORS.
 */
export function allowOrigins(handle: RequestListener, origins: readonly string[]): RequestListener {
  if (origins.length === 0) return handle;
  return (request, response) => {
    const { origin = "" } = request.headers;
    if (origin === "") {
      handle(request, response);
      return;
    }
    response.setHeader(
      "Access-Control-Allow-Headers",
      "Content-Type, Accept, Grpc-Metadata-Macaroon",
    );
    response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
    if (origins.includes("*") || origins.includes(origin)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
    }
    if (request.method !== "OPTIONS") {
      handle(request, response);
      return;
    }
    response.removeHeader("Connection");
    response.writeHead(200, { "Content-Length": 0 });
    response.end();
  };
}
