import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { etcd } from "@leaderlab/proto";
import { WebSocket } from "ws";
import { startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 60_000;
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** A socket on a path, and what comes on it, message by message. */
async function open(baseUrl: string, path: string, protocols: string[] = []) {
  const socket = new WebSocket(`${baseUrl.replace("http", "ws")}${path}`, protocols);
  const messages: unknown[] = [];
  socket.on("message", (message) => messages.push(JSON.parse(String(message)).result));
  await once(socket, "open");
  const until = async (count: number): Promise<readonly unknown[]> => {
    while (messages.length < count) await once(socket, "message");
    return messages.splice(0);
  };
  return { socket, until, ask: (request: object) => socket.send(JSON.stringify(request)) };
}

test(`the gateway takes WebSockets, on ${targetName}`, { timeout }, async (t) => {
  using folder = temporaryFolder();
  await using target = await startDefaultEtcd(folder.path, { signal: t.signal });
  const { baseUrl, rpc } = target;

  await t.test("a browser watches: each message is a request, each line a message", async () => {
    const { socket, until, ask } = await open(baseUrl, "/v3/watch");
    ask({ create_request: { key: base64("a") } });
    ask({ create_request: { key: base64("b") } });
    const created = (await until(2)) as { created: boolean; watch_id?: string }[];
    assert.deepEqual(
      created.map(({ created, watch_id }) => [created, watch_id]),
      [
        [true, undefined],
        [true, "1"],
      ],
    );
    await rpc.unary(etcd.kv.methods.Put, { key: Buffer.from("b"), value: Buffer.from("v") });
    const [event] = (await until(1)) as { watch_id: string; events: { kv: { value: string } }[] }[];
    assert.equal(event?.events[0]?.kv.value, base64("v"));
    socket.terminate();
  });

  await t.test("a token may come as a protocol, and the server takes that up", async () => {
    const { socket } = await open(baseUrl, "/v3/watch", ["Bearer", "token"]);
    assert.equal(socket.protocol, "Bearer");
    socket.terminate();
  });

  await t.test("elsewhere a request for a WebSocket is answered as any other", async () => {
    const socket = new WebSocket(`${baseUrl.replace("http", "ws")}/health`);
    const [, response] = await once(socket, "unexpected-response");
    assert.equal(response.statusCode, 200);
    socket.on("error", () => {});
    socket.terminate();
  });
});
