import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { HeldNode, HeldPorts } from "../../lab/index.ts";

/** lncli's global flags without a value. */
const switches = new Set(["no-macaroons", "insecure", "help", "h", "version", "v"]);
/** Global flags that say where the author's node is; it is the held one here. */
const places = new Set(["rpcserver", "lnddir", "tlscertpath", "macaroonpath"]);

/** The node that lncli is to ask. */
export interface AskedNode {
  readonly node: Pick<HeldNode, "lndDir" | "macaroonPath">;
  readonly ports: HeldPorts;
}

/**
 * What stands behind `lncli` in a probe, asked of the held node: where the author's node is falls away, and so does
 * every file of it; other flags, the network, the verb and what belongs to it stay.
 */
export function lncliArgv(argv: readonly string[], { node, ports }: AskedNode): readonly string[] {
  const own = [`--rpcserver=127.0.0.1:${ports.rpc}`, `--lnddir=${node.lndDir}`];
  const kept: string[] = [];
  let at = 0;
  for (; at < argv.length; at++) {
    const [, name, equals, value] = /^--?([\w-]+)(=?)(.*)$/s.exec(argv[at] ?? "") ?? [];
    if (name === undefined) break;
    const isSplit = equals === "" && !switches.has(name);
    const given = isSplit ? (argv[at + 1] ?? "") : (value ?? "");
    if (!places.has(name)) kept.push(...argv.slice(at, at + (isSplit ? 2 : 1)));
    else if (name === "macaroonpath") kept.push(`--macaroonpath=${macaroonOf(given, node)}`);
    if (isSplit) at += 1;
  }
  return [...own, ...kept, ...argv.slice(at)];
}

/** The node's macaroon of the same name; the admin's, where it has none. */
function macaroonOf(path: string, { macaroonPath }: AskedNode["node"]): string {
  const named = join(dirname(macaroonPath), basename(path));
  return existsSync(named) ? named : macaroonPath;
}
