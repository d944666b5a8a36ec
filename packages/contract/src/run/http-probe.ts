import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { ProbeAction } from "../probe.ts";
import type { NetworkOutcome } from "./network-run.ts";

type HttpAction = Extract<ProbeAction, { kind: "http" }>;

/** The kubelet's. */
const mostRedirects = 10;
const maxBodyBytes = 10 * 1024;
const ownHeaders = { "user-agent": "kube-probe/1.36", accept: "*/*", connection: "close" };

/**
 * A GET as the kubelet makes it: certificates are not looked at, 200 to 399 is success, a redirect on the same host is
 * followed and one to another host taken for success. Mirrors: Kubernetes pkg/probe/http.
 */
export async function askHttp(
  { scheme, path, headers }: HttpAction,
  port: number,
  signal: AbortSignal,
): Promise<NetworkOutcome> {
  let url = new URL(`${scheme}://127.0.0.1:${port}`);
  const [, pathname = "", query = ""] = /^([^?]*)(\?.*)?$/s.exec(path) ?? [];
  url.pathname = pathname;
  url.search = query;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const reply = await get(url, headers, signal);
    const status = reply.statusCode ?? 0;
    const next = isRedirect(status) ? reply.headers.location : undefined;
    if (next === undefined)
      return { isSuccess: status >= 200 && status < 400, detail: await textOf(reply) };
    reply.destroy();
    const target = new URL(next, url);
    if (target.hostname !== url.hostname) {
      return {
        isSuccess: true,
        detail: `HTTP ${status}, redirected to ${target.hostname}, not followed`,
      };
    }
    url = target;
  }
  return { isSuccess: false, detail: `stopped after ${mostRedirects} redirects` };
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

function get(
  url: URL,
  headers: HttpAction["headers"],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const given = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
    const options = { headers: { ...ownHeaders, ...given }, signal, agent: false } as const;
    const outgoing =
      url.protocol === "https:"
        ? requestHttps(url, { ...options, rejectUnauthorized: false }, resolve)
        : requestHttp(url, options, resolve);
    outgoing.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    outgoing.end();
  });
}

/** `HTTP 200 {"state":"LOCKED"}`; a body without end is cut. */
async function textOf(reply: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of reply as AsyncIterable<Buffer>) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= maxBodyBytes) break;
  }
  return `HTTP ${reply.statusCode} ${Buffer.concat(pieces).toString("utf8")}`.trim();
}
