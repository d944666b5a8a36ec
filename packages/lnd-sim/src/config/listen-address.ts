import { goTexts } from "@leaderlab/golang";
import { configTexts } from "../errors/config-texts.ts";
import { isLoopback, isPrivate, isV4, parseIp } from "./ip-address.ts";

/** A TCP address to listen on. */
export interface TcpAddress {
  /** An IP address, a host name, or empty for every interface. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /**
   * lnd listens on one family only: `0.0.0.0:1` takes no IPv6, and `:1` and `[::]:1` take no IPv4. A host name's
   * family is known once it is looked up.
   */
  readonly family: 4 | 6 | undefined;
}

/** A unix socket to listen on. */
export interface UnixAddress {
  readonly socketPath: string;
}

/** Where a server listens. */
export type ListenAddress = TcpAddress | UnixAddress;

/** An address that lnd refuses; the message is lnd's. */
export class AddressError extends Error {
  override readonly name = "AddressError";
}

/**
 * The addresses that texts write, in their order, each once. Throws AddressError for the first one that lnd refuses.
 * Mirrors: lnd lncfg.NormalizeAddresses.
 */
export function normalizeAddresses(
  texts: readonly string[],
  defaultPort: number,
): readonly ListenAddress[] {
  const addresses = new Map<string, ListenAddress>();
  for (const text of texts) {
    const address = parseNamed(text, defaultPort);
    const label = formatAddress(address);
    if (!addresses.has(label)) addresses.set(label, address);
  }
  return [...addresses.values()];
}

function parseNamed(text: string, defaultPort: number): ListenAddress {
  try {
    return parseListenAddress(text, defaultPort);
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    throw new AddressError(configTexts.parsingAddress(text, error.message));
  }
}

/** An address as Go prints it: `127.0.0.1:10009`, `[::1]:10009`, `:10009`, `/run/lnd.sock`. */
export function formatAddress(address: ListenAddress): string {
  if ("socketPath" in address) return address.socketPath;
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return `${host}:${address.port}`;
}

const otherNetworks = ["ip", "ip4", "ip6", "udp", "udp4", "udp6", "unixgram"];

/**
 * The address that a text writes: `network://address:port`, `network:address:port`, `address:port`, `address`, or a
 * port alone, which is one of localhost. Throws AddressError. Mirrors: lnd lncfg.ParseAddressString.
 *
 * Deviates: a host name other than localhost is looked up by whoever listens, not here; a port must be a number; and
 * a unixpacket socket is a unix socket.
 */
export function parseListenAddress(text: string, defaultPort: number): ListenAddress {
  const [, network = "", rest = ""] = /^([^:]*):(?:\/\/)?(.*)$/s.exec(text) ?? [];
  if (network === "unix" || network === "unixpacket") return { socketPath: rest };
  if (otherNetworks.includes(network)) throw new AddressError(configTexts.onlyTcpOrUnix(rest));
  const isTcp = network === "tcp" || network === "tcp4" || network === "tcp6";
  const address = parseTcp(isTcp ? rest : text, defaultPort);
  const isOtherFamily = network === "tcp4" ? address.family === 6 : address.family === 4;
  if (address.host !== "" && network !== "tcp" && isTcp && isOtherFamily) {
    throw new AddressError(goTexts.address(hostOf(rest), goTexts.noSuitableAddress));
  }
  return address;
}

function hostOf(text: string): string {
  return splitHostPort(text)?.host ?? text;
}

function parseTcp(text: string, defaultPort: number): TcpAddress {
  const { host, port } = withPort(text, defaultPort);
  const portNumber = parsePort(port);
  if (host === "localhost") return { host: "127.0.0.1", port: portNumber, family: 4 };
  if (host === "") return { host, port: portNumber, family: 6 };
  const ip = parseIp(host);
  if (ip === undefined && (/^[0-9.]+$/.test(host) || host.includes(":"))) {
    throw new AddressError(goTexts.lookup(host, goTexts.noSuchHost));
  }
  const family = ip === undefined ? undefined : isV4(ip) ? 4 : 6;
  return { host, port: portNumber, family };
}

/** Mirrors: lnd lncfg.verifyPort. */
function withPort(text: string, defaultPort: number): { host: string; port: string } {
  const split = splitHostPort(text);
  if (split !== undefined) {
    return split.host === "" && split.port === "" ? { host: "", port: `${defaultPort}` } : split;
  }
  if (/^[+-]?[0-9]+$/.test(text)) return { host: "localhost", port: text };
  if (!text.startsWith("[")) return { host: text, port: `${defaultPort}` };
  const bracketed = splitHostPort(`${text}:${defaultPort}`);
  if (bracketed !== undefined) return bracketed;
  throw new AddressError(goTexts.address(`${text}:${defaultPort}`, goTexts.missingBracket));
}

/** The two parts of `host:port` and `[host]:port`, or undefined for any other text. Mirrors: Go net.SplitHostPort. */
function splitHostPort(text: string): { host: string; port: string } | undefined {
  const [, bracketed, plain, port] = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:[\]]*)$/s.exec(text) ?? [];
  if (port === undefined) return undefined;
  return { host: bracketed ?? plain ?? "", port };
}

function parsePort(text: string): number {
  if (text === "") return 0;
  if (!/^[+-]?[0-9]+$/.test(text)) throw new AddressError(goTexts.unknownPort(text));
  const port = Number(text);
  if (port < 0 || port > 65535) throw new AddressError(goTexts.address(text, goTexts.invalidPort));
  return port;
}

/**
 * Whether the public network may reach an address, so that lnd insists on macaroons and TLS. A host name that is not
 * looked up yet counts as public. Mirrors: lnd lncfg.EnforceSafeAuthentication.
 */
export function isPublic(address: ListenAddress): boolean {
  if ("socketPath" in address || address.host.includes("localhost")) return false;
  const ip = parseIp(address.host);
  return ip === undefined || !(isLoopback(ip) || isPrivate(ip));
}
