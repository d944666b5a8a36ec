import { posix } from "node:path";
import { type Exchange, send } from "./exchange.ts";

/** The path of a request target, decoded, and its query; an absolute target (`http://host/path`) counts by its path. */
export function requestPath(target: string): { path: string; query: URLSearchParams } {
  const [, path = "", query = ""] =
    /^(?:https?:\/\/[^/?]*)?([^?]*)(?:\?(.*))?$/s.exec(target) ?? [];
  return { path: decoded(path), query: new URLSearchParams(query) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The path without dots and double slashes. Mirrors: net/http cleanPath. */
export function cleanPath(path: string): string {
  return posix.normalize(path.startsWith("/") ? path : `/${path}`);
}

/** Sends the client to a path of this server. Mirrors: net/http Redirect. */
export function redirect(exchange: Exchange, path: string): void {
  const { method = "GET", url = "" } = exchange.request;
  const query = /\?.*$/s.exec(url)?.[0] ?? "";
  const location = `${encodeURI(path)}${query}`;
  const hasBody = method === "GET" || method === "HEAD";
  const escaped = location.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const link = `<a href="${escaped}">Temporary Redirect</a>.\n\n`;
  const type = hasBody ? { "Content-Type": "text/html; charset=utf-8" } : undefined;
  send(exchange, 307, { ...type, Location: location }, hasBody ? link : "");
}
