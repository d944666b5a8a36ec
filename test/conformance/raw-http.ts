import { request as httpRequest } from "node:http";
import type { Plain, PlainValue } from "./plain-message.ts";

/** A request as it goes over the wire. */
export interface RawRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** So many lines of the reply are wanted; left out: all of it. */
  readonly lines?: number | undefined;
  readonly signal: AbortSignal;
}

/** A reply as it came over the wire. */
export interface RawReply {
  readonly status: number;
  /** By name in small letters; without those of the connection and the moment. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Headers of the connection and the moment; the length, because white space in JSON differs from build to build. */
const ownHeaders = new Set([
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
]);

/** Asks over HTTP/1.1, on a connection of its own. */
export function askRaw(options: RawRequest): Promise<RawReply> {
  const { url, method, headers, body, lines, signal } = options;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method, headers, signal, agent: false });
    outgoing.on("error", reject);
    outgoing.on("response", (response) => {
      let text = "";
      const done = () => {
        resolve({ status: response.statusCode ?? 0, headers: flat(response.headers), body: text });
      };
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        if (lines === undefined || text.split("\n").length <= lines) return;
        done();
        outgoing.destroy();
      });
      response.on("end", done).on("error", reject);
    });
    outgoing.end(body);
  });
}

function flat(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !ownHeaders.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]).toSorted());
}

/** A case's body as text: an object as JSON, a list as one JSON value a line. */
export function bodyText(body: string | Plain | readonly Plain[] | undefined): string {
  if (body === undefined) return "";
  if (typeof body === "string") return body;
  return (Array.isArray(body) ? body : [body]).map((item) => JSON.stringify(item)).join("\n");
}

/** The JSON values of so many lines; throws for a line that is none. */
export function jsonLines(text: string, count: number): PlainValue[] {
  return text
    .split("\n")
    .slice(0, count)
    .map((line) => JSON.parse(line));
}
