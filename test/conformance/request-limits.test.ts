import assert from "node:assert/strict";
import { connect } from "node:http2";
import { test } from "node:test";
import * as etcd from "@leaderlab/proto/etcd";
import { createRpcClient, type RpcClient } from "@leaderlab/rpc/client";
import { TestProcess } from "../harness/child-process.ts";
import { etcdVersion } from "../harness/default-etcd.ts";
import { freePort } from "../harness/free-port.ts";
import { leaderlab } from "../harness/leaderlab.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const { Put, Txn, DeleteRange, Range } = etcd.kv.methods;
const limit = 5_000;
const key = Buffer.from("key");

/** One of the two etcds, with the limits of the test. */
interface Limited {
  readonly rpc: RpcClient;
  readonly url: string;
}

/** What is compared: the same questions to both. */
interface Facts {
  readonly largestPut: number;
  readonly largestTxn: number;
  readonly largestDelete: number;
  readonly refusals: readonly string[];
  readonly gateway: readonly [status: number, text: string];
  readonly maxConcurrentStreams: number | undefined;
  readonly txnOps: readonly string[];
}

const said = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "OK",
    (error) => `${error.code} ${error.message}`,
  );

/** The largest size for which a call goes through. */
async function largest(call: (bytes: Buffer) => Promise<unknown>): Promise<number> {
  let [fits, tooMany] = [0, limit + 1];
  while (fits + 1 < tooMany) {
    const middle = (fits + tooMany) >> 1;
    if ((await said(call(Buffer.alloc(middle, 1)))) === "OK") fits = middle;
    else tooMany = middle;
  }
  return fits;
}

async function factsOf({ rpc, url }: Limited): Promise<Facts> {
  const put = (value: Buffer) => rpc.unary(Put, { key, value });
  const txn = (value: Buffer) =>
    rpc.unary(Txn, { success: [{ request_put: { key, value } }, { request_range: { key } }] });
  const range = { request_range: { key } };
  const reads = (count: number) => rpc.unary(Txn, { success: Array(count).fill(range) });
  const huge = Buffer.alloc(limit + 512 * 1024);
  const response = await fetch(`${url}/v3/kv/put`, {
    method: "POST",
    body: JSON.stringify({ key: "aw==", value: huge.toString("base64") }),
  });
  return {
    largestPut: await largest(put),
    largestTxn: await largest(txn),
    largestDelete: await largest((range_end) => rpc.unary(DeleteRange, { key, range_end })),
    refusals: await Promise.all([
      said(put(Buffer.alloc(limit))),
      said(put(huge)),
      said(rpc.unary(Range, { key: Buffer.alloc(limit * 2) })),
      said(rpc.unary(Range, { key: huge })),
      said(rpc.unary(Txn, { compare: [{ key: Buffer.alloc(limit * 2) }] })),
    ]),
    gateway: [response.status, await response.text()],
    maxConcurrentStreams: await announcedStreams(url),
    txnOps: await Promise.all([said(reads(3)), said(reads(4))]),
  };
}

/** How many calls a connection may have open, as the server tells it at its start. */
function announcedStreams(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const session = connect(url);
    session.on("error", reject);
    session.once("remoteSettings", ({ maxConcurrentStreams }) => {
      resolve(maxConcurrentStreams);
      session.destroy();
    });
  });
}

async function withLimits(
  start: (args: readonly string[], folder: string) => TestProcess,
  peerUrl: string,
): Promise<Facts> {
  using folder = temporaryFolder();
  const url = `http://127.0.0.1:${await freePort()}`;
  await using target = start(
    [
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
      `--max-request-bytes=${limit}`,
      "--max-concurrent-streams=7",
      "--max-txn-ops=3",
    ],
    folder.path,
  );
  await target.line(/serving client traffic/);
  const rpc = createRpcClient(url.replace("http://", ""));
  try {
    return await factsOf({ rpc, url });
  } finally {
    rpc.close();
  }
}

test("limits of requests are met to the byte, and refusals have the same words", {
  ...needs(parts.etcd),
  timeout: 120_000,
}, async (t) => {
  if (etcdVersion(parts.etcd.program) !== "3.6") return t.skip("this etcd is no 3.6");
  // The size of a request's id hangs on the member's, which hangs on this.
  const peerUrl = `http://127.0.0.1:${await freePort()}`;
  const real = await withLimits(
    (args, cwd) => new TestProcess([parts.etcd.program, ...args], { cwd, signal: t.signal }),
    peerUrl,
  );
  const ours = await withLimits(
    (args, cwd) => leaderlab(["etcd", ...args], { cwd, signal: t.signal }),
    peerUrl,
  );
  assert.deepEqual(ours, real);
});
