import assert from "node:assert/strict";
import { once } from "node:events";
import { type ClientHttp2Session, connect } from "node:http2";
import { connect as connectSocket } from "node:net";
import { test } from "node:test";
import * as etcd from "@leaderlab/proto/etcd";
import { startEtcdProcess } from "../harness/etcd-target.ts";
import { freePort } from "../harness/free-port.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

type Programs = readonly string[];
const programs: Programs = ["ours", parts.etcd.program];

/** What comes of the same on ours and on the real etcd, each started with these flags. */
async function onBoth<T>(
  flags: readonly string[],
  signal: AbortSignal,
  look: (port: number) => Promise<T>,
): Promise<readonly T[]> {
  const seen: T[] = [];
  for (const program of programs) {
    using folder = temporaryFolder();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const urls = [`--listen-client-urls=${url}`, `--advertise-client-urls=${url}`];
    const options = { cwd: folder.path, signal };
    await using _etcd = await startEtcdProcess([...urls, ...flags], options, program);
    seen.push(await look(port));
  }
  return seen;
}

/** Opens a watch and waits until it is confirmed, so that nothing more is sent on the connection. */
async function openWatch(session: ClientHttp2Session): Promise<void> {
  const stream = session.request({
    ":method": "POST",
    ":path": etcd.watch.methods.Watch.path,
    "content-type": "application/grpc",
    te: "trailers",
  });
  stream.on("error", () => {});
  const create_request = { key: Buffer.from("k") };
  const message = etcd.watch.methods.Watch.encodeRequest({ create_request });
  const frame = Buffer.alloc(5 + message.length);
  frame.writeUInt32BE(message.length, 1);
  frame.set(message, 5);
  stream.write(frame);
  await once(stream, "data");
}

const ping = (session: ClientHttp2Session) =>
  new Promise<boolean>((resolve) => {
    if (!session.ping((error) => resolve(error === null))) resolve(false);
    session.once("close", () => resolve(false));
  });

/** How a client fares that pings six times in a row, with a call open or without one. */
async function pinging(port: number, hasCall: boolean) {
  const session = connect(`http://127.0.0.1:${port}`);
  session.on("error", () => {});
  let goaway: string | undefined;
  session.on("goaway", (code, _last, reason) => {
    goaway = `${code} ${reason}`;
  });
  await once(session, "remoteSettings");
  if (hasCall) await openWatch(session);
  let answered = 0;
  while (answered < 6 && (await ping(session))) answered += 1;
  session.destroy();
  return { answered, goaway };
}

const minTimes = [[], ["--grpc-keepalive-min-time=1ns"], ["--grpc-keepalive-min-time=0s"]];

test("who pings too often is sent away, as often as --grpc-keepalive-min-time says", {
  ...needs(parts.etcd),
  timeout: 60_000,
}, async (t) => {
  for (const flags of minTimes) {
    const [ours, real] = await onBoth(flags, t.signal, async (port) => [
      await pinging(port, true),
      await pinging(port, false),
    ]);
    assert.deepEqual(ours, real, flags.join(" "));
  }
});

const emptySettings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);

/** Speaks HTTP/2 for a moment, then answers nothing; resolves when the server hangs up. */
async function silentClient(port: number): Promise<string> {
  const socket = connectSocket(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
  socket.write(emptySettings);
  socket.resume();
  await once(socket, "close");
  return "cut";
}

test("who does not answer pings is cut, after --grpc-keepalive-interval and -timeout", {
  ...needs(parts.etcd),
  timeout: 60_000,
}, async (t) => {
  const flags = ["--grpc-keepalive-interval=1s", "--grpc-keepalive-timeout=1s"];
  assert.deepEqual(await onBoth(flags, t.signal, silentClient), ["cut", "cut"]);
});
