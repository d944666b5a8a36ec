import assert from "node:assert/strict";
import { test } from "node:test";
import { startCluster } from "../cluster.ts";
import { faultKinds, faultNames } from "./fault-table.ts";

test("a link has a method for each kind of fault on links, which injects just that until its scope ends", async () => {
  await using cluster = await startCluster({ fabric: "memory", seed: 1, nodes: 1 });
  const link = cluster.link("lnd-1", "etcd");
  assert.equal(link.name, "lnd-1:etcd");
  const kinds = faultNames.filter((kind) => faultKinds[kind].on === "link");
  assert.deepEqual(
    Object.keys(link).filter((name) => !["name", "partition"].includes(name)),
    kinds,
  );
  {
    await using slow = await link.latency({ latencyMs: 20, direction: "toServer" }, { forMs: 500 });
    await using cut = await link.partition();
    assert.deepEqual(
      [slow.spec, cut.spec],
      [
        { kind: "latency", link: "lnd-1:etcd", latencyMs: 20, direction: "toServer" },
        { kind: "blackhole", link: "lnd-1:etcd" },
      ],
    );
    assert.equal(slow.remainingMs, 500);
    assert.deepEqual(cluster.faults, [slow, cut]);
  }
  assert.deepEqual(cluster.faults, []);
});

test("what cannot be on a link is refused by name", async () => {
  await using cluster = await startCluster({ fabric: "memory", seed: 1, nodes: 1 });
  await assert.rejects(cluster.link("lnd-1", "etcd").latency({ latencyMs: -1 }), /latencyMs/);
  await assert.rejects(cluster.link("lnd-1", "no where").reset(), /FROM:TO/);
  for (const [from, to] of [
    ["client", "etcd"],
    ["lnd-2", "etcd"],
    ["lnd-1", "lnd-2"],
    ["proxy", "lnd-1"],
  ] as const) {
    const message = new RegExp(`there is no link ${from}:${to}; in memory there are NODE:etcd`);
    await assert.rejects(cluster.link(from, to).blackhole(), message);
  }
  await using _every = await cluster.link("*", "etcd").blackhole();
});
