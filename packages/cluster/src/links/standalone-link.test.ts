import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { test } from "node:test";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { startStandaloneLink } from "./standalone-link.ts";

test("a link by itself is cut and mended over HTTP, in the words of the playground's API", async () => {
  const echo = createServer((socket) => {
    socket.on("error", () => {}); // the link's end resets it
    socket.pipe(socket);
  }).listen(0, "127.0.0.1");
  await once(echo, "listening");
  const anyPort = { host: "127.0.0.1", port: 0 };
  await using link = await startStandaloneLink({
    name: { from: "client", to: "server" },
    listen: anyPort,
    to: { host: "127.0.0.1", port: (echo.address() as AddressInfo).port },
    control: anyPort,
    clock: createVirtualClock(),
    random: createSeededRandom(1),
  });
  const ask = async (method: string, path = "", body?: object, headers = {}) => {
    const url = `${link.controlUrl}/api/faults${path}`;
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await fetch(url, init);
    return { status: response.status, body: await response.json() };
  };
  const socket = connect(link.address);
  socket.on("error", () => {});
  socket.write("a");
  assert.equal(String((await once(socket, "data"))[0]), "a");
  const spec = { kind: "blackhole", link: "client:server" };
  const cut = { id: "fault-1", spec, words: "client:server carries nothing", remainingMs: null };
  assert.deepEqual(await ask("POST", "", spec), { status: 201, body: cut });
  assert.deepEqual((await ask("GET")).body, [cut]);
  socket.write("b");
  const echoed = once(socket, "data");
  assert.deepEqual(await ask("DELETE", "/fault-1"), { status: 200, body: [] });
  assert.equal(String((await echoed)[0]), "b");
  const refused = async (asked: ReturnType<typeof ask>, status: number, words: RegExp) => {
    const reply = await asked;
    assert.equal(reply.status, status);
    assert.match((reply.body as { error: string }).error, words);
  };
  await refused(ask("POST", "", { kind: "pause", node: "lnd-1" }), 400, /only faults on links/);
  await refused(ask("POST", "", { ...spec, link: "a:b" }), 400, /there are client:server/);
  await refused(ask("POST", "", { ...spec, direction: "up" }), 400, /direction is "up"/);
  await refused(ask("DELETE", "/fault-7"), 404, /there is no fault fault-7/);
  await refused(ask("GET", "", undefined, { Origin: "http://evil.example" }), 403, /web pages/);
  socket.destroy();
  echo.close();
});
