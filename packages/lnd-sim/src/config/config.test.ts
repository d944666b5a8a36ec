import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLndConfig } from "./config.ts";
import { createMadeUpEnvironment, type MadeUpEnvironment } from "./made-up-environment.ts";

/** The command line of lnd's guide to leader election. */
const guide = [
  "--db.backend=etcd",
  "--db.etcd.host=127.0.0.1:2379",
  "--db.etcd.certfile=/home/user/etcd/cert.pem",
  "--db.etcd.keyfile=/home/user/etcd/key.pem",
  "--db.etcd.insecure_skip_verify",
  "--cluster.enable-leader-election",
  "--cluster.leader-elector=etcd",
  "--cluster.etcd-election-prefix=cluster-leader",
  "--cluster.id=lnd-1",
];

function accept(argv: readonly string[], parts: MadeUpEnvironment = {}) {
  const outcome = parseLndConfig(argv, createMadeUpEnvironment(parts));
  assert.ok(outcome.outcome === "config", JSON.stringify(outcome));
  return outcome;
}

function exit(argv: readonly string[]) {
  const outcome = parseLndConfig(argv, createMadeUpEnvironment());
  assert.ok(outcome.outcome === "exit");
  return outcome;
}

test("the guide's command line runs, with one warning for each point that lnd refuses today", () => {
  const { config, warnings, notices, stdout } = accept(guide);
  assert.equal(config.network, "regtest");
  assert.deepEqual(config.db.etcd, {
    host: "127.0.0.1:2379",
    user: "",
    password: "",
    namespace: "",
    disableTls: false,
    certFile: "/home/user/etcd/cert.pem",
    keyFile: "/home/user/etcd/key.pem",
    insecureSkipVerify: true,
  });
  assert.deepEqual(config.cluster, {
    enableLeaderElection: true,
    etcdElectionPrefix: "cluster-leader",
    id: "lnd-1",
    leaderSessionTtlSeconds: 90,
  });
  assert.equal(warnings.length, 3);
  assert.match(warnings[0] ?? "", /--db\.etcd\.certfile.*--db\.etcd\.cert_file/);
  assert.match(warnings[1] ?? "", /--db\.etcd\.keyfile.*--db\.etcd\.key_file/);
  assert.match(warnings[2] ?? "", /--bitcoin\.regtest/);
  assert.deepEqual(notices, []);
  assert.deepEqual(stdout, []);
});

test("a strict node refuses the guide's command line as lnd does: first a flag, then the network", () => {
  const unknown = exit([...guide, "--sim.strict"]);
  assert.deepEqual(unknown.stderr, [
    "unknown flag `db.etcd.certfile'",
    "failed to load config: unknown flag `db.etcd.certfile'",
  ]);
  assert.equal(unknown.exitCode, 1);

  const spelled = guide.map((flag) => flag.replace("certfile", "cert_file"));
  const fixed = spelled.map((flag) => flag.replace("keyfile", "key_file"));
  const networkless = exit(["--sim.strict", ...fixed]);
  assert.deepEqual(networkless.stderr, [
    "failed to load config: ValidateConfig: either --bitcoin.mainnet, or --bitcoin.testnet, " +
      "--bitcoin.testnet4, --bitcoin.simnet, --bitcoin.regtest or --bitcoin.signet must be " +
      "specified",
  ]);

  const network = ["--bitcoin.regtest", "--bitcoin.node=nochainbackend"];
  const { warnings } = accept(["--sim.strict", ...fixed, ...network]);
  assert.deepEqual(warnings, []);
});

test("the guide's spellings are warned about once, however they are written and how often", () => {
  const argv = ["--bitcoin.regtest", "--db.etcd.certfile", "/a", "--db.etcd.certfile=/b"];
  const { config, warnings } = accept(argv);
  assert.equal(config.db.etcd.certFile, "/b");
  assert.equal(warnings.length, 1);
});

test("a flag of the simulation that does not exist is unknown", () => {
  const { stderr } = exit(["--sim.fast"]);
  assert.deepEqual(stderr, [
    "unknown flag `sim.fast'",
    "failed to load config: unknown flag `sim.fast'",
  ]);
});

test("a flag that has no effect here gives one notice by name, and a deprecated one lnd's warning", () => {
  const argv = [
    "--bitcoin.regtest",
    "--nobootstrap",
    "--addpeer=a",
    "--addpeer=b",
    "--bitcoin.active",
  ];
  const { notices, log } = accept(argv, { files: { "/home/ann/.lnd/lnd.conf": "" } });
  assert.deepEqual(
    notices.map((notice) => notice.split(" ")[0]),
    ["--addpeer", "--nobootstrap"],
  );
  assert.deepEqual(log, [
    {
      level: "WRN",
      subsystem: "LTND",
      text: "Config 'bitcoin.active' is deprecated, please remove it",
    },
  ]);
});

test("everything lies in ~/.lnd unless it is put elsewhere, and ~ is the user database's home", () => {
  const { config } = accept(["--bitcoin.testnet"], { variables: { HOME: "/elsewhere" } });
  assert.equal(config.lndDir, "/home/ann/.lnd");
  assert.equal(config.networkDir, "/home/ann/.lnd/data/chain/bitcoin/testnet");
  assert.equal(config.tls.certPath, "/home/ann/.lnd/tls.cert");
  assert.equal(config.macaroons.paths.admin, `${config.networkDir}/admin.macaroon`);
  assert.equal(config.macaroons.paths.invoices, `${config.networkDir}/invoices.macaroon`);
});

test("a folder of one's own overrides the flags for certificate and data in it", () => {
  const argv = ["--bitcoin.regtest", "--lnddir=nodes/../a/", "--tlscertpath=/x/cert", "-b", "/y"];
  const { config } = accept(argv);
  assert.equal(config.lndDir, "a");
  assert.equal(config.tls.certPath, "a/tls.cert");
  assert.equal(config.dataDir, "a/data");
});

test("the certificate and the macaroons can be put elsewhere, with ~ and variables filled in", () => {
  const argv = [
    "--bitcoin.regtest",
    "--tlscertpath=~/c.pem",
    "--adminmacaroonpath=$PLACE/a.mac",
    "--routerrpc.routermacaroonpath=~/r",
  ];
  const { config } = accept(argv, { variables: { PLACE: "/macs/" } });
  assert.equal(config.tls.certPath, "/home/ann/c.pem");
  assert.equal(config.macaroons.paths.admin, "/macs/a.mac");
  assert.equal(config.macaroons.paths.router, "~/r", "lnd expands nothing in this one");
  assert.deepEqual(config.folders.slice(-3), [
    "/home/ann/.lnd/data/chain/bitcoin/regtest",
    "/home/ann",
    "/macs",
  ]);
});

test("without flags for it a node listens on localhost, and REST can be left out", () => {
  const { config } = accept(["--bitcoin.regtest"]);
  assert.deepEqual(config.rpc.listeners, [{ host: "127.0.0.1", port: 10009, family: 4 }]);
  assert.deepEqual(config.rest.listeners, [{ host: "127.0.0.1", port: 8080, family: 4 }]);
  const silent = accept(["--bitcoin.regtest", "--norest", "--restlisten=0.0.0.0:1"]);
  assert.deepEqual(silent.config.rest.listeners, []);
});

test("a node is named after its host unless it gets a name, be it an empty one", () => {
  const idOf = (...argv: string[]) => accept(["--bitcoin.regtest", ...argv]).config.cluster.id;
  assert.equal(idOf(), "host-1");
  assert.equal(idOf("--cluster.id=lnd-2"), "lnd-2");
  assert.equal(idOf("--cluster.id="), "");
});

test("a session's time to live of 0 and less means 60 seconds", () => {
  for (const [given, seconds] of [
    ["5", 5],
    ["0", 60],
    ["-7", 60],
  ] as const) {
    const { config } = accept(["--bitcoin.regtest", "--cluster.leader-session-ttl", given]);
    assert.equal(config.cluster.leaderSessionTtlSeconds, seconds);
  }
});

test("the leader's health check may be as fast as one likes, unlike the others", () => {
  const { config } = accept([
    "--bitcoin.regtest",
    "--healthcheck.leader.interval=250ms",
    "--healthcheck.leader.attempts=2",
    "--healthcheck.leader.timeout=1m",
    "--healthcheck.leader.backoff=0",
  ]);
  assert.deepEqual(config.leaderCheck, {
    intervalMs: 250,
    attempts: 2,
    timeoutMs: 60_000,
    backoffMs: 0,
  });
  assert.deepEqual(accept(["--bitcoin.regtest"]).config.leaderCheck, {
    intervalMs: 60_000,
    attempts: 1,
    timeoutMs: 5000,
    backoffMs: 5000,
  });
});

test("election with a local database is accepted, as in lnd", () => {
  const { config } = accept(["--bitcoin.regtest", "--cluster.enable-leader-election"]);
  assert.equal(config.db.backend, "bolt");
  assert.equal(config.db.etcd.host, "");
});

test("the wallet's password file must be there", () => {
  const argv = ["--bitcoin.regtest", "--wallet-unlock-password-file=~/pw"];
  const { config } = accept(argv, { files: { "/home/ann/pw": "secret" } });
  assert.equal(config.wallet.unlockPasswordFile, "/home/ann/pw");
  const { stderr } = exit(argv);
  assert.deepEqual(stderr, [
    "failed to load config: ValidateConfig: wallet unlock password file /home/ann/pw does not " +
      "exist",
  ]);
});

test("the version and the help go to stdout and end well, before anything is checked", () => {
  const version = exit(["-V", "--rpclisten=bad:bad"]);
  assert.deepEqual(version.stdout, ["lnd version 0.21.99-beta commit="]);
  assert.equal(version.exitCode, 0);
  const help = exit(["-h", "--nope"]);
  assert.match(help.stdout.join("\n"), /^Usage:\n {2}lnd \[OPTIONS\]\n/);
  assert.equal(help.exitCode, 0);
});

test("words that are no flags are passed over, as lnd does", () => {
  const { config } = accept(["start", "--bitcoin.regtest", "--", "--nope"]);
  assert.equal(config.network, "regtest");
});
