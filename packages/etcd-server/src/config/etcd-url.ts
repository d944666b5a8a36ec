import { isIP } from "node:net";
import { GoValueError, parseGoUrl, splitGoHostPort } from "@leaderlab/golang";
import { configTexts } from "./config-texts.ts";

/** A URL that etcd listens at or tells others of. */
export interface EtcdUrl {
  readonly scheme: "http" | "https" | "unix" | "unixs";
  /** `host:port`; for a unix socket what stands before the first slash of its path. */
  readonly host: string;
  readonly path: string;
  /** The URL as Go writes it. */
  readonly text: string;
}

/** One URL. Throws GoValueError in etcd's words. Mirrors: etcd client/pkg/types NewURLs. */
export function parseEtcdUrl(given: string): EtcdUrl {
  const trimmed = given.trim();
  const { scheme, host, path, text } = parseGoUrl(trimmed);
  if (scheme === "unix" || scheme === "unixs") return { scheme, host, path, text };
  if (scheme !== "http" && scheme !== "https") {
    throw new GoValueError(configTexts.urlScheme(trimmed));
  }
  if (!isHostPort(host)) throw new GoValueError(configTexts.urlAddress(trimmed));
  if (path !== "") throw new GoValueError(configTexts.urlPath(trimmed));
  return { scheme, host, path, text };
}

/** URLs separated by commas, sorted as etcd sorts them. Throws GoValueError. */
export function parseEtcdUrls(text: string): readonly EtcdUrl[] {
  const urls = text.split(",").map(parseEtcdUrl);
  return urls.sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0));
}

function isHostPort(host: string): boolean {
  try {
    splitGoHostPort(host);
    return true;
  } catch {
    return false;
  }
}

/** Whether a URL speaks TLS. */
export const isSecureUrl = ({ scheme }: EtcdUrl): boolean =>
  scheme === "https" || scheme === "unixs";

/** Whether a URL is a unix socket. */
export const isUnixUrl = ({ scheme }: EtcdUrl): boolean => scheme === "unix" || scheme === "unixs";

/** What is listened at: `127.0.0.1:2379` or the path of a socket. Mirrors: etcd embed resolveURL. */
export const addressOf = (url: EtcdUrl): string =>
  isUnixUrl(url) ? url.host + url.path : url.host;

/** Refuses URLs that nothing can listen at. Throws GoValueError. Mirrors: etcd embed checkBindURLs. */
export function checkBindUrls(urls: readonly EtcdUrl[]): void {
  for (const url of urls) {
    if (isUnixUrl(url)) continue;
    const { host } = splitGoHostPort(url.host);
    if (host === "localhost" || isIP(host) !== 0) continue;
    throw new GoValueError(configTexts.notAnIp(url.text));
  }
}

/** Refuses URLs that nobody can dial. Throws GoValueError. Mirrors: etcd embed checkHostURLs. */
export function checkHostUrls(urls: readonly EtcdUrl[]): void {
  for (const url of urls) {
    const { host } = splitGoHostPort(url.host);
    if (host === "") throw new GoValueError(configTexts.emptyHost(url.text));
  }
}
