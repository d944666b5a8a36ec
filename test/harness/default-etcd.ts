import { execFileSync } from "node:child_process";
import { createRpcClient, type RpcClient } from "@leaderlab/rpc/client";
import { startEtcdProcess, targetName } from "./etcd-target.ts";
import { freePort } from "./free-port.ts";

/** An etcd as it is when nobody changes its limits: plain text, 128 operations, 1.5 MiB. */
export interface DefaultEtcd extends AsyncDisposable {
  readonly rpc: RpcClient;
  /** `127.0.0.1:PORT` */
  readonly address: string;
  /** `http://127.0.0.1:PORT` */
  readonly baseUrl: string;
}

export interface DefaultEtcdOptions {
  /** `ours`, or the name of a real one; left out: the target of the tests. */
  readonly program?: string;
  /** Beside those of its URLs. */
  readonly flags?: readonly string[];
  /** Kills it. */
  readonly signal?: AbortSignal;
}

/** Starts one in `folder` and waits until it serves. */
export async function startDefaultEtcd(
  folder: string,
  { program = targetName, flags = [], signal }: DefaultEtcdOptions = {},
): Promise<DefaultEtcd> {
  const address = `127.0.0.1:${await freePort()}`;
  const baseUrl = `http://${address}`;
  const urls = [`--listen-client-urls=${baseUrl}`, `--advertise-client-urls=${baseUrl}`];
  const options = { cwd: folder, ...(signal && { signal }) };
  const target = await startEtcdProcess([...urls, ...flags], options, program);
  const rpc = createRpcClient(address);
  return {
    rpc,
    address,
    baseUrl,
    [Symbol.asyncDispose]: async () => {
      rpc.close();
      await target[Symbol.asyncDispose]();
    },
  };
}

/** The version of an etcd without its patch level; ours is 3.6 in all that it does. */
export function etcdVersion(program: string = targetName): `${number}.${number}` {
  if (program === "ours") return "3.6";
  const text = execFileSync(program, ["--version"], { encoding: "utf8" });
  const [, major, minor] = /^etcd Version: (\d+)\.(\d+)/.exec(text) ?? [];
  if (major === undefined) throw new Error(`${program} --version says ${text}`);
  return `${Number(major)}.${Number(minor)}`;
}
