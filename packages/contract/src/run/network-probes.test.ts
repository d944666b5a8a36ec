import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server } from "node:net";
import { test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import type { ProbeAction } from "../probe.ts";
import { askGrpc } from "./grpc-probe.ts";
import { askHttp } from "./http-probe.ts";
import { runOnNetwork } from "./network-run.ts";
import { askTcp } from "./tcp-probe.ts";

const clock = createRealClock();

async function listen<S extends Server>(server: S): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const get = (path: string, headers: Extract<ProbeAction, { kind: "http" }>["headers"] = []) =>
  ({ kind: "http", scheme: "http", port: 8080, path, headers }) as const;

async function askServer(handle: RequestListener, action = get("/")) {
  const server = createServer(handle);
  const port = await listen(server);
  try {
    return await runOnNetwork({ clock, limitMs: 20_000 }, (signal) =>
      askHttp(action, port, signal),
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("from 200 to 399 is success, and the rest is not", async () => {
  for (const [status, outcome] of [
    [200, "success"],
    [204, "success"],
    [304, "success"],
    [399, "success"],
    [400, "failure"],
    [404, "failure"],
    [500, "failure"],
    [501, "failure"],
  ] as const) {
    const run = await askServer((_request, response) => response.writeHead(status).end());
    assert.equal(run.outcome, outcome, String(status));
  }
});

test("path, query and headers are asked as they are written, by a kube-probe", async () => {
  let seen = "";
  const action = get("/v1/state/?a=%2F&b", [
    ["X-A", "1"],
    ["User-Agent", "mine"],
  ]);
  await askServer((request, response) => {
    const { method, url, headers } = request;
    seen = [method, url, headers["x-a"], headers["user-agent"], headers.accept].join(" ");
    response.end();
  }, action);
  assert.equal(seen, "GET /v1/state/?a=%2F&b 1 mine */*");
});

test("a redirect is followed on its host, and taken for success to another", async () => {
  const redirect =
    (location: string): RequestListener =>
    (request, response) => {
      if (request.url === "/end") response.writeHead(503).end();
      else response.writeHead(302, { location }).end();
    };
  assert.equal((await askServer(redirect("/end"))).outcome, "failure");
  const other = await askServer(redirect("http://example.com/end"));
  assert.deepEqual(
    [other.outcome, other.output],
    ["success", "HTTP 302, redirected to example.com, not followed"],
  );
  const circle = await askServer(redirect("/again"));
  assert.deepEqual([circle.outcome, circle.output], ["failure", "stopped after 10 redirects"]);
});

test("a body without end is cut, and an answer that is none fails", async () => {
  const endless = await askServer((_request, response) => {
    const write = () => {
      while (response.write("x".repeat(1000)));
    };
    response.on("drain", write);
    write();
  });
  assert.equal(endless.outcome, "success");
  assert.equal(endless.output.length, 1000);
  const cut = await askServer((request) => request.socket.destroy());
  assert.equal(cut.outcome, "failure");
});

test("who never answers is late, for each kind of probe but a port's", async () => {
  const server = createTcpServer({ pauseOnConnect: true });
  const port = await listen(server);
  const late = (ask: (signal: AbortSignal) => ReturnType<typeof askTcp>) =>
    runOnNetwork({ clock, limitMs: 100 }, ask);
  const http = await late((signal) => askHttp(get("/"), port, signal));
  assert.deepEqual([http.outcome, http.output], ["timeout", "no answer in 100 ms"]);
  assert.equal((await late((signal) => askGrpc(port, "", signal))).outcome, "timeout");
  const tcp = await runOnNetwork({ clock, limitMs: 20_000 }, (signal) => askTcp(port, signal));
  assert.equal(tcp.outcome, "success");
  server.close();
});

test("a probe that is called off rejects", async () => {
  const { signal } = { signal: AbortSignal.abort(new Error("called off")) };
  const asking = runOnNetwork({ clock, limitMs: 20_000, signal }, async () => ({
    isSuccess: true,
    detail: "",
  }));
  await assert.rejects(asking, /called off/);
});
