import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { createEtcd3Client } from "@leaderlab/election/etcd3";
import * as lnd from "@leaderlab/proto/lnd";
import { createRpcClient } from "@leaderlab/rpc/client";
import { awaitEvent } from "./await-event.ts";
import { startCluster } from "./cluster.ts";
import type { ClusterNode } from "./cluster-node.ts";

test("a leader whose key is gone still writes, the database takes it, and the timeline says so once", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-deposed-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const [clock, random] = [createRealClock(), createSystemRandom()];
  await using cluster = await startCluster({ clock, random, folder, nodes: 2 });
  const { timeline } = cluster;
  const active = (node: string) =>
    awaitEvent(
      timeline,
      (event) => event.kind === "state" && event.node === node && event.state === "SERVER_ACTIVE",
    );
  const [first, second] = [cluster.node("lnd-1"), cluster.node("lnd-2")];
  await active("lnd-1");
  const { AddInvoice, LookupInvoice } = lnd.lightning.methods;
  const call = (node: ClusterNode) => {
    const metadata = { macaroon: readFileSync(first.macaroonPath).toString("hex") };
    return { client: createRpcClient(node.rpcAddress, { insecureSkipVerify: true }), metadata };
  };
  const add = async () => {
    const { client, metadata } = call(first);
    try {
      return await client.unary(AddInvoice, { value: 1 }, { metadata });
    } finally {
      client.close();
    }
  };
  const told = () => timeline.events.filter(({ kind }) => kind === "deposedWrite");
  await add();
  assert.deepEqual(told(), []);

  const lease = first.leaseId ?? 0n;
  const address = (cluster.etcdEndpoints[0] ?? "").replace("http://", "");
  const etcd = createEtcd3Client({ endpoints: [address], clock });
  await etcd.revoke(lease);
  etcd.close();
  await active("lnd-2");
  assert.equal(first.state, "SERVER_ACTIVE");
  const { r_hash } = await add();
  await add();
  assert.deepEqual(
    told().map((event) => event.kind === "deposedWrite" && [event.node, event.lease]),
    [["lnd-1", lease.toString(16)]],
  );
  const { client, metadata } = call(second);
  assert.equal((await client.unary(LookupInvoice, { r_hash }, { metadata })).state, "OPEN");
  client.close();
});
