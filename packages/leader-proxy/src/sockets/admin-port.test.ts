import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import * as etcd from "@leaderlab/proto/etcd";
import { createRpcClient, type RpcClient } from "@leaderlab/rpc/client";
import { LeaderTracker } from "../leader-tracker.ts";
import { FakeNode, sourceOf } from "../testing/fake-cluster.ts";
import { type AdminPort, startAdminPort } from "./admin-port.ts";

const clock = createRealClock();
const { Check, List, Watch } = etcd.health.methods;

let nodes: readonly [FakeNode, FakeNode];
let tracker: LeaderTracker;
let admin: AdminPort;
let client: RpcClient;

beforeEach(async () => {
  nodes = [new FakeNode("lnd-1", clock), new FakeNode("lnd-2", clock)];
  tracker = new LeaderTracker({
    backends: nodes.map(({ backend }) => backend),
    source: sourceOf(nodes),
    clock,
  });
  const listen = { host: "127.0.0.1", port: 0 };
  admin = await startAdminPort({
    listen,
    tracker,
    gates: [],
    clock,
    onFault: (error) => assert.fail(String(error)),
  });
  client = createRpcClient(admin.address);
  tracker.start();
});
afterEach(async () => {
  client.close();
  await admin.stop();
  await tracker.stop();
});

async function elect(): Promise<void> {
  const turned = new Promise<void>((resolve) => {
    tracker.onTurn(({ to }) => {
      if (to !== undefined) resolve();
    });
  });
  nodes[0].become("SERVER_ACTIVE");
  await turned;
}

const get = async (path: string, method = "GET") => {
  const response = await fetch(`http://${admin.address}${path}`, { method });
  return { status: response.status, text: await response.text() };
};

test("/ready and /leader answer 503 while nobody leads and 200 when somebody does; /live is always 200", async () => {
  assert.equal((await get("/ready")).status, 503);
  assert.equal((await get("/leader")).status, 503);
  assert.equal((await get("/live")).status, 200);
  await elect();
  assert.equal((await get("/ready", "HEAD")).status, 200);
  assert.equal((await get("/ready", "OPTIONS")).status, 200, "as HAProxy asks by default");
  const { status, text } = await get("/leader");
  const leader = JSON.parse(text) as Record<string, unknown>;
  assert.equal(status, 200);
  assert.deepEqual([leader["leader"], leader["grpc"]], ["lnd-1", "lnd-1:10009"]);
  assert.equal(leader["why"], "lnd-1 is SERVER_ACTIVE");
  assert.ok(Number.isFinite(Date.parse(String(leader["since"]))));
  assert.equal((await get("/nope")).status, 404);
  assert.equal((await get("/ready", "POST")).status, 405);
});

test("/metrics is in the text format of Prometheus", async () => {
  await elect();
  const { text } = await get("/metrics");
  const sample = /^[a-z_]+(\{([a-z_]+="[^"]*",?)*\})? -?[0-9.e+]+$/;
  for (const line of text.trimEnd().split("\n")) {
    assert.ok(/^# (HELP|TYPE) [a-z_]+ /.test(line) || sample.test(line), line);
  }
  assert.match(text, /^leaderlab_proxy_leader\{backend="lnd-1"\} 1$/m);
  assert.match(text, /^leaderlab_proxy_leader\{backend="lnd-2"\} 0$/m);
});

test("grpc.health.v1 tells of the leader by the empty name, and of each backend by its own", async () => {
  const check = async (service: string) => (await client.unary(Check, { service })).status;
  assert.equal(await check(""), "NOT_SERVING");
  await elect();
  assert.equal(await check(""), "SERVING");
  assert.equal(await check("lnd-1"), "SERVING");
  assert.equal(await check("lnd-2"), "NOT_SERVING");
  await assert.rejects(check("nope"), { code: "NOT_FOUND" });
  const { statuses } = await client.unary(List, {});
  assert.deepEqual(Object.keys(statuses).sort(), ["", "lnd-1", "lnd-2", "lnrpc.Lightning"]);
});

test("Watch tells how it is and of every change, and of a name that is not known that it is not", async () => {
  const told: string[] = [];
  for await (const { status } of client.serverStream(Watch, { service: "" })) {
    told.push(status);
    if (told.length === 1) await elect();
    else if (told.length === 2) nodes[0].restart();
    else break;
  }
  assert.deepEqual(told, ["NOT_SERVING", "SERVING", "NOT_SERVING"]);
  for await (const { status } of client.serverStream(Watch, { service: "nope" })) {
    assert.equal(status, "SERVICE_UNKNOWN");
    break;
  }
});
