import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { Etcdctl, etcdctlVersion } from "../harness/etcdctl.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 60_000;
const { skip } = needs(parts.etcdctl);
/** `3.4`; a run that is skipped has none. */
const version = skip === false ? etcdctlVersion() : "";
const usage = 128;

/** A test with etcdctl and an etcd that is empty and at revision 1. */
function etcdctlTest(
  name: string,
  body: (ctl: Etcdctl, t: TestContext) => Promise<void>,
  reason: string | false = skip,
): void {
  test(`etcdctl ${version}, on ${targetName}: ${name}`, { skip: reason, timeout }, async (t) => {
    using folder = temporaryFolder();
    await using etcd = await startDefaultEtcd(folder.path, { signal: t.signal });
    await body(new Etcdctl({ endpoint: etcd.baseUrl, signal: t.signal }), t);
  });
}

const refused = (text: string, code = 1) => ({ code, stdout: "", stderr: `Error: ${text}\n` });

etcdctlTest("put and get, with all their options", async (ctl) => {
  assert.equal(await ctl.say("put", "k1", "old"), "OK\n"); // revision 2
  assert.equal(await ctl.say("put", "k1", "v1", "--prev-kv"), "OK\nk1\nold\n");
  await ctl.say("put", "k2", "v3");
  assert.deepEqual(await ctl.run(["put", "k3"], "v2 from stdin"), {
    code: 0,
    stdout: "OK\n",
    stderr: "",
  });
  assert.equal(await ctl.say("put", "k2", "--ignore-value"), "OK\n"); // revision 6

  assert.equal(await ctl.say("get", "k1"), "k1\nv1\n");
  assert.equal(await ctl.say("get", "k1", "--print-value-only"), "v1\n");
  assert.equal(await ctl.say("get", "k1", "--rev=2"), "k1\nold\n");
  assert.equal(await ctl.say("get", "k1", "--consistency=s"), "k1\nv1\n");
  assert.equal(await ctl.say("get", "k1", "--hex"), "\\x6b\\x31\n\\x76\\x31\n");
  assert.equal(await ctl.say("get", "nothing"), "");
  assert.equal(await ctl.say("get", "k1", "k3"), "k1\nv1\nk2\nv3\n");
  assert.equal(await ctl.say("get", "k3", "--from-key"), "k3\nv2 from stdin\n");
  assert.equal(await ctl.say("get", "k", "--prefix", "--keys-only"), "k1\n\nk2\n\nk3\n\n");
  assert.equal(await ctl.say("get", "k", "--prefix", "--limit=1"), "k1\nv1\n");

  const keys = async (...order: string[]) => {
    const listed = await ctl.say("get", "k", "--prefix", "--keys-only", ...order);
    return listed.split("\n").filter((line) => line !== "");
  };
  assert.deepEqual(await keys("--order=DESCEND"), ["k3", "k2", "k1"]);
  assert.deepEqual(await keys("--sort-by=VALUE"), ["k1", "k3", "k2"]);
  assert.deepEqual(await keys("--sort-by=MODIFY", "--order=DESCEND"), ["k2", "k3", "k1"]);
  assert.deepEqual(await keys("--sort-by=CREATE", "--order=ASCEND"), ["k1", "k2", "k3"]);
  assert.deepEqual(await keys("--sort-by=VERSION", "--order=ASCEND", "--limit=1"), ["k3"]);
  // Without an order the limit comes first: of k1 and k2, which are fetched, k1 is given.
  assert.deepEqual(await keys("--sort-by=VERSION", "--limit=1"), ["k1"]);
});

etcdctlTest("the formats json and fields", async (ctl) => {
  await ctl.say("put", "k", "1");
  await ctl.say("put", "k", "v");
  const { header, ...reply } = JSON.parse(await ctl.say("get", "k", "-w", "json"));
  assert.deepEqual([header.revision, header.raft_term], [3, 2]);
  assert.deepEqual(reply, {
    kvs: [{ key: "aw==", create_revision: 2, mod_revision: 3, version: 2, value: "dg==" }],
    count: 1,
  });
  const fields = await ctl.say("get", "k", "-w", "fields");
  assert.equal(
    fields.replace(/^"(ClusterID|MemberID)" : \d+$/gm, '"$1" : #'),
    [
      '"ClusterID" : #\n"MemberID" : #\n"Revision" : 3\n"RaftTerm" : 2\n"Key" : "k"',
      '"CreateRevision" : 2\n"ModRevision" : 3\n"Version" : 2\n"Value" : "v"\n"Lease" : 0',
      '"More" : false\n"Count" : 1\n',
    ].join("\n"),
  );
});

etcdctlTest(
  "get --count-only",
  async (ctl) => {
    for (const key of ["k1", "k2", "x"]) await ctl.say("put", key, "v");
    const fields = await ctl.say("get", "k", "--prefix", "--count-only", "-w", "fields");
    assert.match(fields, /^"Count" : 2$/m);
    assert.doesNotMatch(fields, /"Key"/);
  },
  version === "3.4" ? "etcdctl 3.4 has no --count-only" : skip,
);

etcdctlTest("del, with all its options", async (ctl) => {
  for (const key of ["k1", "k2", "k3", "x1", "x2"]) await ctl.say("put", key, `v-${key}`);
  assert.equal(await ctl.say("del", "k1"), "1\n");
  assert.equal(await ctl.say("del", "k1"), "0\n");
  assert.equal(await ctl.say("del", "k2", "--prev-kv"), "1\nk2\nv-k2\n");
  assert.equal(await ctl.say("del", "k", "--prefix"), "1\n");
  assert.equal(await ctl.say("del", "x2", "--from-key"), "1\n");
  assert.equal(await ctl.say("get", "--prefix", ""), "x1\nv-x1\n");
});

etcdctlTest("a transaction from stdin, by its prompts and without", async (ctl) => {
  await ctl.say("put", "k", "v");
  const txn = async (lines: readonly string[], ...flags: string[]) =>
    (await ctl.run(["txn", ...flags], `${lines.join("\n")}\n`)).stdout;
  const holds = ['value("k") = "v"', 'mod("k") > "0"', 'ver("x") = "0"', 'create("x") = "0"'];
  assert.equal(
    await txn([...holds, "", "put k2 new", "get k2", "del k", "", "get k", ""]),
    "SUCCESS\n\nOK\n\nk2\nnew\n\n1\n",
  );
  assert.equal(
    await txn(['value("k2") = "other"', "", "put x y", "", "get k2", ""]),
    "FAILURE\n\nk2\nnew\n",
  );
  assert.equal(
    await txn(['value("k2") = "new"', "", "", ""], "-i"),
    "compares:\nsuccess requests (get, put, del):\nfailure requests (get, put, del):\nSUCCESS\n",
  );
  const malformed = await ctl.run(["txn"], "nonsense\n\n\n\n");
  assert.deepEqual(
    [malformed.code, malformed.stderr],
    [3, "Error: malformed comparison: nonsense\n"],
  );
  const twice = await ctl.run(["txn"], "\nput k 1\nput k 2\n\n\n");
  assert.deepEqual(twice, refused("etcdserver: duplicate key given in txn request"));
});

etcdctlTest("what etcd refuses is told in its words, with etcdctl's exit codes", async (ctl) => {
  const cases: readonly (readonly [args: string, text: string, code?: number])[] = [
    ["get k --rev=99", "etcdserver: mvcc: required revision is a future revision"],
    ["get ", "etcdserver: key is not provided"],
    ["put k v --lease=99", "etcdserver: requested lease not found"],
    ["put k --ignore-value", "etcdserver: key not found"],
    ["compaction 99", "etcdserver: mvcc: required revision is a future revision"],
    ["lease revoke 99", "failed to revoke lease (etcdserver: requested lease not found)"],
    ["lease keep-alive --once 99", "etcdserver: requested lease not found", 2],
    ["put", "put command needs 1 argument and input from stdin or 2 arguments", usage],
    [
      "put k v --lease=zz",
      'bad lease ID (strconv.ParseInt: parsing "zz": invalid syntax), expecting ID in Hex',
      usage,
    ],
    ["lease grant x", 'bad TTL (strconv.ParseInt: parsing "x": invalid syntax)', usage],
    ["elect e proposal -l", "proposal given but -l is set", usage],
  ];
  for (const [args, text, code] of cases) {
    assert.deepEqual(await ctl.run(args.split(" ")), refused(text, code), args);
  }
});

etcdctlTest("compaction", async (ctl) => {
  for (const value of ["1", "2", "3"]) await ctl.say("put", "k", value); // revisions 2, 3, 4
  assert.equal(await ctl.say("compaction", "3"), "compacted revision 3\n");
  const compacted = refused("etcdserver: mvcc: required revision has been compacted");
  assert.deepEqual(await ctl.run(["compaction", "3"]), compacted);
  assert.deepEqual(await ctl.run(["get", "k", "--rev=2"]), compacted);
  assert.equal(await ctl.say("get", "k", "--rev=3"), "k\n2\n");
  assert.equal(await ctl.say("compaction", "4", "--physical"), "compacted revision 4\n");
});

etcdctlTest("leases: grant, time to live, list, keep-alive, revoke", async (ctl) => {
  const granted = await ctl.say("lease", "grant", "100");
  const lease = /^lease ([0-9a-f]+) granted with TTL\(100s\)\n$/.exec(granted)?.[1] ?? "";
  assert.match(await ctl.say("lease", "grant", "1"), /granted with TTL\(2s\)/);
  await ctl.say("put", "k", "v", `--lease=${lease}`);
  const left = `lease ${lease} granted with TTL(100s), remaining(99s)`;
  assert.equal(await ctl.say("lease", "timetolive", lease), `${left}\n`);
  assert.equal(
    await ctl.say("lease", "timetolive", lease, "--keys"),
    `${left}, attached keys([k])\n`,
  );
  assert.match(
    await ctl.say("lease", "list"),
    new RegExp(`^found \\d leases\n[^]*^${lease}$`, "m"),
  );
  assert.equal(
    await ctl.say("lease", "keep-alive", "--once", lease),
    `lease ${lease} keepalived with TTL(100)\n`,
  );
  await ctl.say("put", "k", "w", "--ignore-lease");
  assert.equal(await ctl.say("lease", "revoke", lease), `lease ${lease} revoked\n`);
  assert.equal(await ctl.say("get", "k"), "");
  assert.equal(await ctl.say("lease", "timetolive", lease), `lease ${lease} already expired\n`);
});

etcdctlTest("the one member, its status and its health", async (ctl) => {
  const member = await ctl.say("member", "list");
  assert.match(
    member,
    /^[0-9a-f]+, started, default, http:\/\/\S+, http:\/\/127\.0\.0\.1:\d+, false\n$/,
  );
  const { header, members } = JSON.parse(await ctl.say("member", "list", "-w", "json"));
  assert.equal(header.revision, undefined);
  assert.deepEqual([members.length, members[0].name], [1, "default"]);
  const [{ Status: status }] = JSON.parse(await ctl.say("endpoint", "status", "-w", "json"));
  assert.equal(status.version.replace(/\.\d+$/, ""), etcdVersion());
  assert.equal(status.leader, status.header.member_id);
  assert.ok(
    status.dbSize >= 20480 && status.dbSizeInUse >= 16384,
    "a store has five pages at least",
  );
  assert.equal(status.raftTerm, 2);
  const health = await ctl.run(["endpoint", "health"]);
  assert.equal(health.code, 0);
  assert.match(
    health.stdout + health.stderr,
    /is healthy: successfully committed proposal: took = /,
  );
  assert.equal(await ctl.say("alarm", "list"), "");
});

test(`etcdctl ${version}: an etcd that is not there is unhealthy`, { skip, timeout }, async (t) => {
  const ctl = new Etcdctl({ endpoint: "127.0.0.1:1", signal: t.signal });
  const { code, stdout, stderr } = await ctl.run(["endpoint", "health", "--command-timeout=200ms"]);
  assert.equal(code, 1);
  assert.match(stdout + stderr, /127\.0\.0\.1:1 is unhealthy: failed to commit proposal/);
  assert.match(stderr, /Error: unhealthy cluster/);
});
