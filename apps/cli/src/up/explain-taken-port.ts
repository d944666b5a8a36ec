import { ListenError } from "@leaderlab/lnd-sim";
import type { UpOptions } from "./up-options.ts";

/** What to do about a port that could not be had; undefined for an error of another kind. */
export function explainTakenPort(error: unknown, options: UpOptions): string | undefined {
  if (error instanceof ListenError) {
    const flag = error.place.flag === "restlisten" ? "--rest-port" : "--rpc-port";
    return taken(error.place.address.split(":").at(-1) ?? "", flag);
  }
  const { code, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === undefined || port === undefined) return undefined;
  const isOfProxy = Object.values(options.proxy ?? {}).includes(port);
  const flag = port === options.webPort ? "--port" : isOfProxy ? "--proxy-ports" : "--etcd-port";
  if (code === "EADDRINUSE") return taken(String(port), flag);
  return `port ${port} cannot be listened on (${code}); choose another one with ${flag}`;
}

function taken(port: string, flag: string): string {
  return `port ${port} is in use; choose another one with ${flag} (0 takes a free one)`;
}
