import assert from "node:assert/strict";
import { test } from "node:test";
import { etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { Etcdctl, etcdctlVersion } from "../harness/etcdctl.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 120_000;
const { skip } = needs(parts.etcdctl);
const version = skip === false ? etcdctlVersion() : "";
const isNew = skip === false && version !== "3.4" && etcdVersion() !== "3.4";
/** For what 3.4 does otherwise, as a client or as a server. */
const onlyNew = skip || (isNew ? false : "3.4 does it otherwise");

function etcdctlTest(
  name: string,
  body: (ctl: Etcdctl) => Promise<void>,
  options: { readonly skip?: string | false; readonly flags?: readonly string[] } = {},
): void {
  const title = `etcdctl ${version}, on ${targetName}: ${name}`;
  test(title, { skip: options.skip ?? skip, timeout }, async ({ signal }) => {
    using folder = temporaryFolder();
    const { flags = [] } = options;
    await using etcd = await startDefaultEtcd(folder.path, { flags, signal });
    await body(new Etcdctl({ endpoint: etcd.baseUrl, signal }));
  });
}

const refused = (text: string) => ({ code: 1, stdout: "", stderr: `Error: ${text}\n` });
const noSpace = refused("etcdserver: mvcc: database space exceeded");

async function statusOf(ctl: Etcdctl) {
  const [{ Status: status }] = JSON.parse(await ctl.say("endpoint", "status", "-w=json"));
  return status;
}

etcdctlTest(
  "a store that is full raises the alarm, and is of use again when it was compacted and defragmented",
  async (ctl) => {
    const value = "x".repeat(100_000);
    let puts = 0;
    let outcome = await ctl.run(["put", "k", value]);
    for (; outcome.code === 0 && puts < 200; puts++) outcome = await ctl.run(["put", "k", value]);
    assert.deepEqual(outcome, noSpace);
    assert.ok(puts > 10 && puts < 50, `${puts} values of 100 kB in 4 MiB`);
    assert.match(await ctl.say("alarm", "list"), /^memberID:\d+ alarm:NOSPACE \n$/);
    // etcdctl 3.4 does not look at alarms.
    if (version !== "3.4") assert.equal((await ctl.run(["endpoint", "health"])).code, 1);
    assert.deepEqual(
      await ctl.run(["lease", "grant", "10"]),
      refused("failed to grant lease (etcdserver: mvcc: database space exceeded)"),
    );
    const { header, dbSize: full } = await statusOf(ctl);
    await ctl.say("compaction", String(header.revision), "--physical");
    await ctl.say("defrag");
    const { dbSize } = await statusOf(ctl);
    assert.ok(dbSize < full / 4, `${full} bytes became ${dbSize}`);
    assert.deepEqual(await ctl.run(["put", "k", "v"]), noSpace, "as long as the alarm is raised");
    assert.match(await ctl.say("alarm", "disarm"), /^memberID:\d+ alarm:NOSPACE \n$/);
    assert.equal(await ctl.say("put", "k", "v"), "OK\n");
    assert.equal(await ctl.say("alarm", "list"), "");
  },
  { flags: ["--quota-backend-bytes=4194304"] },
);

etcdctlTest("the checksum of the history, up to now and up to a revision", async (ctl) => {
  for (const value of ["1", "2"]) await ctl.say("put", "k", value);
  const hash = async (...more: string[]) => {
    const [{ HashKV: found }] = JSON.parse(await ctl.say("endpoint", "hashkv", "-w=json", ...more));
    return found;
  };
  const [now, before] = [await hash(), await hash("--rev=2")];
  assert.notEqual(now.hash, before.hash);
  assert.deepEqual(await hash("--rev=3"), now);
  assert.equal(now.compact_revision, -1);
  const gone = await ctl.run(["endpoint", "hashkv", "--rev=9"]);
  assert.match(gone.stderr, /required revision is a future revision/);
});

etcdctlTest("defragmenting, and the status as a table", async (ctl) => {
  assert.match(await ctl.say("defrag"), /^Finished defragmenting etcd member\[http:/);
  const status = await ctl.say("endpoint", "status", "-w=table");
  assert.match(status, new RegExp(`\\| +${etcdVersion().replace(".", "\\.")}\\.\\d+ \\|`));
});

etcdctlTest("members: a learner is added, listed, moved and removed", async (ctl) => {
  const places = ["http://127.0.0.1:18", "http://127.0.0.1:19"] as const;
  const added = await ctl.say("member", "add", "two", "--learner", `--peer-urls=${places[0]}`);
  const [, id = ""] = /^Member +([0-9a-f]+) added /.exec(added) ?? [];
  assert.match(added, /^ETCD_INITIAL_CLUSTER_STATE="existing"$/m);
  const listed = async () =>
    (await ctl.say("member", "list")).split("\n").filter((line) => line.startsWith(id));
  assert.deepEqual(await listed(), [`${id}, unstarted, , ${places[0]}, , true`]);
  await ctl.say("member", "update", id, `--peer-urls=${places[1]}`);
  // etcd 3.4 forgets on the way that it is a learner.
  assert.deepEqual(await listed(), [
    `${id}, unstarted, , ${places[1]}, , ${etcdVersion() !== "3.4"}`,
  ]);
  const early = await ctl.run(["member", "promote", id]);
  assert.match(early.stderr, /etcdserver: can only promote a learner member/);
  assert.match(
    await ctl.say("member", "remove", id),
    new RegExp(`^Member +${id} removed from cluster`),
  );
  assert.deepEqual(await listed(), []);
  const again = await ctl.run(["member", "remove", id]);
  assert.match(again.stderr, /etcdserver: member not found/);
});

etcdctlTest("leadership does not move to a member that is not there", async (ctl) => {
  const moved = await ctl.run(["move-leader", "abc"]);
  assert.match(moved.stderr, /etcdserver: bad leader transferee/);
});

etcdctlTest(
  "a downgrade is validated, enabled once and cancelled",
  async (ctl) => {
    const validated = await ctl.say("downgrade", "validate", "3.5");
    assert.equal(validated, "Downgrade validate success, cluster version 3.6\n");
    assert.equal(
      await ctl.say("downgrade", "enable", "3.5"),
      "Downgrade enable success, cluster version 3.6\n",
    );
    assert.deepEqual((await statusOf(ctl)).downgradeInfo, {
      enabled: true,
      targetVersion: "3.5.0",
    });
    const twice = await ctl.run(["downgrade", "enable", "3.5"]);
    assert.match(twice.stderr, /cluster has a downgrade job in progress/);
    assert.match(
      await ctl.say("downgrade", "cancel"),
      /^Downgrade cancel success, cluster version 3\.[56]\n$/,
    );
    const unfit = await ctl.run(["downgrade", "validate", "3.4"]);
    assert.match(unfit.stderr, /etcdserver: invalid downgrade target version/);
  },
  { skip: onlyNew },
);
