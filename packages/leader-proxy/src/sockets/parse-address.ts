/** Where a TCP port is. */
export interface SocketAddress {
  readonly host: string;
  readonly port: number;
}

/** Reads `HOST:PORT`, `[::1]:PORT` with brackets; undefined for what is none. */
export function parseAddress(text: string): SocketAddress | undefined {
  const [, host, digits] =
    /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (host === undefined || port > 65_535) return undefined;
  return { host: host.replace(/^\[|\]$/g, ""), port };
}

/** As `parseAddress`; throws a TypeError for what is none. */
export function requireAddress(text: string): SocketAddress {
  const address = parseAddress(text);
  if (address === undefined) throw new TypeError(`"${text}" is no HOST:PORT`);
  return address;
}
