import assert from "node:assert/strict";
import { test } from "node:test";
import * as etcd from "@leaderlab/proto/etcd";
import { embeddedEtcd, eventually } from "./testing/embedded-etcd.ts";

const { Put, Range } = etcd.kv.methods;
const { LeaseKeepAlive } = etcd.lease.methods;
const { Watch } = etcd.watch.methods;
const key = Buffer.from("k");

test("a refused request has had no effect, over gRPC and JSON", async () => {
  await using lab = await embeddedEtcd();
  const words = { code: "UNAVAILABLE", text: "etcdserver: leader changed" } as const;
  const fault = lab.etcd.injectFault({ method: "Put", ...words, count: 2 });
  await assert.rejects(lab.client.unary(Put, { key }), {
    code: "UNAVAILABLE",
    message: "etcdserver: leader changed",
  });
  const body = JSON.stringify({ key: "aw==" });
  const reply = await fetch(`${lab.etcd.endpoint}/v3/kv/put`, { method: "POST", body });
  assert.deepEqual([reply.status, await reply.json()], [503, { code: 14, message: words.text }]);
  assert.deepEqual([fault.struck, fault.active, lab.etcd.faults], [2, false, []]);
  assert.equal(lab.etcd.get("k"), undefined);
  await lab.client.unary(Put, { key });
  assert.equal(lab.etcd.get("k")?.version, 1);
});

test("a fault undoes itself at the end of its scope, and is about its method only", async () => {
  await using lab = await embeddedEtcd();
  {
    using _ = lab.etcd.injectFault({ method: "KV/*", code: "INTERNAL" });
    await assert.rejects(lab.client.unary(Range, { key }), { message: "injected fault" });
    await lab.client.unary(etcd.lease.methods.LeaseLeases, {});
  }
  await lab.client.unary(Range, { key });
});

test("a put whose answer is lost is done, and its client does not learn of it", async () => {
  await using lab = await embeddedEtcd();
  using fault = lab.etcd.injectFault({ method: "Put", at: "response", drop: true });
  const client = new AbortController();
  const put = lab.client.unary(Put, { key }, { signal: client.signal });
  await eventually(() => fault.struck === 1);
  assert.equal(lab.etcd.get("k")?.version, 1);
  client.abort();
  await assert.rejects(put, { code: "CANCELLED" });
});

test("held requests go on when the fault is undone", async () => {
  await using lab = await embeddedEtcd();
  const fault = lab.etcd.injectFault({ method: "Put", hang: true });
  const put = lab.client.unary(Put, { key });
  await eventually(() => fault.struck === 1);
  assert.equal(lab.etcd.get("k"), undefined);
  fault.undo();
  await put;
  assert.equal(lab.etcd.get("k")?.version, 1);
});

test("a server that stops lets go of what a fault holds", async () => {
  const lab = await embeddedEtcd();
  const fault = lab.etcd.injectFault({ hang: true });
  const put = lab.client.unary(Put, { key });
  const refused = assert.rejects(put, { code: "UNAVAILABLE" });
  await eventually(() => fault.struck === 1);
  await lab[Symbol.asyncDispose]();
  await refused;
});

test("a delay is of the server's time", async () => {
  await using lab = await embeddedEtcd({ clock: "virtual" });
  using fault = lab.etcd.injectFault({ method: "Put", delayMs: 1000 });
  const put = lab.client.unary(Put, { key });
  await eventually(() => fault.struck === 1);
  await lab.etcd.advance(999);
  assert.equal(lab.etcd.get("k"), undefined);
  await lab.etcd.advance(1);
  await put;
});

test("keep-alives that are lost let the lease run out; the stream lives on", async () => {
  await using lab = await embeddedEtcd({ clock: "virtual" });
  const { ID } = await lab.client.unary(etcd.lease.methods.LeaseGrant, { TTL: 5 });
  const stream = lab.client.bidi(LeaseKeepAlive);
  {
    using fault = lab.etcd.injectFault({ method: "LeaseKeepAlive", drop: true });
    await lab.etcd.advance("4s");
    stream.send({ ID });
    await eventually(() => fault.struck === 1);
    await lab.etcd.advance("1s");
  }
  assert.deepEqual(lab.etcd.leases(), []);
  stream.send({ ID });
  for await (const answer of stream) {
    assert.equal(answer.TTL, "0");
    break;
  }
});

test("a fault strikes single messages of a watch that was there before it", async () => {
  await using lab = await embeddedEtcd();
  const watch = lab.client.bidi(Watch);
  watch.send({ create_request: { key } });
  const events: string[] = [];
  for await (const { created, events: news } of watch) {
    if (created) {
      lab.etcd.injectFault({ method: "Watch", at: "response", drop: true, count: 1 });
      lab.etcd.put("k", "lost");
      lab.etcd.put("k", "told");
    }
    events.push(...news.map(({ kv }) => String(kv?.value)));
    if (events.length > 0) break;
  }
  assert.deepEqual(events, ["told"]);
});

test("chance strikes the same messages for the same seed", async () => {
  const strikes = async (seed: number) => {
    await using lab = await embeddedEtcd({ seed });
    using _ = lab.etcd.injectFault({ method: "Range", code: "UNAVAILABLE", rate: 0.5 });
    const outcomes: string[] = [];
    for (let round = 0; round < 32; round++) {
      const outcome = lab.client.unary(Range, { key });
      outcomes.push(
        await outcome.then(
          () => "-",
          () => "x",
        ),
      );
    }
    return outcomes.join("");
  };
  const first = await strikes(7);
  assert.equal(await strikes(7), first);
  assert.notEqual(await strikes(8), first);
  assert.match(first, /x.*-.*x/);
});

test("a fault that says nothing sensible is refused by name", async () => {
  await using lab = await embeddedEtcd();
  const inject = (fault: object) => () => lab.etcd.injectFault(fault);
  assert.throws(inject({ method: "Putt", hang: true }), /no method is called Putt/);
  assert.throws(inject({}), /name one of code, delayMs, hang and drop/);
  assert.throws(inject({ hang: true, drop: true }), /exclude each other/);
  assert.throws(inject({ code: "OK" }), /code OK is none/);
  assert.throws(inject({ hang: true, text: "x" }), /text needs a code/);
  for (const rate of [0, 1.1, Number.NaN]) assert.throws(inject({ hang: true, rate }), /rate/);
  for (const count of [0, 1.5]) assert.throws(inject({ hang: true, count }), /count/);
  assert.throws(inject({ delayMs: -1 }), /delayMs/);
});
