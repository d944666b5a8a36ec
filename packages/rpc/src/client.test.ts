import assert from "node:assert/strict";
import { once } from "node:events";
import { after, before, test } from "node:test";
import * as etcd from "@leaderlab/proto/etcd";
import { createRpcClient, type RpcClient } from "./client.ts";
import { createGrpcListener } from "./grpc-listener.ts";
import { type Call, implement } from "./handler.ts";
import { type PortMux, startPortMux } from "./port-mux.ts";
import { createRouter } from "./router.ts";
import { RpcError } from "./status.ts";

const { LeaseKeepAlive } = etcd.lease.methods;
const calls: Call[] = [];
let mux: PortMux;
let client: RpcClient;

before(async () => {
  const lease = implement(etcd.lease, {
    async *LeaseKeepAlive(requests, call) {
      calls.push(call);
      for await (const { ID } of requests) {
        if (ID === "0") throw new RpcError("NOT_FOUND", "no such lease");
        yield { ID, TTL: 5 };
      }
    },
  });
  const router = createRouter({ implementations: [lease], onFault: assert.fail });
  mux = await startPortMux({ host: "127.0.0.1", grpc: createGrpcListener(router).accept });
  client = createRpcClient(mux.address);
});
after(async () => {
  client.close();
  await mux.stop();
});

test("both sides stream: each request is answered before the next one is sent, until the client ends", async () => {
  const call = client.bidi(LeaseKeepAlive);
  const answers: string[] = [];
  call.send({ ID: 1 });
  for await (const { ID } of call) {
    answers.push(ID);
    if (answers.length < 3) call.send({ ID: answers.length + 1 });
    else call.end();
  }
  assert.deepEqual(answers, ["1", "2", "3"]);
});

test("leaving the loop cancels the call, and the server's side hears of it", async () => {
  const call = client.bidi(LeaseKeepAlive);
  call.send({ ID: 1 });
  for await (const { ID } of call) {
    assert.equal(ID, "1");
    break;
  }
  const signal = calls.at(-1)?.signal;
  assert.ok(signal);
  if (!signal.aborted) await once(signal, "abort");
});

test("a refusal reaches the loop with its code and text, also when it came before the loop began", async () => {
  const refused = { code: "NOT_FOUND", message: "no such lease" };
  const drain = async (call: AsyncIterable<unknown>) => {
    for await (const _answer of call);
  };
  const early = client.bidi(LeaseKeepAlive);
  const late = client.bidi(LeaseKeepAlive);
  early.send({ ID: 0 });
  late.send({ ID: 0 });
  await assert.rejects(drain(early), refused);
  // Answered on the same connection after both refusals, so the second one is here as well.
  const third = client.bidi(LeaseKeepAlive);
  third.send({ ID: 7 });
  for await (const _answer of third) break;
  await assert.rejects(drain(late), refused);
});

test("an aborted signal cancels the call", async () => {
  const stop = new AbortController();
  const call = client.bidi(LeaseKeepAlive, { signal: stop.signal });
  call.send({ ID: 1 });
  await assert.rejects(
    async () => {
      for await (const _answer of call) stop.abort();
    },
    { code: "CANCELLED" },
  );
});
