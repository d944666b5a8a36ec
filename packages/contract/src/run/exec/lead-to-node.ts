import type { HeldNode, HeldPorts } from "../../lab/index.ts";

/** How a command is led to the node that it is to ask. */
export interface Leading {
  readonly node: Pick<HeldNode, "lndDir">;
  /** Of the node. */
  readonly ports: HeldPorts;
  /** The ports that the command's author knows. */
  readonly known: HeldPorts;
}

const loopback = "127.0.0.1";
/** A host as a command names it: a name or an address, a variable, a command whose output it is. */
const host = String.raw`(?:[A-Za-z0-9_][A-Za-z0-9_.-]*|\$\{?\w+\}?|\$\([^()]*\)|\[[0-9A-Fa-f:]+\])`;
/** Folders in which images and charts keep lnd's. */
const folders = [
  String.raw`(?:/root|/home/[\w.-]+|/data|/var/lib|/opt|/mnt|\$\{?HOME\}?|~)/\.?lnd`,
  String.raw`/\.lnd`,
  "/lnd",
].join("|");
/** A file of lnd's with its path, wherever an image has it. */
const ownFile = String.raw`~?(?:/[\w.-]+)+/(tls\.cert|\w+\.macaroon)`;

/**
 * The text of a command with what names its author's lnd led to the node: hosts in front of a known port, known ports,
 * lnd's folder and the files in it. Words are taken whole: `18080` stays. What the shell makes of variables cannot be
 * seen: a host and a port that both stand in variables are not found.
 */
export function leadToNode(text: string, { node, ports, known }: Leading): string {
  const { lndDir } = node;
  const port = (found: string) => String(Number(found) === known.rest ? ports.rest : ports.rpc);
  const any = `(${known.rest}|${known.rpc})`;
  return text
    .replace(/(?<![\w./-])(?:\/[\w.-]+)+\/lncli(?![\w./-])/g, "lncli")
    .replace(
      new RegExp(`(?<![\\w./}~-])${ownFile}(?![\\w.-])`, "g"),
      (_path, file: string) =>
        `${lndDir}/${file.endsWith(".macaroon") ? `data/chain/bitcoin/regtest/${lastOf(file)}` : file}`,
    )
    .replace(new RegExp(`(?<![\\w./-])(?:${folders})(?![\\w.-])`, "g"), lndDir)
    .replace(
      new RegExp(`/dev/tcp/[^/\\s]+/${any}(?!\\w)`, "g"),
      (_place, found: string) => `/dev/tcp/${loopback}/${port(found)}`,
    )
    .replace(
      new RegExp(`(?<![\\w.$-])${host}:${any}(?!\\w|\\.\\d)`, "g"),
      (_place, found: string) => `${loopback}:${port(found)}`,
    )
    .replace(
      new RegExp(
        `(?<![\\w./-])((?:nc|ncat|netcat|telnet)(?:\\s+-\\S+(?:\\s+\\d+)?)*\\s+)["']?${host}["']?\\s+${any}(?!\\w)`,
        "g",
      ),
      (_call, start: string, found: string) => `${start}${loopback} ${port(found)}`,
    )
    .replace(new RegExp(`(?<![\\w.$])${any}(?!\\w|\\.\\d)`, "g"), (_whole, found: string) =>
      port(found),
    );
}

const lastOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
