import assert from "node:assert/strict";
import { once } from "node:events";
import type { ClientHttp2Session } from "node:http2";
import { connect } from "node:net";
import { test } from "node:test";
import { createSeededRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { openHttp2 } from "../harness/raw-grpc.ts";
import { seedsOf } from "../harness/seeds.ts";
import { spoiledCall, spoiledFrames, spoiledHttp } from "./attacks.ts";
import { Mutator } from "./mutator.ts";
import { mostKeptBytes, serveEtcd } from "./serve-etcd.ts";

const inputs = Number(process.env["LEADERLAB_INPUTS"] ?? 400);
const { seeds, again } = seedsOf("test/fuzz/fuzz.test.ts", { inputs }, 1);
/** So many at a time; then a proper request is to be answered. */
const batch = 20;
/** The longest that an input is waited for: it may be the beginning of something, which the server waits for, too. */
const patienceMs = 300;
const clock = createRealClock();

const attacks: Readonly<Record<string, (address: string, mutator: Mutator) => Promise<void>>> = {
  "malformed protobuf and gRPC frames": (address, mutator) => sendCall(address, mutator),
  "malformed HTTP/2": (address, mutator) => sendBytes(address, spoiledFrames(mutator)),
  "malformed JSON and HTTP/1.1": (address, mutator) => sendBytes(address, spoiledHttp(mutator)),
};

for (const seed of seeds) {
  for (const [index, [name, attack]] of Object.entries(attacks).entries()) {
    test(`${name} end no server and fill none, seed ${seed}`, { timeout: 600_000 }, async (t) => {
      await using etcd = await serveEtcd();
      const mutator = new Mutator(createSeededRandom(seed * 100 + index));
      const before = await etcd.bytesInUse();
      try {
        for (let sent = 0; sent < inputs; sent += batch) {
          await Promise.all(Array.from({ length: batch }, () => attack(etcd.address, mutator)));
          await etcd.requireService();
        }
        const kept = (await etcd.bytesInUse()) - before;
        t.diagnostic(`${inputs} inputs; ${Math.round(kept / 1024)} KiB more in use than before`);
        assert.ok(kept < mostKeptBytes, `${kept} bytes are kept`);
        assert.deepEqual(etcd.faults.slice(0, 3), []);
      } catch (error) {
        const end = etcd.lastWords;
        throw new Error(
          `${String(error)}\nThe server said:\n${end}\nTo run it again:\n  ${again(seed)}`,
        );
      }
    });
  }
}

async function sendBytes(address: string, bytes: Buffer): Promise<void> {
  const [host = "", port] = address.split(":");
  const socket = connect(Number(port), host);
  socket.on("error", () => {});
  socket.resume();
  const closed = once(socket, "close");
  socket.end(bytes);
  await within(closed);
  socket.destroy();
}

async function sendCall(address: string, mutator: Mutator): Promise<void> {
  const { path, body } = spoiledCall(mutator);
  const isEnded = mutator.chance(0.8);
  const session: ClientHttp2Session = openHttp2(`http://${address}`);
  const stream = session.request({
    ":method": "POST",
    ":path": path,
    "content-type": "application/grpc",
    te: "trailers",
  });
  stream.on("error", () => {});
  stream.resume();
  const closed = once(stream, "close");
  if (isEnded) stream.end(body);
  else stream.write(body);
  await within(closed);
  session.destroy();
}

/** Waits for an end, as long as patience lasts. */
async function within(end: Promise<unknown>): Promise<void> {
  const given = new AbortController();
  const patience = clock.sleep(patienceMs, given.signal).catch(() => {});
  await Promise.race([end.catch(() => {}), patience]);
  given.abort();
}
