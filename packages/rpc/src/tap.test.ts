import assert from "node:assert/strict";
import { test } from "node:test";
import * as etcd from "@leaderlab/proto/etcd";
import { type Call, type Endpoint, type Implementation, implement } from "./handler.ts";
import { createRouter } from "./router.ts";
import { RpcError } from "./status.ts";
import type { OpenTap } from "./tap.ts";

const seen: string[] = [];
/** Writes down what it sees, so that the order of several can be told. */
const scribe = (name: string): OpenTap => {
  const note = (line: string) => {
    seen.push(`${name} ${line}`);
    return "pass" as const;
  };
  return () => ({
    request: (message) => note(`request ${text(message)}`),
    response: (message) => note(`response ${text(message)}`),
    end: (refusal) => void note(`end ${refusal?.code ?? "OK"}`),
  });
};
const text = (message: unknown) => JSON.stringify(message);

function routerWith(taps: readonly OpenTap[], implementation: Implementation = kv) {
  seen.length = 0;
  return createRouter({
    implementations: [implementation],
    gates: [
      (call) => {
        if (call.metadata("token").includes("bad")) throw new RpcError("UNAUTHENTICATED", "no");
      },
    ],
    taps,
    onFault: (error) => assert.fail(String(error)),
  });
}

const kv = implement(etcd.kv, {
  Compact: (request) => ({ header: { revision: request.revision } }),
});
const lease = implement(etcd.lease, {
  async *LeaseKeepAlive(requests) {
    for await (const { ID } of requests) yield { ID };
  },
});
const compact = (kv.endpoints.find(({ method }) => method.name === "Compact") ?? {}) as Endpoint;
const keepAlive = (lease.endpoints.find(({ method }) => method.name === "LeaseKeepAlive") ??
  {}) as Endpoint;

function callTo({ method }: Endpoint, token = "", signal = new AbortController().signal): Call {
  return { method, transport: "grpc", peer: "", signal, metadata: () => [token] };
}

async function* ids(...values: string[]) {
  for (const ID of values) yield { ID };
}

async function collect(messages: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const message of messages) all.push(message);
  return all;
}

test("a request passes from the outermost tap to the innermost, a response the other way round", async () => {
  const router = routerWith([scribe("a"), scribe("b")]);
  await router.answerUnary(compact, { revision: "7" }, callTo(compact));
  assert.deepEqual(seen, [
    'a request {"revision":"7"}',
    'b request {"revision":"7"}',
    'b response {"header":{"revision":"7"}}',
    'a response {"header":{"revision":"7"}}',
    "b end OK",
    "a end OK",
  ]);
});

test("a tap sees each message of a stream, and what a gate refuses", async () => {
  const router = routerWith([scribe("a")], lease);
  await collect(router.answerBidi(keepAlive, ids("1", "2"), callTo(keepAlive)));
  assert.deepEqual(seen, [
    'a request {"ID":"1"}',
    'a response {"ID":"1"}',
    'a request {"ID":"2"}',
    'a response {"ID":"2"}',
    "a end OK",
  ]);
  seen.length = 0;
  const refused = router.answerBidi(keepAlive, ids("1"), callTo(keepAlive, "bad"));
  await assert.rejects(collect(refused), { code: "UNAUTHENTICATED" });
  assert.deepEqual(seen, ["a end UNAUTHENTICATED"]);
});

test("a stream that its reader leaves ends as cancelled", async () => {
  const router = routerWith([scribe("a")], lease);
  for await (const _ of router.answerBidi(keepAlive, ids("1", "2"), callTo(keepAlive))) break;
  assert.equal(seen.at(-1), "a end CANCELLED");
});

test("a tap refuses by a throw, which the outer taps are told of", () => {
  const refusing: OpenTap = () => ({
    request: () => {
      throw new RpcError("UNAVAILABLE", "away");
    },
  });
  const router = routerWith([scribe("a"), refusing]);
  const refusal = { code: "UNAVAILABLE", message: "away" };
  assert.throws(() => router.answerUnary(compact, {}, callTo(compact)), refusal);
  assert.deepEqual(seen, ["a request {}", "a end UNAVAILABLE"]);
});

test("of a stream single messages can be lost", async () => {
  const losing: OpenTap = () => ({
    request: (message) => (text(message).includes('"2"') ? "lose" : "pass"),
    response: (message) => (text(message).includes('"3"') ? "lose" : "pass"),
  });
  const router = routerWith([losing], lease);
  const answers = await collect(
    router.answerBidi(keepAlive, ids("1", "2", "3", "4"), callTo(keepAlive)),
  );
  assert.deepEqual(answers, [{ ID: "1" }, { ID: "4" }]);
});

test("a lost answer to a single request is waited for until the client gives up", async () => {
  const router = routerWith([scribe("a"), () => ({ response: () => "lose" })]);
  const client = new AbortController();
  const answer = Promise.resolve(
    router.answerUnary(compact, {}, callTo(compact, "", client.signal)),
  );
  setImmediate(() => client.abort());
  await assert.rejects(answer, { code: "CANCELLED" });
  assert.deepEqual(seen, ["a request {}", "a end CANCELLED"]);
});

test("a call is answered in its own turn unless a tap, a gate or its handler waits", async () => {
  const router = routerWith([scribe("a"), scribe("b")]);
  assert.deepEqual(router.answerUnary(compact, { revision: "7" }, callTo(compact)), {
    header: { revision: "7" },
  });
  const slow: OpenTap = () => ({ request: async () => "pass" as const });
  const later = routerWith([slow]).answerUnary(compact, { revision: "8" }, callTo(compact));
  assert.ok(later instanceof Promise);
  assert.deepEqual(await later, { header: { revision: "8" } });
});
