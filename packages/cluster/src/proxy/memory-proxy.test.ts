import assert from "node:assert/strict";
import { test } from "node:test";
import * as lnd from "@leaderlab/proto/lnd";
import { RpcError } from "@leaderlab/rpc";
import { startCluster } from "../cluster.ts";
import type { Cluster } from "../running-cluster.ts";
import type { TimelineEvent } from "../timeline.ts";
import { causesOf } from "../timeline-causes.ts";
import { writeTimeline } from "../timeline-file.ts";
import type { ProxySettings } from "./fabric-proxy.ts";

const second = 1000;

const simulate = (proxy: ProxySettings = {}, seed = 5) =>
  startCluster({
    fabric: "memory",
    seed,
    nodes: 3,
    sessionTtlSeconds: 5,
    proxy,
    lndFlags: (index) => [`--alias=lnd-${index + 1}`],
  });

/** Who answers through the proxy, or the code of the error. */
async function askThrough(cluster: Cluster): Promise<string> {
  const { proxy } = cluster;
  assert.ok(proxy);
  const client = proxy.connect();
  const metadata = { macaroon: proxy.adminMacaroon };
  try {
    const asked = client.unary(lnd.lightning.methods.GetInfo, {}, { metadata });
    const { alias } = await cluster.finish(asked);
    return alias;
  } catch (error) {
    assert.ok(error instanceof RpcError, String(error));
    return error.code;
  } finally {
    client.close();
  }
}

const turnsOf = ({ timeline }: Cluster) =>
  timeline.events.filter(
    (event): event is TimelineEvent & { kind: "proxyTurned" } => event.kind === "proxyTurned",
  );

test("a client behind the proxy reaches the leader, nobody while none serves, and the next leader", async () => {
  await using cluster = await simulate();
  const ask = () => askThrough(cluster);
  await cluster.time.advance(5 * second);
  assert.equal(await ask(), "lnd-1");
  await cluster.node("lnd-1").kill();
  await cluster.time.advance(second);
  assert.equal(await ask(), "UNAVAILABLE");
  await cluster.time.advance(10 * second);
  assert.equal(await ask(), "lnd-2");
  assert.deepEqual(
    turnsOf(cluster).map(({ from, to }) => [from, to]),
    [
      [null, "lnd-1"],
      ["lnd-1", null],
      [null, "lnd-2"],
    ],
  );
});

test("the proxy turns because of what happened to the leader, and to a node because that one serves", async () => {
  await using cluster = await simulate();
  await cluster.time.advance(5 * second);
  await cluster.node("lnd-1").kill();
  await cluster.time.advance(15 * second);
  const { events } = cluster.timeline;
  const [, away, to] = turnsOf(cluster).map((turn) => causesOf(events, turn));
  assert.equal(away?.[1]?.kind, "killed");
  assert.deepEqual(to?.map(({ kind }) => kind).slice(0, 3), ["proxyTurned", "state", "state"]);
  assert.equal(to?.at(-1)?.kind, "killed");
});

test("a leader that stands still is given up in bounded time, and gets nothing back when it goes on", async () => {
  for (const looksIntoEtcd of [true, false]) {
    await using cluster = await simulate({ looksIntoEtcd });
    const ask = () => askThrough(cluster);
    await cluster.time.advance(5 * second);
    await cluster.node("lnd-1").pause();
    await cluster.time.advance(3.1 * second);
    assert.equal(cluster.proxy?.leader, null);
    await cluster.time.advance(10 * second);
    assert.equal(await ask(), "lnd-2");
    await cluster.node("lnd-1").resume();
    await cluster.time.advance(5 * second);
    assert.equal(cluster.node("lnd-1").state, "SERVER_ACTIVE", "it does not know yet");
    assert.equal(await ask(), "lnd-2");
    assert.ok(cluster.timeline.events.every(({ kind }) => kind !== "violation"));
  }
});

test("a leader cut off from etcd is left as soon as another one is elected, before that one serves", async () => {
  await using cluster = await simulate();
  await cluster.time.advance(5 * second);
  await cluster.inject({ kind: "blackhole", link: "lnd-1:etcd" });
  await cluster.time.advance(20 * second);
  const elected = cluster.timeline.events.findLast(({ kind }) => kind === "elected");
  const away = turnsOf(cluster).at(-2);
  assert.ok(elected && away && away.to === null);
  assert.ok(away.atMs - elected.atMs < 5, "within the time of a message");
});

test("faults on the proxy's links are its own: it loses a node that others still reach", async () => {
  await using cluster = await simulate();
  const ask = () => askThrough(cluster);
  await cluster.time.advance(5 * second);
  const fault = await cluster.inject({ kind: "blackhole", link: "proxy:lnd-1" });
  await cluster.time.advance(5 * second);
  assert.equal(cluster.proxy?.leader, null);
  assert.equal(await ask(), "UNAVAILABLE");
  const { cause } = turnsOf(cluster).at(-1) ?? {};
  assert.equal(cluster.timeline.events[(cause ?? 0) - 1]?.kind, "faultInjected");
  await fault.undo();
  await cluster.time.advance(5 * second);
  assert.equal(await ask(), "lnd-1");
});

test("the same seed gives the same timeline with a proxy, byte for byte", async () => {
  const run = async () => {
    await using cluster = await simulate({}, 11);
    await cluster.inject({ kind: "loss", link: "proxy:lnd-1", rate: 0.2 });
    await cluster.time.advance(10 * second);
    await cluster.node("lnd-1").kill();
    await cluster.time.advance(20 * second);
    return writeTimeline(cluster.timeline.events);
  };
  assert.equal(await run(), await run());
});
