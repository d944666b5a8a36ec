import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as etcd from "@leaderlab/proto/etcd";
import { createRpcClient } from "@leaderlab/rpc/client";
import type { TestProcess } from "../harness/child-process.ts";
import { freePort } from "../harness/free-port.ts";
import { leaderlab } from "../harness/leaderlab.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 60_000;
const key = Buffer.from("key");

/** One etcd of ours that keeps its state in `folder`, on a free port. */
async function start(folder: string, signal: AbortSignal) {
  const address = `127.0.0.1:${await freePort()}`;
  const flags = [
    "etcd",
    `--data-dir=${join(folder, "data")}`,
    "--snapshot-on-exit",
    `--listen-client-urls=http://${address}`,
    `--advertise-client-urls=http://${address}`,
  ];
  return { address, process: leaderlab(flags, { cwd: folder, signal }) };
}

const fileOf = (folder: string) => join(folder, "data", "leaderlab-snapshot.db");

async function withClient<T>(
  { address, process }: { readonly address: string; readonly process: TestProcess },
  work: (client: ReturnType<typeof createRpcClient>) => Promise<T>,
): Promise<T> {
  await process.line(/ready to serve client requests/);
  const client = createRpcClient(address);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

const put =
  (value: string, lease = "0") =>
  (client: ReturnType<typeof createRpcClient>) =>
    client.unary(etcd.kv.methods.Put, { key, value: Buffer.from(value), lease });
const read = (client: ReturnType<typeof createRpcClient>) =>
  client.unary(etcd.kv.methods.Range, { key });

test("what was written is there after a graceful stop, leases with the time they had left", {
  timeout,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  const first = await start(folder.path, signal);
  await using one = first.process;
  await withClient(first, async (client) => {
    await client.unary(etcd.lease.methods.LeaseGrant, { ID: "7", TTL: "1000" });
    await put("1", "7")(client);
  });
  assert.equal(existsSync(fileOf(folder.path)), false, "written at the end alone");
  assert.deepEqual(await one.kill("SIGTERM"), { code: null, signal: "SIGTERM" });
  assert.match(one.output, /the state is written down when the server is stopped/);
  assert.match(one.output, /"wrote the snapshot for the next run"/);
  assert.equal(statSync(fileOf(folder.path)).mode & 0o777, 0o600);

  const second = await start(folder.path, signal);
  await using _ = second.process;
  await withClient(second, async (client) => {
    const { header, kvs } = await read(client);
    assert.equal(header?.revision, "2");
    assert.deepEqual([String(kvs[0]?.value), kvs[0]?.lease], ["1", "7"]);
    const left = await client.unary(etcd.lease.methods.LeaseTimeToLive, { ID: "7", keys: true });
    assert.deepEqual([left.grantedTTL, left.keys.map(String)], ["1000", ["key"]]);
    assert.ok(Number(left.TTL) > 900 && Number(left.TTL) < 1000);
  });
});

test("who is killed leaves the last good file", { timeout }, async ({ signal }) => {
  using folder = temporaryFolder();
  const first = await start(folder.path, signal);
  await withClient(first, put("kept"));
  await first.process.kill("SIGTERM");
  const second = await start(folder.path, signal);
  await withClient(second, put("lost"));
  const before = readFileSync(fileOf(folder.path));
  await second.process.kill("SIGKILL");
  assert.deepEqual(readFileSync(fileOf(folder.path)), before);
  const third = await start(folder.path, signal);
  await using _ = third.process;
  assert.equal(String((await withClient(third, read)).kvs[0]?.value), "kept");
});

test("a damaged file ends the start with code 1, and is neither used nor overwritten", {
  timeout,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  const first = await start(folder.path, signal);
  await withClient(first, put("1"));
  await first.process.kill("SIGTERM");
  const path = fileOf(folder.path);
  const damaged = readFileSync(path);
  damaged.writeUInt8(damaged.readUInt8(13_000) ^ 1, 13_000);
  writeFileSync(path, damaged);
  const { process } = await start(folder.path, signal);
  assert.deepEqual(await process.ended, { code: 1, signal: null });
  const said = /"error":"([^"]*) is damaged: ([^"]*)"/.exec(process.output);
  assert.equal(said?.[1], path);
  assert.match(said?.[2] ?? "", /put a good snapshot in its place, or move it away to start empty/);
  assert.deepEqual(readFileSync(path), damaged);
});

test("a folder that cannot be had is refused at the start, and not at the end", {
  timeout,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "data"), "a file, no folder");
  const { process } = await start(folder.path, signal);
  assert.deepEqual(await process.ended, { code: 1, signal: null });
  assert.match(process.output, /no snapshot can be written into/);
});
