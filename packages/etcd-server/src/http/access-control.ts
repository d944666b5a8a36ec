import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { goQuote } from "@leaderlab/golang";
import { clientOf } from "@leaderlab/rpc";

/** Who may ask over HTTP. */
export interface AccessRules {
  /** Origins whose pages may read answers; empty, or with `*`: all. */
  readonly cors: readonly string[];
  /** Names by which the server may be called when there is no TLS; empty, or with `*`: all. */
  readonly hostWhitelist: readonly string[];
}

/** etcd's defaults. */
export const openToAll: AccessRules = { cors: ["*"], hostWhitelist: ["*"] };

/**
 * Why a request by this `Host` is refused, or undefined. A page that has its own name resolved to this machine comes by
 * that name.
 *
 * Mirrors: etcd embed accessController, for CVE-2018-5702.
 */
export function hostRefusal(request: IncomingMessage, rules: AccessRules): string | undefined {
  const { hostWhitelist } = rules;
  const isSecure = "encrypted" in request.socket;
  if (isSecure || hostWhitelist.length === 0 || hostWhitelist.includes("*")) return undefined;
  const { host = "" } = request.headers;
  const name = /^(?:\[([^\]]*)\]|([^:]*)):\d*$/.exec(host);
  const bare = name?.[1] ?? name?.[2] ?? host;
  if (hostWhitelist.includes(bare)) return undefined;
  return `
etcd received your request, but the Host header was unrecognized.

To fix this, choose one of the following options:
- Enable TLS, then any HTTPS request will be allowed.
- Add the hostname you want to use to the whitelist in settings.
  - e.g. etcd --host-whitelist ${goQuote(bare)}

This requirement has been added to help prevent "DNS Rebinding" attacks (CVE-2018-5702).
`;
}

/**
 * Why a request to the gateway is refused whose client shows a certificate with a name: where such names are those of
 * users, he would expect to be that user, and over the gateway nobody is.
 *
 * Mirrors: etcd embed accessController.
 */
export function nameRefusal({ socket }: IncomingMessage): string | undefined {
  return clientOf(socket).commonName ? nameIgnored : undefined;
}

const nameIgnored =
  "CommonName of client sending a request against gateway will be ignored and not used as expected";

/** Says to browsers which pages may read the answer. */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  rules: AccessRules,
): void {
  for (const [name, value] of Object.entries(originHeaders(request.headers, rules))) {
    response.setHeader(name, value);
  }
}

/** What an answer says to browsers of pages elsewhere; nothing, to a page that may not read it. */
export function originHeaders(
  { origin = "" }: IncomingHttpHeaders,
  { cors }: AccessRules,
): Readonly<Record<string, string>> {
  const isOpen = cors.length === 0 || cors.includes("*");
  if (!isOpen && !cors.includes(origin)) return {};
  return {
    "Access-Control-Allow-Methods": "POST, GET, OPTIONS, PUT, DELETE",
    "Access-Control-Allow-Origin": isOpen ? "*" : origin,
    "Access-Control-Allow-Headers": "accept, content-type, authorization",
  };
}
