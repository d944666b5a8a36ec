import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type InvariantReport, parseTimeline } from "@leaderlab/cluster";
import { TestProcess } from "../harness/child-process.ts";
import { startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { freePort } from "../harness/free-port.ts";
import { leaderlab } from "../harness/leaderlab.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 180_000;
const root = fileURLToPath(new URL("../..", import.meta.url));
const freePorts = ["--port", "0", "--etcd-port", "0", "--rest-port", "0", "--rpc-port", "0"];

interface Ready {
  readonly webUrl: string;
  readonly etcdEndpoints: readonly string[];
  readonly nodes: readonly {
    readonly name: string;
    readonly restAddress: string;
    readonly rpcAddress: string;
    readonly tlsCertPath: string;
    readonly macaroonPath: string;
  }[];
}

/** What a playground with --json said first. */
async function ready(playground: TestProcess): Promise<Ready> {
  return JSON.parse(await playground.line(/"kind":"ready"/));
}

const post = (url: string) => fetch(url, { method: "POST" });

/** Whether anybody listens at `host:port`. */
function isListening(address: string): Promise<boolean> {
  const [host = "", port = ""] = address.split(":");
  return new Promise((resolve) => {
    const socket = connect(Number(port), host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

describe("leaderlab up", { timeout }, () => {
  test("the start-up block says where everything is and what to try next", async () => {
    await using up = leaderlab(["up", ...freePorts]);
    await up.line(/SERVER_ACTIVE/);
    const said = up.output;
    assert.match(said, /leaderlab \d+\.\d+\.\d+ {2}ready in \d+ ms/);
    assert.match(said, /Page +http:\/\/127\.0\.0\.1:\d+\//);
    assert.match(said, /etcd +http:\/\/127\.0\.0\.1:\d+/);
    assert.match(said, /TTL +3 s/);
    for (const name of ["lnd-1", "lnd-2", "lnd-3"]) {
      assert.match(
        said,
        new RegExp(`${name} +https://127\\.0\\.0\\.1:\\d+ +127\\.0\\.0\\.1:\\d+ +/`),
      );
    }
    assert.match(said, /tls\.cert/);
    assert.match(said, /[Mm]acaroons/);
    assert.match(said, /curl -sk https:\/\/127\.0\.0\.1:\d+\/v1\/state/);
    assert.match(said, /etcdctl --endpoints=\S+ get --prefix cluster-leader\//);
    assert.match(said, /curl -X POST \S+\/kill/);
    assert.match(said, /lnd-1 +elected leader/);
  });

  test("--timeline writes a file of JSON lines that the page's API serves too", async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, "run.jsonl");
    await using up = leaderlab(["up", "--json", "--timeline", path, ...freePorts]);
    const { webUrl } = await ready(up);
    await up.line(/"state":"SERVER_ACTIVE"/);
    const recorded = parseTimeline(readFileSync(path, "utf8"), path);
    const served = await (await fetch(`${webUrl}api/timeline?format=jsonl`)).text();
    const { events } = parseTimeline(served, "the API's reply");
    assert.deepEqual(events.slice(0, recorded.events.length), recorded.events);
    assert.ok(events.some(({ kind, cause }) => kind === "elected" && cause !== undefined));
    await using refused = leaderlab(["up", "--timeline", join(path, "no-folder"), ...freePorts]);
    await refused.line(/leaderlab up: --timeline: ENOTDIR/);
    assert.equal((await refused.ended).code, 1);
  });

  test("Ctrl-C stops everything with exit code 0 and leaves no port and no file behind", async () => {
    await using up = leaderlab(["up", "--json", ...freePorts]);
    const { webUrl, etcdEndpoints, nodes } = await ready(up);
    await up.line(/"state":"SERVER_ACTIVE"/);
    const [first] = nodes;
    assert.ok(first !== undefined && existsSync(first.macaroonPath));
    const folder = dirname(dirname(first.tlsCertPath));
    assert.ok(folder.startsWith(tmpdir()));
    assert.deepEqual(await up.kill("SIGINT"), { code: 0, signal: null });
    assert.equal(existsSync(folder), false);
    const addresses = [
      ...[webUrl, ...etcdEndpoints].map((url) => new URL(url).host),
      ...nodes.flatMap((node) => [node.restAddress, node.rpcAddress]),
    ];
    for (const address of addresses) assert.equal(await isListening(address), false, address);
  });

  test("--json prints one object a line, numbered, from the first event on", async () => {
    await using up = leaderlab(["up", "--json", "--nodes", "2", ...freePorts]);
    await up.line(/"state":"SERVER_ACTIVE"/);
    const [first, ...events] = up.output.split("\n").map((line) => JSON.parse(line));
    assert.equal(first.kind, "ready");
    assert.equal(first.nodes.length, 2);
    assert.deepEqual(
      events.map((event) => event.seq),
      events.map((_event, index) => index + 1),
    );
    const states = events.filter((event) => event.kind === "state").map((event) => event.state);
    assert.deepEqual(states, ["NON_EXISTING", "UNLOCKED", "RPC_ACTIVE", "SERVER_ACTIVE"]);
  });

  test("a kill over the API is a failover; a stop is one too, and a stopped node can be started", async () => {
    await using up = leaderlab(["up", "--json", "--ttl", "4", ...freePorts]);
    const { webUrl } = await ready(up);
    await up.line(/"state":"SERVER_ACTIVE"/);
    const killed = await post(`${webUrl}api/nodes/lnd-1/kill`);
    assert.equal(killed.status, 200);
    await up.line(/"kind":"leaseExpired","node":"lnd-1"/);
    await up.line(/"kind":"failover","from":"lnd-1","to":"lnd-2"/);
    assert.equal((await post(`${webUrl}api/nodes/lnd-1/kill`)).status, 409);
    assert.equal((await post(`${webUrl}api/nodes/lnd-1/start`)).status, 200);
    assert.equal((await post(`${webUrl}api/nodes/lnd-2/stop`)).status, 200);
    await up.line(/"kind":"resigned","node":"lnd-2"/);
    await up.line(/"kind":"failover","from":"lnd-2","to":"lnd-3"/);
    const reply = await fetch(`${webUrl}api/snapshot`);
    const snapshot = (await reply.json()) as { readonly leader: string };
    assert.equal(snapshot.leader, "lnd-3");
    const report = (await (await fetch(`${webUrl}api/invariants`)).json()) as InvariantReport;
    const noLeader = report.windows.find(({ window }) => window === "noLeader");
    assert.ok((noLeader?.count ?? 0) >= 1 && (noLeader?.longestMs ?? 0) > 0);
    assert.deepEqual(
      report.invariants.filter(({ holds }) => holds === false),
      [],
    );
    assert.equal((await post(`${webUrl}api/nodes/nobody/kill`)).status, 404);
    assert.equal((await post(`${webUrl}api/nodes/lnd-1/explode`)).status, 404);
  });

  test("knobs hold a node in a state and let it go, and slow its calls, while it runs and over a restart", async () => {
    await using up = leaderlab(["up", "--json", "--nodes", "2", ...freePorts]);
    const { webUrl } = await ready(up);
    await up.line(/"node":"lnd-1","state":"SERVER_ACTIVE"/);
    const turn = (node: string, knobs: unknown) =>
      fetch(`${webUrl}api/nodes/${node}/knobs`, {
        method: "PATCH",
        headers: { "Content-Type": "application/json" },
        body: typeof knobs === "string" ? knobs : JSON.stringify(knobs),
      });
    assert.equal((await turn("lnd-2", { holdIn: "RPC_ACTIVE" })).status, 200);
    assert.equal((await post(`${webUrl}api/nodes/lnd-1/stop`)).status, 200);
    await up.line(/"node":"lnd-2","state":"RPC_ACTIVE"/);
    assert.equal((await turn("lnd-2", { holdIn: null })).status, 200);
    await up.line(/"node":"lnd-2","state":"SERVER_ACTIVE"/);
    assert.equal((await turn("lnd-1", { failIn: "WAITING_TO_START" })).status, 200);
    assert.equal((await post(`${webUrl}api/nodes/lnd-1/start`)).status, 200);
    assert.equal((await post(`${webUrl}api/nodes/lnd-2/stop`)).status, 200);
    await up.line(/made to fail in WAITING_TO_START/);
    const refused = await turn("lnd-1", { holdIn: "SLEEPING" });
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), /holdIn takes null or one of NON_EXISTING, /);
    assert.equal((await turn("lnd-1", "{")).status, 400);
    assert.equal((await turn("lnd-9", {})).status, 404);
  });

  test("another site gets nothing from the page's API", async () => {
    await using up = leaderlab(["up", "--json", ...freePorts]);
    const { webUrl } = await ready(up);
    const foreign = await fetch(`${webUrl}api/nodes/lnd-1/kill`, {
      method: "POST",
      headers: { Origin: "http://example.com" },
    });
    assert.equal(foreign.status, 403);
  });

  test(`with --etcd the nodes use that one (${targetName})`, async () => {
    using folder = temporaryFolder();
    await using etcd = await startEtcdTarget(folder.path);
    const url = `http://${etcd.address}`;
    await using up = leaderlab(["up", "--json", "--no-web", "--etcd", url, ...freePorts]);
    const { etcdEndpoints, webUrl } = await ready(up);
    assert.deepEqual([etcdEndpoints, webUrl], [[url], undefined]);
    await up.line(/"state":"SERVER_ACTIVE"/);
    const range = { key: Buffer.from("cluster-leader/"), rangeEnd: Buffer.from("cluster-leader0") };
    const { kvs } = await etcd.client.get({ ...range, sortOrder: "ascend", sortTarget: "create" });
    assert.equal(Buffer.from(kvs[0]?.value ?? []).toString(), "lnd-1");
    assert.deepEqual(await up.kill("SIGTERM"), { code: 0, signal: null });
  });

  test("a port that is taken is named, with the flag to choose another one", async () => {
    await using first = leaderlab(["up", "--json", ...freePorts]);
    const { webUrl, etcdEndpoints, nodes } = await ready(first);
    const [node] = nodes;
    const taken = [
      ["--port", new URL(webUrl).port],
      ["--etcd-port", new URL(etcdEndpoints[0] ?? "").port],
      ["--rest-port", node?.restAddress.split(":")[1] ?? ""],
      ["--rpc-port", node?.rpcAddress.split(":")[1] ?? ""],
    ] as const;
    for (const [flag, port] of taken) {
      const rest = freePorts.join(" ").replace(`${flag} 0`, "").split(" ").filter(Boolean);
      await using second = leaderlab(["up", "--nodes", "1", ...rest, flag, port]);
      assert.deepEqual(await second.ended, { code: 1, signal: null });
      assert.match(
        second.output,
        new RegExp(`^leaderlab up: port ${port} is in use; choose another one with ${flag} `, "m"),
      );
    }
  });

  test("bad input is refused with what to do, exit code 2, and nothing left behind", async () => {
    using temporary = temporaryFolder();
    const refused = [
      [["--nodes", "0"], /--nodes takes a whole number from 1 to 50, not "0"/],
      [["--ttl", "soon"], /--ttl takes a whole number/],
      [["--port", "70000"], /--port takes a whole number from 0 to 65535/],
      [
        ["--etcd", "ftp://x"],
        /--etcd takes a URL such as http:\/\/127\.0\.0\.1:2379, not "ftp:\/\/x"/,
      ],
      [["--nosuch"], /Unknown option '--nosuch'/],
      [["--etcd"], /argument missing/],
    ] as const;
    for (const [args, text] of refused) {
      await using up = leaderlab(["up", ...args], { env: { TMPDIR: temporary.path } });
      assert.deepEqual(await up.ended, { code: 2, signal: null }, args.join(" "));
      assert.match(up.output, text);
    }
    assert.deepEqual(readdirSync(temporary.path), []);
  });

  test("an etcd that does not answer is named instead of waited for", async () => {
    const port = await freePort();
    await using up = leaderlab(["up", "--etcd", `http://127.0.0.1:${port}`, ...freePorts]);
    assert.deepEqual(await up.ended, { code: 1, signal: null });
    assert.match(up.output, new RegExp(`etcd at 127\\.0\\.0\\.1:${port} does not answer`));
  });

  test("npm start runs it, and Ctrl-C ends all of npm with 0", async () => {
    await using npm = new TestProcess(["npm", "start", "--", "--json", ...freePorts], {
      cwd: root,
      isGroup: true,
    });
    await npm.line(/"state":"SERVER_ACTIVE"/);
    assert.deepEqual(await npm.kill("SIGINT"), { code: 0, signal: null });
  });
});

describe("leaderlab", { timeout }, () => {
  test("without a command, or with an unknown one, it says which there are and exits with 2", async () => {
    for (const args of [[], ["nosuch"]]) {
      await using child = leaderlab(args);
      assert.deepEqual(await child.ended, { code: 2, signal: null });
      assert.match(child.output, /up .*\n.*etcd .*\n.*lnd /);
    }
  });

  test("etcd refuses an unknown flag and a taken port in etcd's words", async () => {
    await using unknown = leaderlab(["etcd", "--nosuch"]);
    assert.deepEqual(await unknown.ended, { code: 2, signal: null });
    assert.match(unknown.output, /^flag provided but not defined: -nosuch\n/);
    using folder = temporaryFolder();
    await using etcd = await startEtcdTarget(folder.path);
    const url = `http://${etcd.address}`;
    await using second = leaderlab([
      "etcd",
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
    ]);
    assert.deepEqual(await second.ended, { code: 1, signal: null });
    assert.match(
      second.output,
      /"msg":"discovery failed","error":"listen tcp 127\.0\.0\.1:\d+: bind: address already in use"/,
    );
  });
});
