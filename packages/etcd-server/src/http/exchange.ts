import type { IncomingMessage, ServerResponse } from "node:http";

/** One HTTP request on its way to an answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Decoded and without its query. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Answers an exchange, now or later. */
export type HttpHandler = (exchange: Exchange) => void;

type Headers = Readonly<Record<string, string>>;

/** The type of a text. */
export const plainText: Headers = { "Content-Type": "text/plain; charset=utf-8" };
/** The same, for browsers that would guess. */
export const plainTextNoSniff: Headers = { ...plainText, "X-Content-Type-Options": "nosniff" };

/** Answers with a body; of a HEAD only its length is told. */
export function send(
  { request, response }: Pick<Exchange, "request" | "response">,
  status: number,
  headers: Headers,
  body: string | Buffer,
): void {
  response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Answers with a line of text. Mirrors: net/http Error. */
export function sendError(exchange: Exchange, status: number, text: string, more?: Headers): void {
  send(exchange, status, { ...plainTextNoSniff, ...more }, `${text}\n`);
}

/** Mirrors: net/http NotFound. */
export function sendNotFound(exchange: Exchange): void {
  sendError(exchange, 404, "404 page not found");
}

/** A handler for GET alone; a HEAD is refused, too. */
export function onGet(handler: HttpHandler): HttpHandler {
  return (exchange) => {
    if (exchange.request.method === "GET") handler(exchange);
    else sendError(exchange, 405, "Method Not Allowed", { Allow: "GET" });
  };
}
