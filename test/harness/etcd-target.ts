import { join } from "node:path";
import { createRealClock } from "@leaderlab/clock/real";
import { createEtcd3Client, type Etcd3Client } from "@leaderlab/election/etcd3";
import { channelOptionsFor } from "@leaderlab/rpc/client";
import { type ProcessOptions, TestProcess } from "./child-process.ts";
import { freePort } from "./free-port.ts";
import { leaderlab } from "./leaderlab.ts";

/**
 * Which etcd the tests run against: ours, or the program that this variable names (`LEADERLAB_TEST_ETCD=etcd`). The same
 * tests must pass on both.
 */
export const realEtcd = process.env["LEADERLAB_TEST_ETCD"];

/** `ours`, or the name of the real one: for test names. */
export const targetName = realEtcd === undefined ? "ours" : realEtcd;

/** An etcd for a test. */
export interface EtcdTarget extends AsyncDisposable {
  readonly process: TestProcess;
  /** `127.0.0.1:PORT` */
  readonly address: string;
  readonly client: Etcd3Client;
}

/** Starts etcd with lnd's limits in `folder`, as the guide tells; `isTls` adds `--auto-tls`. */
export async function startEtcdTarget(
  folder: string,
  options: {
    readonly isTls?: boolean;
    readonly port?: number;
    readonly signal?: AbortSignal;
  } = {},
): Promise<EtcdTarget> {
  const { isTls = false, port = await freePort(), signal } = options;
  const scheme = isTls ? "https" : "http";
  const args = [
    ...(isTls ? ["--auto-tls"] : []),
    `--advertise-client-urls=${scheme}://127.0.0.1:${port}`,
    `--listen-client-urls=${scheme}://0.0.0.0:${port}`,
    "--max-txn-ops=16384",
    "--max-request-bytes=104857600",
  ];
  const target = await startEtcdProcess(args, { cwd: folder, ...(signal && { signal }) });
  const client = createEtcd3Client({
    endpoints: [`127.0.0.1:${port}`],
    clock: createRealClock(),
    channelOptions: channelOptionsFor(isTls ? { insecureSkipVerify: true } : undefined),
  });
  return {
    process: target,
    address: `127.0.0.1:${port}`,
    client,
    [Symbol.asyncDispose]: async () => {
      client.close();
      await target[Symbol.asyncDispose]();
    },
  };
}

/**
 * Starts etcd with these flags and waits until it serves. A real one gets a peer port of its own. `program` chooses
 * another one than the target.
 */
export async function startEtcdProcess(
  args: readonly string[],
  options: ProcessOptions,
  program = targetName,
): Promise<TestProcess> {
  const target =
    program === "ours" ? leaderlab(["etcd", ...args], options) : await real(program, args, options);
  await target.line(/ready to serve client requests/);
  return target;
}

async function real(
  program: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<TestProcess> {
  const peerUrl = `http://127.0.0.1:${await freePort()}`;
  const peer = [
    `--listen-peer-urls=${peerUrl}`,
    `--initial-advertise-peer-urls=${peerUrl}`,
    `--initial-cluster=default=${peerUrl}`,
  ];
  return new TestProcess([program, ...args, ...peer], options);
}

/** Where `--auto-tls` puts the client's files, relative to the folder that etcd runs in. */
export const autoTlsFiles = {
  cert: join("default.etcd", "fixtures", "client", "cert.pem"),
  key: join("default.etcd", "fixtures", "client", "key.pem"),
} as const;
