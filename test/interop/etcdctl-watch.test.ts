import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestProcess } from "../harness/child-process.ts";
import { contendersWhen } from "../harness/contenders.ts";
import { type EtcdTarget, startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { Etcdctl, etcdctlVersion } from "../harness/etcdctl.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 60_000;
const { skip } = needs(parts.etcdctl);
const version = skip === false ? etcdctlVersion() : "";

/** A test with etcdctl and an etcd that is empty and at revision 1. */
function etcdctlTest(name: string, body: (ctl: Etcdctl, etcd: EtcdTarget) => Promise<void>): void {
  test(`etcdctl ${version}, on ${targetName}: ${name}`, { skip, timeout }, async ({ signal }) => {
    using folder = temporaryFolder();
    await using etcd = await startEtcdTarget(folder.path, { signal });
    await body(new Etcdctl({ endpoint: etcd.address, signal }), etcd);
  });
}

/** The next so many lines, whatever they are. */
async function lines(from: TestProcess, count: number): Promise<string[]> {
  const read: string[] = [];
  while (read.length < count) read.push(await from.nextLine(/^/));
  return read;
}

const gone = { code: 0, signal: null };

etcdctlTest("watch tells of puts and deletions, as they come and from the past", async (ctl) => {
  await ctl.say("put", "k", "1"); // revision 2
  await ctl.say("put", "other", "");
  // From a revision to come, so that it does not matter when the watch begins.
  await using live = ctl.start(["watch", "k", "--prefix", "--rev=4"]);
  await ctl.say("put", "k", "2");
  await ctl.say("put", "k2", "3");
  await ctl.say("del", "k");
  assert.deepEqual(await lines(live, 9), ["PUT", "k", "2", "PUT", "k2", "3", "DELETE", "k", ""]);

  await using past = ctl.start(["watch", "k", "--rev=2", "--prev-kv"]);
  const told = ["PUT", "k", "1", "PUT", "k", "1", "k", "2", "DELETE", "k", "2", "k", ""];
  assert.deepEqual(await lines(past, told.length), told);

  await using json = ctl.start(["watch", "k", "--rev=6", "-w", "json"]);
  const { Header: header, Events: events } = JSON.parse((await lines(json, 1))[0] ?? "");
  assert.equal(header.revision, 6);
  assert.deepEqual(events, [{ type: 1, kv: { key: "aw==", mod_revision: 6 } }]);
});

etcdctlTest("watch runs a command for each event", async (ctl) => {
  await ctl.say("put", "k", "1");
  await ctl.say("del", "k");
  const print =
    "echo $ETCD_WATCH_EVENT_TYPE $ETCD_WATCH_KEY $ETCD_WATCH_VALUE $ETCD_WATCH_REVISION";
  await using watch = ctl.start(["watch", "k", "--rev=2", "--", "sh", "-c", print]);
  assert.equal(await watch.nextLine(/^"/), '"PUT" "k" "1" 3');
  assert.equal(await watch.nextLine(/^"/), '"DELETE" "k" "" 3');
});

etcdctlTest("watch -i takes several watches from stdin", async (ctl) => {
  await using watch = ctl.start(["watch", "-i"], "open");
  watch.write("watch --rev=2 a");
  watch.write("watch --prefix --rev=2 b");
  await ctl.say("put", "a", "1");
  assert.deepEqual(await lines(watch, 3), ["PUT", "a", "1"]);
  await ctl.say("put", "bb", "2");
  assert.deepEqual(await lines(watch, 3), ["PUT", "bb", "2"]);
});

etcdctlTest("a watch of what was compacted ends with its reason and code 5", async (ctl) => {
  for (const value of ["1", "2", "3"]) await ctl.say("put", "k", value);
  await ctl.say("compaction", "4");
  assert.deepEqual(await ctl.run(["watch", "k", "--rev=2"]), {
    code: 5,
    stdout: "",
    stderr: [
      "watch was canceled (etcdserver: mvcc: required revision has been compacted)",
      "Error: watch is canceled by the server\n",
    ].join("\n"),
  });
});

etcdctlTest("lock runs a command under the lock, and gives it up afterwards", async (ctl) => {
  const command = "echo $ETCD_LOCK_KEY $ETCD_LOCK_REV; exit 7";
  const { code, stdout } = await ctl.run(["lock", "l", "--", "sh", "-c", command]);
  assert.match(stdout, /^l\/[0-9a-f]+ 2\n$/);
  assert.equal(code, version === "3.4" ? 1 : 7, "3.4 does not hand the command's code on");
  assert.equal(await ctl.say("get", "l/", "--prefix"), "");
});

etcdctlTest("a lock excludes others until its holder is stopped", async (ctl, { client }) => {
  await using holder = ctl.start(["lock", "l"]);
  const held = await holder.nextLine(/^l\//);
  await using second = ctl.start(["lock", "l", "--", "echo", "mine"]);
  const [first] = await contendersWhen(client, "l", 2);
  assert.equal(held, first?.key);
  assert.equal(second.output, "");
  assert.deepEqual(await holder.kill("SIGTERM"), gone);
  await second.line(/^mine$/);
  assert.deepEqual(await second.ended, gone);
});

etcdctlTest(
  "a lock whose holder is killed is free when its lease ends",
  async (ctl, { client }) => {
    await using holder = ctl.start(["lock", "l", "--ttl=2"]);
    await holder.line(/^l\//);
    await using second = ctl.start(["lock", "l", "--", "echo", "mine"]);
    const [first] = await contendersWhen(client, "l", 2);
    await holder.kill("SIGKILL");
    assert.match(
      await ctl.say("lease", "timetolive", first?.lease ?? ""),
      /TTL\(2s\), remaining\([01]s\)/,
    );
    await second.line(/^mine$/);
  },
);

etcdctlTest("elect: two contend, and elect -l tells who leads", async (ctl, { client }) => {
  await using one = ctl.start(["elect", "e", "one"]);
  const leading = await lines(one, 2);
  assert.equal(leading[1], "one");
  await using observer = ctl.start(["elect", "-l", "e"]);
  assert.deepEqual(await lines(observer, 2), leading);
  await using two = ctl.start(["elect", "e", "two"]);
  const contenders = await contendersWhen(client, "e", 2);
  assert.deepEqual(
    contenders.map(({ value }) => value),
    ["one", "two"],
  );
  assert.equal(two.output, "");
  assert.deepEqual(await one.kill("SIGTERM"), gone);
  assert.deepEqual(await lines(two, 2), [contenders[1]?.key, "two"]);
  assert.deepEqual(await lines(observer, 2), [contenders[1]?.key, "two"]);
  assert.deepEqual(await two.kill("SIGINT"), gone);
});
