import type { RequestHandler } from "express";

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Lets a browser in only for a page of ours: another site must neither press our buttons (it sends its own Origin) nor
 * pass for us by a name of its own that leads here (it sends that name as Host). Who listens on another address has
 * asked for callers from elsewhere; then the Host is not looked at.
 */
export function refuseForeignSites(host: string): RequestHandler {
  const isLoopback = host === "::1" || loopbackNames.has(host);
  return (request, response, next) => {
    const name = (request.headers.host ?? "").replace(/:\d+$/, "");
    const { origin } = request.headers;
    const isForeign =
      (isLoopback && !loopbackNames.has(name)) ||
      (origin !== undefined && origin !== `http://${request.headers.host}`);
    if (isForeign)
      response.status(403).json({ error: "this page takes no calls from other sites" });
    else next();
  };
}
