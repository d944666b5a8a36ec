import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runToEnd } from "../harness/child-process.ts";
import { type DefaultEtcd, etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { Etcdctl, etcdctlVersion } from "../harness/etcdctl.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 120_000;
const isOld = needs(parts.etcdctl).skip === false && etcdctlVersion() === "3.4";
/** Who works on files: etcdctl itself once, etcdutl today. */
const tool = isOld ? parts.etcdctl : parts.etcdutl;
const real = parts.etcd.program;
const { skip } = needs(parts.etcdctl, tool, parts.etcd);
/** The newest of both: only a 3.6 sums up its history as ours does. */
const sumsUpAlike = !skip && etcdVersion(real) === "3.6";

const ctlOf = (etcd: DefaultEtcd, signal: AbortSignal) =>
  new Etcdctl({ endpoint: etcd.baseUrl, signal });

/** A history with several versions, deletions, a lease and a compaction. */
async function fill(ctl: Etcdctl): Promise<void> {
  for (const value of ["1", "2", "3"]) await ctl.say("put", "a", value); // revisions 2 to 4
  await ctl.say("put", "gone", "x"); // 5
  await ctl.say("del", "gone"); // 6
  const lease = /^lease (\w+) granted/.exec(await ctl.say("lease", "grant", "1000"))?.[1] ?? "";
  await ctl.say("put", "leased", "y", `--lease=${lease}`); // 7
  await ctl.say("put", "large", "z".repeat(100_000)); // 8
  await ctl.say("compaction", "3");
}

/** What a client can learn of the store: the keys at each revision, the leases, the checksum. */
async function seen(ctl: Etcdctl): Promise<object> {
  const keysAt = async (revision: number) => {
    const { kvs } = JSON.parse(
      await ctl.say("get", "", "--prefix", "-w=json", `--rev=${revision}`),
    );
    return kvs;
  };
  const revisions = [3, 4, 5, 6, 7, 8];
  const [, ...leases] = (await ctl.say("lease", "list")).trim().split("\n");
  const left = await Promise.all(leases.map((id) => ctl.say("lease", "timetolive", id, "--keys")));
  const refused = await ctl.run(["get", "a", "--rev=2"]);
  const hash = sumsUpAlike ? JSON.parse(await ctl.say("endpoint", "hashkv", "-w=json")) : undefined;
  return {
    keys: await Promise.all(revisions.map(keysAt)),
    leases: left.map((text) => text.replace(/remaining\((1000|9\d\d)s\)/, "remaining(#)")),
    compacted: refused.stderr,
    hash: hash?.[0].HashKV.hash,
  };
}

async function fileTool(...args: readonly string[]): Promise<string> {
  const options = { env: { ETCDCTL_API: "3" } };
  const { code, output } = await runToEnd([tool.program, "snapshot", ...args], options);
  assert.equal(code, 0, output);
  return output;
}

test(`a snapshot of ours is good to ${tool.program}, and a real etcd takes it over`, {
  skip,
  timeout,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  const [file, restored] = [join(folder.path, "ours.db"), join(folder.path, "restored")];
  await using ours = await startDefaultEtcd(folder.path, { program: "ours", signal });
  const ctl = ctlOf(ours, signal);
  await fill(ctl);
  await ctl.say("snapshot", "save", file);
  const [status] = /\{"hash.*/.exec(await fileTool("status", file, "-w=json")) ?? [];
  assert.equal(JSON.parse(status ?? "{}").revision, 8);
  await fileTool("restore", file, `--data-dir=${restored}`);
  const flags = [`--data-dir=${restored}`];
  await using taken = await startDefaultEtcd(folder.path, { program: real, flags, signal });
  assert.deepEqual(await seen(ctlOf(taken, signal)), await seen(ctl));
  await ctlOf(taken, signal).say("put", "a", "4");
});

test("ours takes over a snapshot of a real etcd", { skip, timeout }, async ({ signal }) => {
  using folder = temporaryFolder();
  const [file, dataDir] = [join(folder.path, "real.db"), join(folder.path, "data")];
  await using etcd = await startDefaultEtcd(folder.path, { program: real, signal });
  const ctl = ctlOf(etcd, signal);
  await fill(ctl);
  await ctl.say("snapshot", "save", file);
  mkdirSync(dataDir);
  copyFileSync(file, join(dataDir, "leaderlab-snapshot.db"));
  const flags = [`--data-dir=${dataDir}`, "--snapshot-on-exit"];
  await using ours = await startDefaultEtcd(folder.path, { program: "ours", flags, signal });
  assert.deepEqual(await seen(ctlOf(ours, signal)), await seen(ctl));
  assert.equal(
    JSON.parse(await ctlOf(ours, signal).say("member", "list", "-w=json")).members.length,
    1,
  );
});

test("ours goes over to a real etcd and comes back the same", { skip, timeout }, async (t) => {
  const { signal } = t;
  using folder = temporaryFolder();
  const [first, second] = ["first", "second"].map((name) => join(folder.path, `${name}.db`));
  const [realDir, ourDir] = ["real", "ours"].map((name) => join(folder.path, name));
  assert.ok(first && second && realDir && ourDir);
  let before: object;
  {
    await using ours = await startDefaultEtcd(folder.path, { program: "ours", signal });
    await fill(ctlOf(ours, signal));
    before = await seen(ctlOf(ours, signal));
    await ctlOf(ours, signal).say("snapshot", "save", first);
  }
  await fileTool("restore", first, `--data-dir=${realDir}`);
  {
    const flags = [`--data-dir=${realDir}`];
    await using etcd = await startDefaultEtcd(folder.path, { program: real, flags, signal });
    await ctlOf(etcd, signal).say("snapshot", "save", second);
  }
  mkdirSync(ourDir);
  copyFileSync(second, join(ourDir, "leaderlab-snapshot.db"));
  const flags = [`--data-dir=${ourDir}`, "--snapshot-on-exit"];
  await using again = await startDefaultEtcd(folder.path, { program: "ours", flags, signal });
  assert.deepEqual(await seen(ctlOf(again, signal)), before);
});

test("users, roles and passwords go over to a real etcd, and come from one", {
  skip,
  timeout,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  const [file, realDir, ourDir] = ["a.db", "real", "ours"].map((name) => join(folder.path, name));
  assert.ok(file && realDir && ourDir);
  const root = "--user=root:secret";
  const rights = async (ctl: Etcdctl) => {
    const wrong = await ctl.run(["get", "a", "--user=someone:other"]);
    return {
      denied: (await ctl.run(["get", "b", "--user=someone:pass"])).stderr,
      wrong: wrong.stderr.replace(/^.*(etcdserver: .*)$/s, "$1"),
      read: await ctl.say("get", "a", "--user=someone:pass"),
      users: await ctl.say("user", "list", root),
      role: await ctl.say("role", "get", "reader", root),
    };
  };
  let before: object;
  {
    await using ours = await startDefaultEtcd(folder.path, { program: "ours", signal });
    const ctl = ctlOf(ours, signal);
    await ctl.say("put", "a", "1");
    for (const user of ["root:secret", "someone:pass"]) await ctl.say("user", "add", user);
    for (const role of ["root", "reader"]) await ctl.say("role", "add", role);
    await ctl.say("role", "grant-permission", "reader", "read", "a", "b");
    await ctl.say("user", "grant-role", "root", "root");
    await ctl.say("user", "grant-role", "someone", "reader");
    await ctl.say("auth", "enable");
    before = await rights(ctl);
    await ctl.say("snapshot", "save", file, root);
  }
  await fileTool("restore", file, `--data-dir=${realDir}`);
  {
    const flags = [`--data-dir=${realDir}`];
    await using etcd = await startDefaultEtcd(folder.path, { program: real, flags, signal });
    assert.deepEqual(await rights(ctlOf(etcd, signal)), before);
    mkdirSync(ourDir);
    await ctlOf(etcd, signal).say("snapshot", "save", join(ourDir, "leaderlab-snapshot.db"), root);
  }
  const flags = [`--data-dir=${ourDir}`, "--snapshot-on-exit"];
  await using again = await startDefaultEtcd(folder.path, { program: "ours", flags, signal });
  assert.deepEqual(await rights(ctlOf(again, signal)), before);
});

test("the stream carries the database in pieces of 32 KiB, and its checksum", {
  skip,
  timeout,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  const file = join(folder.path, "large.db");
  await using ours = await startDefaultEtcd(folder.path, { program: "ours", signal });
  const ctl = ctlOf(ours, signal);
  for (const key of ["a", "b", "c"]) await ctl.say("put", key, "x".repeat(100_000));
  await ctl.say("snapshot", "save", file);
  assert.equal(readFileSync(file).length % 4096, 32);
  assert.match(await fileTool("status", file, "-w=table"), /\b4\b/);
});
