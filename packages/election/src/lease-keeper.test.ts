import assert from "node:assert/strict";
import { test } from "node:test";
import { createLab, type Lab } from "./testing/lab.ts";

const sentAtMs = ({ etcd }: Lab) => etcd.requests("keepAlive").map((request) => request.atMs);

test("a lease of 5 s is renewed at once and then every 2 s, as Go's client does it", async () => {
  const lab = createLab();
  await lab.join("node");
  await lab.clock.advance(10_000);
  assert.deepEqual(sentAtMs(lab), [0, 2000, 4000, 6000, 8000, 10_000]);
});

for (const [ttlSeconds, everyMs] of [
  [2, 1000],
  [6, 2000],
  [10, 3500],
  [60, 20_000],
  [90, 30_000],
] as const) {
  test(`a lease of ${ttlSeconds} s is renewed every ${everyMs} ms`, async () => {
    const lab = createLab();
    await lab.join("node", { ttlSeconds });
    await lab.clock.advance(3 * everyMs);
    assert.deepEqual(sentAtMs(lab), [0, everyMs, 2 * everyMs, 3 * everyMs]);
  });
}

test("a third of the TTL counts from the answer, but for the little that an answer usually takes", async () => {
  const lab = createLab();
  lab.etcd.keepAliveDelayMs = 40;
  await lab.join("node", { ttlSeconds: 90 });
  await lab.clock.advance(60_000);
  assert.deepEqual(sentAtMs(lab), [0, 30_000, 60_000]);
  const slow = createLab();
  slow.etcd.keepAliveDelayMs = 450;
  await slow.join("node", { ttlSeconds: 5 });
  await slow.clock.advance(5000);
  assert.deepEqual(sentAtMs(slow), [0, 2500, 5000]);
});

test("a keep-alive that is not answered is sent again every 500 ms until one is", async () => {
  const lab = createLab();
  const session = await lab.join("node");
  lab.etcd.deafKeepAlives = 3;
  await lab.clock.advance(6000);
  assert.deepEqual(sentAtMs(lab), [0, 2000, 2500, 3000, 3500, 5500]);
  assert.equal(session.signal.aborted, false);
});

test("a broken stream is opened anew after 500 ms, and nothing is sent before it is due", async () => {
  const lab = createLab();
  const { client } = await lab.join("node");
  await lab.clock.advance(700);
  client.breakStreams();
  await lab.clock.advance(3000);
  // Opened at 1200; due 1667; its ticks are at 1200, 1700, 2200 …
  assert.deepEqual(sentAtMs(lab), [0, 1700, 3700]);
});

test("a lease that is overdue is renewed as soon as the stream is back", async () => {
  const lab = createLab();
  const { client } = await lab.join("node");
  await lab.clock.advance(1900);
  client.setLink("refused");
  await lab.clock.advance(900);
  client.setLink("up");
  await lab.clock.advance(500);
  assert.deepEqual(sentAtMs(lab), [0, 2900]);
});

test("the end comes with etcd's word that the lease is gone", async () => {
  const lab = createLab();
  const session = await lab.join("node");
  lab.etcd.revoke(session.lease);
  await lab.clock.advance(2000);
  assert.equal(await session.done, "expired");
  assert.match(String(session.signal.reason), /etcd says that the lease is gone/);
});

test("the end comes a TTL after the last answer, at the next whole second", async () => {
  const lab = createLab();
  const session = await lab.join("node");
  await lab.clock.advance(1200);
  session.client.setLink("silent");
  await lab.clock.advance(3799);
  assert.equal(session.signal.aborted, false);
  await lab.clock.advance(1);
  assert.equal(await session.done, "unanswered");
  assert.equal(lab.clock.now(), 5000);
});

test("an outage shorter than the TTL is survived", async () => {
  const lab = createLab();
  const session = await lab.join("node");
  await lab.clock.advance(1000);
  lab.etcd.stop();
  await lab.clock.advance(2500);
  lab.etcd.start();
  await lab.clock.advance(60_000);
  assert.equal(session.signal.aborted, false);
});

test("without a first answer the session lives for 5 s, whatever its TTL", async () => {
  const lab = createLab();
  lab.etcd.deafKeepAlives = 1000;
  const session = await lab.join("node", { ttlSeconds: 90 });
  await lab.clock.advance(4999);
  assert.equal(session.signal.aborted, false);
  await lab.clock.advance(1);
  assert.equal(await session.done, "unanswered");
});

test("a session that is over leaves no timer and sends nothing more", async () => {
  const lab = createLab();
  const session = await lab.join("node", { ttlSeconds: 60 });
  const timersOfEtcd = 1;
  await session.orphan();
  await lab.settle();
  assert.equal(lab.clock.pending, timersOfEtcd);
  assert.deepEqual(sentAtMs(lab), [0]);
});
