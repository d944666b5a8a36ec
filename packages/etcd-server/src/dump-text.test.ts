import assert from "node:assert/strict";
import { test } from "node:test";
import * as etcd from "@leaderlab/proto/etcd";
import { startEtcd } from "./etcd-server.ts";
import { embeddedEtcd, eventually } from "./testing/embedded-etcd.ts";

const { LeaseGrant, LeaseTimeToLive } = etcd.lease.methods;
const { Put } = etcd.kv.methods;

async function someState(): Promise<string> {
  await using lab = await embeddedEtcd({ clock: "virtual" });
  const { ID } = await lab.client.unary(LeaseGrant, { TTL: 10, ID: "-7" });
  await lab.client.unary(Put, {
    key: Buffer.from("leased"),
    value: Buffer.from("grün"),
    lease: ID,
  });
  lab.etcd.put(Buffer.from([0xff, 0]), "bytes");
  lab.etcd.put("gone", "");
  lab.etcd.delete("gone");
  await lab.etcd.advance("4s");
  return lab.etcd.dump();
}

test("a state that is dumped and loaded is the same, on a server of its own", async () => {
  const text = await someState();
  await using lab = await embeddedEtcd({ clock: "virtual", seed: 99 });
  lab.etcd.put("before", "");
  lab.etcd.load(text);
  assert.deepEqual(
    lab.etcd.list().map(({ key, value, modRevision }) => [key, value, modRevision]),
    [
      ["leased", "grün", 2],
      [Buffer.from([0xff, 0]).toString(), "bytes", 3],
    ],
  );
  assert.equal(lab.etcd.revision, 5);
  const ttl = await lab.client.unary(LeaseTimeToLive, { ID: "-7", keys: true });
  assert.deepEqual([ttl.TTL, String(ttl.keys[0])], ["6", "leased"]);
  const { members } = await lab.client.unary(etcd.cluster.methods.MemberList, {});
  assert.deepEqual(members[0]?.clientURLs, [lab.etcd.endpoint], "it says where it is now");
  await lab.etcd.advance("6s");
  assert.equal(lab.etcd.get("leased"), undefined);
});

test("a dump is readable, and the same each time", async () => {
  const text = await someState();
  // But for the port, which the system chose.
  const portless = (dump: string) => dump.replace(/127\.0\.0\.1:\d+/g, "");
  assert.equal(portless(await someState()), portless(text));
  const lines = text.trimEnd().split("\n");
  assert.match(lines[0] ?? "", /^\{"format":"leaderlab etcd dump","version":1,"revision":5,/);
  assert.match(lines[1] ?? "", /^\{"record":\{"key":"leased","value":"grün","createRevision":2,/);
  assert.match(lines[2] ?? "", /"key":\{"base64":"\/wA="\}/);
  assert.equal(lines.at(-1), '{"end":{"records":4,"leases":1}}');
});

test("what is no dump is refused, and changes nothing", async () => {
  const text = await someState();
  await using server = await startEtcd();
  server.put("k", "v");
  const lines = text.trimEnd().split("\n");
  const load = (...dump: readonly (string | undefined)[]) => {
    return () => server.load(dump.join("\n"));
  };
  assert.throws(load("{}"), /line 1 is not the head of a leaderlab etcd dump/);
  assert.throws(load(text.replace('"version":1', '"version":2')), /version 2 is not known here/);
  assert.throws(load(...lines.slice(0, -1)), /the end is missing/);
  assert.throws(load(...lines.toSpliced(2, 1)), /4 records were written, 3 are there/);
  assert.throws(load(...lines.toSpliced(2, 1, "{")), /line 3 is not JSON/);
  assert.throws(load(lines[0], lines[2], lines[1], ...lines.slice(3)), /out of order/);
  assert.equal(server.get("k")?.value, "v");
});

test("no state is loaded under the eyes of a watcher", async () => {
  const text = await someState();
  await using lab = await embeddedEtcd();
  const watch = lab.client.bidi(etcd.watch.methods.Watch);
  watch.send({ create_request: { key: Buffer.from("k") } });
  for await (const { created } of watch) {
    assert.ok(created);
    assert.throws(() => lab.etcd.load(text), /a watch stream is still open/);
    break;
  }
  await eventually(() => lab.etcd.core.counts.watchStreams === 0);
  lab.etcd.load(text);
});
