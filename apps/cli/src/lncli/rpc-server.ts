import { goTexts } from "@leaderlab/golang";

/** Where a node's gRPC server is. */
export type RpcServer =
  | {
      readonly kind: "tcp";
      readonly host: string;
      readonly port: number;
      /** As Go writes it in an error: `127.0.0.1:10009`, `[::1]:10009`, `:10009`. */
      readonly shown: string;
    }
  | { readonly kind: "unix"; readonly path: string }
  /** An address that nothing can be dialled at; the reason is Go's. */
  | { readonly kind: "none"; readonly reason: string };

const defaultPort = "10009";
const maxPort = 65_535;

/**
 * Reads `--rpcserver`: `host:port`, a host or a port alone, `tcp:host:port`, `unix:/path` or `unix:///path`. Mirrors:
 * lncfg.ParseAddressString and verifyPort. Deviates: a port's name (`http`) is not looked up.
 */
export function parseRpcServer(text: string): RpcServer {
  const [, network = "", rest = ""] =
    (text.includes("://") ? /^(.*?):\/\/(.*)$/ : /^(.*?):(.*)$/).exec(text) ?? [];
  if (/^unix(packet)?$/.test(network)) return { kind: "unix", path: rest };
  if (/^(ip[46]?|udp[46]?|unixgram)$/.test(network)) {
    return { kind: "none", reason: `only TCP or unix socket addresses are supported: ${rest}` };
  }
  const isTcp = /^tcp[46]?$/.test(network);
  const [host, port] = hostAndPort(isTcp ? rest : text);
  if (!/^\d+$/.test(port)) return { kind: "none", reason: goTexts.unknownPort(port) };
  if (Number(port) > maxPort) {
    return { kind: "none", reason: goTexts.address(port, goTexts.invalidPort) };
  }
  const shown = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  return { kind: "tcp", host: host === "" ? "localhost" : host, port: Number(port), shown };
}

function hostAndPort(text: string): readonly [host: string, port: string] {
  const [, bracketed, plain, port] = /^(?:\[([^[\]]*)\]|([^[\]:]*)):([^:]*)$/.exec(text) ?? [];
  if (port !== undefined) {
    const host = bracketed ?? plain ?? "";
    return host === "" && port === "" ? ["", defaultPort] : [host, port];
  }
  if (/^[+-]?\d+$/.test(text)) return ["localhost", text];
  return [text.replace(/^\[(.*)\]$/, "$1"), defaultPort];
}
