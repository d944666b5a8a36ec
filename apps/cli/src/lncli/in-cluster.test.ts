import assert from "node:assert/strict";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { after, before, test } from "node:test";
import { createSeededRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { type Cluster, type ClusterNode, startCluster, walletPassword } from "@leaderlab/cluster";
import { runCommand } from "../run-command.ts";
import { createFakeTerminal, type FakeTerminalOptions, runAt } from "../testing/fake-terminal.ts";
import { startSimulatedNode, temporaryFolder } from "../testing/simulated-node.ts";

const clock = createRealClock();
const folder = temporaryFolder();
let cluster: Cluster;
let leader: ClusterNode;
let follower: ClusterNode;

before(async () => {
  const random = createSeededRandom(1);
  cluster = await startCluster({ clock, random, folder: folder.path, nodes: 2 });
  leader = cluster.node("lnd-1");
  follower = cluster.node("lnd-2");
  await serves(leader);
});

after(async () => {
  await cluster.stop();
  folder[Symbol.dispose]();
});

function serves(node: ClusterNode): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (node.state !== "SERVER_ACTIVE") return;
      stop();
      resolve();
    };
    const stop = cluster.timeline.onEvent(check);
    check();
  });
}

const lndDir = (node: ClusterNode) => dirname(node.tlsCertPath);

function lncli(node: ClusterNode, argv: readonly string[], options: FakeTerminalOptions = {}) {
  const flags = [`--lnddir=${lndDir(node)}`, `--rpcserver=${node.rpcAddress}`];
  return runAt(["lncli", ...flags, ...argv], { clock, ...options });
}

const unavailable = (reason: string) =>
  `[lncli] rpc error: code = Unavailable desc = connection error: desc = "${reason}"\n`;

test("a follower waits to start, and answers nothing but that", async () => {
  const state = await lncli(follower, ["state"]);
  assert.equal(state.stdout, '{\n    "state":  "WAITING_TO_START"\n}\n');
  assert.deepEqual(state.ending, { code: 0 });
  const info = await lncli(follower, ["--no-macaroons", "getinfo"]);
  assert.equal(
    info.stderr,
    "[lncli] rpc error: code = Unknown desc = waiting to start, RPC services not available\n",
  );
  assert.deepEqual(info.ending, { code: 1 });
  const stop = await lncli(follower, ["-n", "regtest", "stop"]);
  assert.match(stop.stderr, /^\[lncli\] could not load global options: unable to read macaroon/);
});

test("the network is mainnet unless told otherwise, and then there is no macaroon", async () => {
  const info = await lncli(leader, ["getinfo"]);
  assert.deepEqual(info.ending, { code: 1 });
  assert.equal(
    info.stderr,
    "[lncli] could not load global options: unable to read macaroon path (check the network setting!): open " +
      `${lndDir(leader)}/data/chain/bitcoin/mainnet/admin.macaroon: no such file or directory\n`,
  );
});

test("another node's certificate is not taken", async () => {
  const state = await lncli(leader, [`--rpcserver=${follower.rpcAddress}`, "state"]);
  assert.deepEqual(state.ending, { code: 1 });
  assert.equal(
    state.stderr,
    unavailable(
      "transport: authentication handshake failed: tls: failed to verify certificate: x509: certificate signed by " +
        'unknown authority (possibly because of \\"x509: ECDSA verification failure\\" while trying to verify ' +
        `candidate authority certificate \\"${hostname()}\\")`,
    ),
  );
});

test("a port that does not speak gRPC over TLS is told by how it answers", async () => {
  const at = async (address: string, flags: readonly string[] = []) =>
    (await lncli(leader, [...flags, `--rpcserver=${address}`, "state"])).stderr;
  assert.equal(
    await at(leader.restAddress),
    unavailable(
      "error reading server preface: http2: failed reading the frame payload: http2: frame too large, note that " +
        "the frame header looked like an HTTP/1.1 header",
    ),
  );
  const [etcd = ""] = cluster.etcdEndpoints;
  assert.equal(
    await at(etcd.replace("http://", "")),
    unavailable(
      "transport: authentication handshake failed: tls: first record does not look like a TLS handshake",
    ),
  );
  assert.equal(
    await at(leader.rpcAddress, ["--insecure"]),
    unavailable("error reading server preface: http2: frame too large"),
  );
});

test("an address that cannot be dialled is told with Go's reason", async () => {
  const at = async (address: string) =>
    (await lncli(leader, [`--rpcserver=${address}`, "state"])).stderr;
  const dialing = (reason: string) => unavailable(`transport: Error while dialing: ${reason}`);
  assert.equal(
    await at("udp:127.0.0.1:1"),
    dialing("only TCP or unix socket addresses are supported: 127.0.0.1:1"),
  );
  assert.equal(
    await at(`unix:${folder.path}/none`),
    dialing(`dial unix ${folder.path}/none: connect: no such file or directory`),
  );
  assert.equal(await at("127.0.0.1:99999"), dialing("address 99999: invalid port"));
});

test("a macaroon is sent with its time limit, and bound to an address when asked", async () => {
  const info = async (flags: readonly string[]) =>
    lncli(leader, ["--network=regtest", ...flags, "getinfo"]);
  assert.deepEqual((await info(["--macaroonip=127.0.0.1"])).ending, { code: 0 });
  assert.match(
    (await info(["--macaroonip=10.0.0.1"])).stderr,
    /^\[lncli\] rpc error: code = Unknown desc = caveat "ipaddr 10.0.0.1" not satisfied: macaroon locked to/,
  );
  assert.match(
    (await info(["--macaroontimeout=-1"])).stderr,
    /desc = caveat "time-before [-0-9]+T[:.0-9]+Z" not satisfied: macaroon has expired\n$/,
  );
  const readonly = leader.macaroonPath.replace("admin", "readonly");
  const stop = await lncli(leader, [`--macaroonpath=${readonly}`, "stop"]);
  assert.equal(stop.stderr, "[lncli] rpc error: code = Unknown desc = permission denied\n");
});

test("what --metadata names goes with a call", async () => {
  const info = await lncli(leader, ["--no-macaroons", "--metadata=macaroon:zz", "getinfo"]);
  assert.equal(
    info.stderr,
    "[lncli] rpc error: code = Unknown desc = encoding/hex: invalid byte: U+007A 'z'\n",
  );
  const refusalOf = async (pair: string) =>
    (await lncli(leader, [`--metadata=${pair}`, "state"])).stderr;
  const internal = "[lncli] rpc error: code = Internal desc = ";
  assert.equal(
    await refusalOf("a b:c"),
    `${internal}header key "a b" contains illegal characters not in [0-9a-z-_.]\n`,
  );
  assert.equal(
    await refusalOf("a:é"),
    `${internal}header key "a" contains value with non-printable ASCII characters\n`,
  );
  assert.equal(await refusalOf(":b"), `${internal}there is an empty key in the header\n`);
  assert.equal(await refusalOf("a-bin:é"), "");
});

test("when the leader is stopped, the follower is the same node to lncli", async () => {
  const identity = async (node: ClusterNode) =>
    JSON.parse((await lncli(node, ["--network=regtest", "getinfo"])).stdout).identity_pubkey;
  const before = await identity(leader);
  const stopped = await lncli(leader, ["--network=regtest", "stop"]);
  assert.deepEqual(stopped.ending, { code: 0 });
  await serves(follower);
  assert.equal(await identity(follower), before);
});

test("unlock on a follower waits until it leads", async () => {
  const [etcd = ""] = cluster.etcdEndpoints;
  await using node = await startSimulatedNode(`${folder.path}/late`, clock, [
    "--db.backend=etcd",
    `--db.etcd.host=${etcd.replace("http://", "")}`,
    "--db.etcd.disabletls",
    "--cluster.enable-leader-election",
    "--cluster.etcd-election-prefix=cluster-leader",
    "--cluster.id=late",
    "--cluster.leader-session-ttl=3",
  ]);
  const terminal = createFakeTerminal({ clock, typed: [walletPassword] });
  const unlocked = runCommand(["lncli", ...node.lncliFlags, "unlock", "--stdin"], terminal);
  await terminal.shows("wallet state: WAITING_TO_START\n");
  await follower.stop();
  assert.deepEqual(await unlocked, { code: 0 });
  assert.equal(
    terminal.stdout,
    "wallet state: WAITING_TO_START\nwallet state: LOCKED\nwallet state: UNLOCKED\n\n" +
      "lnd successfully unlocked!\n",
  );
});
