import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLndConfig } from "./config.ts";
import { createMadeUpEnvironment } from "./made-up-environment.ts";

const fromFile = ["--lnddir=/lnd", "--bitcoin.regtest"];

function read(file: string, argv: readonly string[] = fromFile) {
  return parseLndConfig(argv, createMadeUpEnvironment({ files: { "/lnd/lnd.conf": file } }));
}

function configOf(file: string, argv: readonly string[] = fromFile) {
  const outcome = read(file, argv);
  assert.ok(outcome.outcome === "config", JSON.stringify(outcome));
  return outcome.config;
}

test("the name of a flag without its group is unknown in every section", () => {
  const outcome = read("[cluster]\n\n\n\nenable-leader-election=true\n");
  assert.ok(outcome.outcome === "exit");
  const text = "/lnd/lnd.conf:5: unknown option: enable-leader-election";
  assert.deepEqual(outcome.stderr, [`failed to load config: ${text}`]);
});

test("a file without sections may hold any flag, and 1 and true are both yes", () => {
  const file = "cluster.enable-leader-election=true\nno-macaroons=1\ndb.etcd.host=10.0.0.1:2379\n";
  const config = configOf(file);
  assert.equal(config.cluster.enableLeaderElection, true);
  assert.equal(config.macaroons.isEnabled, false);
  assert.equal(config.db.etcd.host, "10.0.0.1:2379");
});

test("a section takes the flags of the groups within, in any letter case", () => {
  const config = configOf(
    "[DB]\ndb.backend=etcd\ndb.etcd.host=a:1\n[application options]\nalias=x\n",
  );
  assert.equal(config.db.backend, "etcd");
  assert.equal(config.db.etcd.host, "a:1");
  assert.equal(config.alias, "x");
});

test("the command line beats the file, and a repeatable flag of it replaces the file's", () => {
  const file = "alias=file\ncolor=#000000\nrpclisten=127.0.0.1:1\nrpclisten=127.0.0.1:2\n";
  const config = configOf(file, [...fromFile, "--alias=flag", "--rpclisten=127.0.0.1:3"]);
  assert.equal(config.alias, "flag");
  assert.equal(config.color, "#000000");
  assert.deepEqual(
    config.rpc.listeners.map((address) => "port" in address && address.port),
    [3],
  );
});

test("a repeatable flag collects its values from the whole file", () => {
  const config = configOf("restcors=a\n[Application Options]\nrestcors=b\n");
  assert.deepEqual(config.rest.corsOrigins, ["a", "b"]);
});

test("white space, comments, Windows line ends and quotes are as in any INI file", () => {
  const config = configOf('# one\r\n ; two\r\n  alias  =  "a\\tb \\u00e9"  \r\n\r\n');
  assert.equal(config.alias, "a\tb \u00e9");
});

test("a file that is not there is worth a warning unless it was asked for", () => {
  const missing = parseLndConfig(fromFile, createMadeUpEnvironment());
  assert.ok(missing.outcome === "config");
  const text = "open /lnd/lnd.conf: no such file or directory";
  assert.deepEqual(missing.log, [{ level: "WRN", subsystem: "LTND", text }]);

  const asked = parseLndConfig(["--configfile=/x.conf"], createMadeUpEnvironment());
  assert.ok(asked.outcome === "exit");
  assert.deepEqual(asked.stderr, [
    "failed to load config: specified config file does not exist in /x.conf",
  ]);
});

test("a file can ask to be strict, and then the guide's spellings on the command line are refused", () => {
  const outcome = read("sim.strict=1\n", [...fromFile, "--db.etcd.certfile=x"]);
  assert.ok(outcome.outcome === "exit");
  assert.equal(outcome.stderr[0], "unknown flag `db.etcd.certfile'");
});
