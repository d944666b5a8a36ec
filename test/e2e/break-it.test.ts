import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { ClusterSnapshot, FaultSnapshot } from "@leaderlab/cluster";
import { startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { freePort } from "../harness/free-port.ts";
import { leaderlab } from "../harness/leaderlab.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 240_000;
const freePorts = ["--port", "0", "--etcd-port", "0", "--rest-port", "0", "--rpc-port", "0"];

interface Lab extends AsyncDisposable {
  /** Waits for a line of the playground's JSON that matches. */
  line(pattern: RegExp): Promise<string>;
  /** Runs one verb against it, and gives back what it printed and its exit code. */
  ask(...argv: string[]): Promise<{ readonly said: string; readonly code: number | null }>;
  get<Reply>(path: string): Promise<Reply>;
}

async function startLab(...flags: string[]): Promise<Lab> {
  const up = leaderlab(["up", "--json", ...freePorts, ...flags]);
  const { webUrl } = JSON.parse(await up.line(/"kind":"ready"/)) as { readonly webUrl: string };
  await up.line(/"state":"SERVER_ACTIVE"/);
  return {
    line: (pattern) => up.line(pattern),
    async ask(...argv) {
      await using verb = leaderlab([...argv, "--api", webUrl]);
      const { code } = await verb.ended;
      return { said: verb.output.trim(), code };
    },
    get: async (path) => (await fetch(`${webUrl}api/${path}`)).json() as never,
    [Symbol.asyncDispose]: () => up[Symbol.asyncDispose](),
  };
}

describe("a playground that is broken from the command line", { timeout }, () => {
  // Who leads changes from one of these to the next; all else is as it was.
  let lab: Lab;
  before(async () => {
    lab = await startLab();
  });
  after(() => lab[Symbol.asyncDispose]());

  test("a fault is injected by name, listed with its words, and undone", async () => {
    const { said } = await lab.ask("fault", "blackhole", "--link", "lnd-1:etcd", "--json");
    const fault = JSON.parse(said) as FaultSnapshot;
    assert.deepEqual(fault.spec, { kind: "blackhole", link: "lnd-1:etcd" });
    await lab.line(/"kind":"leaseExpired","node":"lnd-1"/);
    await lab.line(/"kind":"failover","from":"lnd-1","to":"lnd-2"/);
    assert.deepEqual(await lab.ask("faults"), {
      said: `${fault.id}  lnd-1:etcd carries nothing`,
      code: 0,
    });
    assert.deepEqual(await lab.ask("heal", fault.id), { said: "nothing goes wrong", code: 0 });
    assert.deepEqual((await lab.get<ClusterSnapshot>("snapshot")).faults, []);
  });

  test("what must hold holds, while two nodes led", async () => {
    const { said, code } = await lab.ask("invariants");
    assert.equal(code, 0);
    assert.match(said, /^holds {4}leaseKept: a lease lives for its TTL/m);
    assert.match(said, /^unknown {2}clusterRecovers: /m);
    assert.match(said, /^overlap: [01], the longest .* s, together .* s/m);
    assert.doesNotMatch(said, /broken/);
    const report = JSON.parse((await lab.ask("invariants", "--json")).said);
    assert.equal(report.windows[0].window, "overlap");
  });

  test("a fault for some time is undone by itself", async () => {
    await lab.ask("fault", "latency", "--link", "*:etcd", "--latency-ms", "5ms", "--for", "1s");
    await lab.line(/"kind":"faultUndone","fault":"fault-2"/);
  });

  test("time stands still, is moved on, and goes faster; nodes are paused and go on", async () => {
    await using lab = await startLab("--nodes", "2", "--ttl", "90");
    assert.equal((await lab.ask("time", "pause")).said, "time stands still");
    await lab.ask("kill", "lnd-1");
    assert.equal((await lab.get<ClusterSnapshot>("snapshot")).time.mode, "paused");
    await lab.ask("time", "advance", "95s");
    await lab.line(/"kind":"elected","node":"lnd-2"/);
    assert.equal((await lab.ask("time", "speed", "5")).said, "5 × real time");
    await lab.line(/"node":"lnd-2","state":"SERVER_ACTIVE"/);
    assert.equal(
      (await lab.ask("pause", "lnd-2")).said,
      "lnd-2 is paused, SERVER_ACTIVE; lnd-2 leads",
    );
    assert.equal((await lab.ask("pause", "lnd-2")).code, 1);
    assert.equal((await lab.ask("resume", "lnd-2")).code, 0);
  });

  test("etcd is stopped and started, and who leads leads on", async () => {
    await using lab = await startLab("--ttl", "30");
    assert.match((await lab.ask("etcd-stop")).said, /^etcd at http:\S+ is down$/);
    assert.match((await lab.ask("etcd-start")).said, /^etcd at http:\S+ runs$/);
    const { leader, queue } = await lab.get<ClusterSnapshot>("snapshot");
    assert.deepEqual([leader, queue.length], ["lnd-1", 3]);
  });

  test("what cannot be is refused in words, with exit code 1 or 2", async () => {
    const refusals: [string[], number, RegExp][] = [
      [
        ["fault", "blackhole", "--link", "lnd-9:etcd"],
        1,
        /no link lnd-9:etcd; there are client:lnd-1/,
      ],
      [
        ["fault", "loss", "--link", "lnd-1:etcd", "--rate", "0.5"],
        1,
        /loss is for a cluster in memory/,
      ],
      [["fault", "blackhole"], 2, /link is missing.*--link, --direction/],
      [["fault", "fire"], 2, /kind is "fire"; it is one of blackhole/],
      [["kill", "lnd-9"], 1, /there is no node lnd-9/],
      [["heal", "fault-9"], 1, /there is no fault fault-9 at work/],
      [["heal"], 2, /name faults by their ids/],
      [["time", "step"], 1, /time runs by itself: pause it first/],
      [["time", "backwards"], 2, /pause, resume, step, advance DURATION, speed X/],
      [["time", "speed", "2000"], 1, /speed is 2000; it is from 0 to 1000/],
    ];
    for (const [argv, code, words] of refusals) {
      const reply = await lab.ask(...argv);
      assert.deepEqual([argv, reply.code], [argv, code], reply.said);
      assert.match(reply.said, words);
    }
    const api = `http://127.0.0.1:${await freePort()}`;
    await using nobody = leaderlab(["faults", "--api", api]);
    assert.equal((await nobody.ended).code, 1);
    assert.ok(nobody.output.includes(`no playground answers at ${api} (ECONNREFUSED)`));
  });

  test(`on somebody else's etcd (${targetName}) links can be cut, while time and etcd are left alone`, async () => {
    using folder = temporaryFolder();
    await using etcd = await startEtcdTarget(folder.path);
    await using lab = await startLab("--etcd", `http://${etcd.address}`);
    await lab.ask("fault", "dropKeepAlives", "--link", "lnd-1:etcd");
    await lab.line(/"kind":"failover","from":"lnd-1","to":"lnd-2"/);
    assert.match((await lab.ask("invariants")).said, /^unknown {2}leaseKept: /m);
    const refusals: [string[], RegExp][] = [
      [["time", "pause"], /this etcd is not the lab's, and its leases run by themselves/],
      [["etcd-stop"], /somebody else's: stop and start it there/],
      [["fault", "rpcError", "--method", "Put", "--code", "UNAVAILABLE"], /somebody else's/],
    ];
    for (const [argv, words] of refusals) {
      const { code, said } = await lab.ask(...argv);
      assert.equal(code, 1);
      assert.match(said, words);
    }
  });
});
