import assert from "node:assert/strict";
import { connect } from "node:http2";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as etcd from "@leaderlab/proto/etcd";
import { createRpcClient } from "@leaderlab/rpc/client";
import { startEtcd } from "./etcd-server.ts";

const transactions = 2_500;
const putsEach = 40;
const events = transactions * putsEach;
/** What may be held for a client that does not read, beside the history that everybody shares. */
const mostHeldBytes = 32 * 1024 ** 2;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const framed = (message: Uint8Array) => {
  const frame = Buffer.alloc(5 + message.length);
  frame.writeUInt32BE(message.length, 1);
  frame.set(message, 5);
  return frame;
};

/** A watch of every key whose client reads nothing until it is told to. */
function openSlowWatch(endpoint: string) {
  const session = connect(endpoint);
  const stream = session.request({
    ":method": "POST",
    ":path": etcd.watch.methods.Watch.path,
    "content-type": "application/grpc",
    te: "trailers",
  });
  const create_request = { key: Buffer.from("k"), range_end: Buffer.from("l") };
  stream.write(framed(etcd.watch.methods.Watch.encodeRequest({ create_request })));
  const opened = new Promise((resolve) => stream.once("response", resolve));
  const close = () => session.destroy();
  return { stream, opened, [Symbol.dispose]: close };
}

/** The revisions of so many events, in the order in which they arrive. */
async function revisionsOf(chunks: AsyncIterable<Buffer>, count: number): Promise<number[]> {
  const revisions: number[] = [];
  let seen = Buffer.alloc(0);
  for await (const chunk of chunks) {
    seen = Buffer.concat([seen, chunk]);
    for (; seen.length >= 5; ) {
      const end = 5 + seen.readUInt32BE(1);
      if (seen.length < end) break;
      const message = etcd.watch.methods.Watch.decodeResponse(seen.subarray(5, end));
      for (const { kv } of message.events) revisions.push(Number(kv?.mod_revision));
      seen = seen.subarray(end);
    }
    if (revisions.length >= count) break;
  }
  return revisions;
}

async function writeAll(endpoint: string): Promise<void> {
  const client = createRpcClient(endpoint.replace("http://", ""));
  const value = Buffer.alloc(100);
  const success = Array.from({ length: putsEach }, (_, index) => ({
    request_put: { key: Buffer.from(`k${index}`), value },
  }));
  const inFlight = 50;
  for (let done = 0; done < transactions; done += inFlight) {
    await Promise.all(
      Array.from({ length: inFlight }, () => client.unary(etcd.kv.methods.Txn, { success })),
    );
  }
  client.close();
}

test("a watcher that does not read holds little, and then hears all in its order", async () => {
  await using server = await startEtcd({ history: false });
  using slow = openSlowWatch(server.endpoint);
  await slow.opened;
  await writeAll(server.endpoint);
  assert.equal(server.core.counts.unsyncedWatchers, 1, "the watcher is left behind");
  const whileBehind = heldBytes();
  const revisions = await revisionsOf(slow.stream, events);
  const expected = Array.from({ length: events }, (_, at) => 2 + Math.floor(at / putsEach));
  assert.deepEqual(revisions, expected);
  assert.equal(server.core.counts.unsyncedWatchers, 0);
  // What is left is the history, which everybody shares.
  const held = whileBehind - heldBytes();
  assert.ok(held < mostHeldBytes, `${held} bytes were held for it`);
});
