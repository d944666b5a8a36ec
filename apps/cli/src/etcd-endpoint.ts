import { UsageError } from "./usage-error.ts";

const maxPort = 65_535;

/** `host:port` of a URL, and whether it is https. Throws UsageError. */
export function endpointOf(url: string): { address: string; isTls: boolean } {
  const [, scheme = "http", host, port] =
    /^(?:(https?):\/\/)?(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):(\d{1,5})\/?$/.exec(url.trim()) ?? [];
  if (host === undefined || Number(port) > maxPort) {
    throw new UsageError(`--etcd takes a URL such as http://127.0.0.1:2379, not "${url}"`);
  }
  return { address: `${host}:${port}`, isTls: scheme === "https" };
}

/** The name and the password in NAME:PASSWORD. Throws UsageError. */
export function userOf(text: string | undefined): { name: string; password: string } | undefined {
  if (text === undefined) return undefined;
  const colon = text.indexOf(":");
  if (colon < 1) throw new UsageError("--etcd-user takes NAME:PASSWORD");
  return { name: text.slice(0, colon), password: text.slice(colon + 1) };
}
