import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { test } from "node:test";
import { resetSocket } from "./reset-socket.ts";

/** Both sides of a connection. */
async function connected(): Promise<{ client: Socket; server: Socket; close(): void }> {
  const listener = createServer({ allowHalfOpen: true }).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  const client = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  const [server] = (await once(listener, "connection")) as [Socket];
  if (client.connecting) await once(client, "connect");
  return { client, server, close: () => listener.close() };
}

test("a connection is cut with a reset", { timeout: 10_000 }, async () => {
  const { client, server, close } = await connected();
  const failed = once(server, "error");
  resetSocket(client);
  server.resume();
  const [error] = (await failed) as [NodeJS.ErrnoException];
  assert.equal(error.code, "ECONNRESET");
  close();
});

test("one whose end is on its way closes, too", { timeout: 10_000 }, async () => {
  const { client, server, close } = await connected();
  server.on("error", () => {});
  const closed = once(client, "close");
  client.end();
  await Promise.resolve();
  resetSocket(client);
  resetSocket(client);
  await closed;
  server.destroy();
  close();
});

test("one whose other side does not read closes at once, too", { timeout: 10_000 }, async () => {
  const { client, server, close } = await connected();
  server.pause();
  client.on("error", () => {});
  const block = Buffer.alloc(1024 * 1024);
  while (client.write(block)) await new Promise((resolve) => setImmediate(resolve));
  for (let index = 0; index < 64; index++) client.write(block);
  const closed = once(client, "close");
  resetSocket(client);
  await closed;
  server.destroy();
  close();
});
