import assert from "node:assert/strict";
import { request } from "node:https";
import { test } from "node:test";
import { WebSocket } from "ws";
import { type ActiveNode, startActiveNode } from "../harness/lnd-process.ts";

/** What a client saw of a WebSocket, in order, as a real lnd 0.21.1 was seen to do it. */
function watchSocket(
  node: ActiveNode,
  path: string,
  options: {
    readonly macaroon?: boolean;
    readonly send?: readonly string[];
    readonly until?: RegExp;
  },
): Promise<readonly string[]> {
  const { macaroon = false, send = [], until = /^closed/ } = options;
  const headers = macaroon ? { "Grpc-Metadata-macaroon": node.macaroon } : {};
  const socket = new WebSocket(`wss://127.0.0.1:${node.restPort}${path}`, {
    headers,
    rejectUnauthorized: false,
  });
  const seen: string[] = [];
  return new Promise((resolve, reject) => {
    const note = (event: string) => {
      seen.push(event);
      if (!until.test(event)) return;
      resolve(seen);
      socket.terminate();
    };
    socket.on("open", () => {
      for (const message of send) socket.send(message);
    });
    socket.on("message", (message: Buffer, isBinary) =>
      note(`${isBinary ? "binary" : "text"} ${message}`),
    );
    socket.on("ping", (content: Buffer) => note(`ping ${content}`));
    socket.on("close", (code) => note(`closed ${code}`));
    socket.on("error", reject);
  });
}

test("a WebSocket on any path is one request, and its end cuts the connection", async () => {
  await using node = await startActiveNode();
  assert.deepEqual(await watchSocket(node, "/v1/state", {}), [
    'text {"state":"SERVER_ACTIVE"}',
    "closed 1006",
  ]);
  assert.deepEqual(await watchSocket(node, "/v1/nope", {}), [
    'text {"code":5, "message":"Not Found", "details":[]}',
    "closed 1006",
  ]);
  assert.deepEqual(await watchSocket(node, "/v1/getinfo", {}), [
    'text {"code":2, "message":"expected 1 macaroon, got 0", "details":[]}',
    "closed 1006",
  ]);
  const [info = ""] = await watchSocket(node, "/v1/getinfo", { macaroon: true });
  assert.match(info, /^text \{"version":"/);
});

test("a WebSocket's stream is a text message for each of its lines, and lnd pings it", async () => {
  await using node = await startActiveNode({
    flags: ["--ws-ping-interval=20ms", "--ws-pong-wait=5s"],
  });
  const seen = await watchSocket(node, "/v1/state/subscribe", { send: ["{}"], until: /^ping/ });
  assert.deepEqual(seen, ['text {"result":{"state":"SERVER_ACTIVE"}}', "ping are you there?"]);
});

test("a WebSocket's URL may ask for another method, whose body is the first message", async () => {
  await using node = await startActiveNode();
  const send = ['{"permissions":[],"bogus":1}'];
  assert.deepEqual(await watchSocket(node, "/v1/macaroon?method=POST", { macaroon: true, send }), [
    'text {"code":3, "message":"proto:\u00a0(line 1:19): unknown field \\"bogus\\"", "details":[]}',
    "closed 1006",
  ]);
});

interface Preflight {
  readonly status: number | undefined;
  readonly allowed: Readonly<Record<string, unknown>>;
}

function ask(node: ActiveNode, method: string, origin?: string): Promise<Preflight> {
  return new Promise((resolve, reject) => {
    const headers = origin === undefined ? {} : { Origin: origin };
    const options = { port: node.restPort, host: "127.0.0.1", rejectUnauthorized: false };
    const outgoing = request({ ...options, path: "/v1/state", method, headers }, (incoming) => {
      const allowed = Object.fromEntries(
        Object.entries(incoming.headers).filter(([name]) => name.startsWith("access-control-")),
      );
      incoming.resume().on("end", () => resolve({ status: incoming.statusCode, allowed }));
    });
    outgoing.on("error", reject).end();
  });
}

test("--restcors tells browsers of these origins that they may, and answers their OPTIONS", async () => {
  await using node = await startActiveNode({ flags: ["--restcors=https://a.example"] });
  const always = {
    "access-control-allow-headers": "Content-Type, Accept, Grpc-Metadata-Macaroon",
    "access-control-allow-methods": "GET, POST, DELETE",
  };
  const allowed = { ...always, "access-control-allow-origin": "https://a.example" };
  assert.deepEqual(await ask(node, "OPTIONS", "https://a.example"), { status: 200, allowed });
  assert.deepEqual(await ask(node, "GET", "https://a.example"), { status: 200, allowed });
  assert.deepEqual(await ask(node, "OPTIONS", "https://b.example"), {
    status: 200,
    allowed: always,
  });
  assert.deepEqual(await ask(node, "OPTIONS"), { status: 501, allowed: {} });
});
