import assert from "node:assert/strict";
import { test } from "node:test";
import * as etcd from "@leaderlab/proto/etcd";
import { embeddedEtcd, eventually } from "./testing/embedded-etcd.ts";

const { Put, Range } = etcd.kv.methods;
const { Watch } = etcd.watch.methods;
const key = Buffer.from("k");

test("the history tells of each call who asked what, when, and what the answer was", async () => {
  await using lab = await embeddedEtcd({ clock: "virtual" });
  await lab.client.unary(Put, { key, value: Buffer.from("v") });
  await lab.etcd.advance("90s");
  await assert.rejects(lab.client.unary(Put, {}));
  const [done, refused] = lab.etcd.history.calls(Put);
  assert.equal(done?.request?.value.toString(), "v");
  assert.equal(done?.response?.header?.revision, "2");
  assert.deepEqual(
    [done?.seq, done?.method, done?.path, done?.transport, done?.error],
    [1, "Put", "/etcdserverpb.KV/Put", "grpc", undefined],
  );
  assert.match(done?.peer ?? "", /^127\.0\.0\.1:\d+$/);
  assert.equal((refused?.time ?? 0) - (done?.time ?? 0), 90_000);
  assert.deepEqual(refused?.error, {
    code: "INVALID_ARGUMENT",
    text: "etcdserver: key is not provided",
  });
  assert.equal(refused?.response, undefined);
  assert.deepEqual(lab.etcd.history.calls("Range"), []);
});

test("of a stream every message is kept, both ways, and whether it is over", async () => {
  await using lab = await embeddedEtcd();
  const watch = lab.client.bidi(Watch);
  watch.send({ create_request: { key } });
  for await (const { created, events } of watch) {
    if (created) lab.etcd.put("k", "1");
    if (events.length > 0) break;
  }
  const call = () => lab.etcd.history.calls(Watch)[0];
  await eventually(() => call()?.endTime !== undefined);
  assert.deepEqual(
    call()?.messages.map(({ direction, message }) =>
      direction === "request" ? "asked" : message.events.map(({ kv }) => String(kv?.value)),
    ),
    ["asked", [], ["1"]],
  );
  assert.equal(call()?.error?.code, "CANCELLED");
});

test("what a fault makes of a call is what the history tells", async () => {
  await using lab = await embeddedEtcd();
  using _ = lab.etcd.injectFault({ method: "Put", at: "response", code: "UNAVAILABLE" });
  await assert.rejects(lab.client.unary(Put, { key }));
  assert.equal(lab.etcd.history.calls(Put)[0]?.error?.text, "injected fault");
});

test("the oldest messages go when there is no room, and it is counted", async () => {
  await using lab = await embeddedEtcd({ history: { maxMessages: 4 } });
  const watch = lab.client.bidi(Watch);
  watch.send({ create_request: { key } });
  for await (const { created } of watch) if (created) break;
  await eventually(() => lab.etcd.history.calls(Watch)[0]?.endTime !== undefined);
  for (let put = 0; put < 3; put++) await lab.client.unary(Put, { key });
  assert.deepEqual(
    lab.etcd.history.calls().map(({ seq, droppedMessages }) => [seq, droppedMessages]),
    [
      [3, 0],
      [4, 0],
    ],
  );
  assert.equal(lab.etcd.history.dropped, 2);
  lab.etcd.history.clear();
  assert.deepEqual(lab.etcd.history.calls(), []);
});

test("large values count by their bytes", async () => {
  await using lab = await embeddedEtcd({ history: { maxBytes: 10_000 } });
  for (let put = 0; put < 20; put++) {
    await lab.client.unary(Put, { key, value: Buffer.alloc(1000) });
  }
  const kept = lab.etcd.history.calls().length;
  assert.ok(kept > 5 && kept < 10, `${kept} are kept`);
});

test("a server without a history says so when it is asked", async () => {
  await using lab = await embeddedEtcd({ history: false });
  await lab.client.unary(Range, { key });
  assert.throws(() => lab.etcd.history.calls(), /history: false/);
});
