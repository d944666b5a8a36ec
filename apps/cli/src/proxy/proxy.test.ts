import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import { runProxy } from "../commands/proxy.ts";
import { createFakeTerminal } from "../testing/fake-terminal.ts";
import { parseProxyOptions } from "./proxy-options.ts";

const refused: readonly (readonly [argv: readonly string[], words: RegExp])[] = [
  [[], /name the nodes, such as --backend lnd-1=/],
  [["--backend", "nope"], /--backend takes \[NAME=\]HOST:PORT/],
  [["--backend", "a=h:1", "--backend", "a=h:2"], /two backends are called "a"/],
  [["--backend", "a=h:1", "--backend", "b=h:1"], /two backends are at h:1/],
  [["--backend", "a=h:1", "--rest", "0"], /--rest needs the REST address of every backend; a has/],
  [["--backend", "h:1", "--etcd", "http://h:2379"], /every backend needs a name/],
  [["--backend", "h:1", "--etcd-prefix", "x"], /--etcd-prefix goes with --etcd/],
  [["--backend", "h:1", "--contract", "x"], /--contract takes serving or leader, not "x"/],
  [["--backend", "h:1", "--grpc", "off"], /nobody could connect/],
  [["--backend", "h:1", "--grpc", "x"], /--grpc takes HOST:PORT, PORT or off, not "x"/],
  [["--backend", "h:1", "--check-timeout", "0"], /--check-timeout takes a whole number/],
  [["--backend", "h:1", "--backend-ca", "/nope"], /--backend-ca: ENOENT/],
  [["--nope"], /Unknown option '--nope'/],
];

test("what is wrong with a command line is said with what to do, and ends with 2", async () => {
  for (const [argv, words] of refused) {
    const terminal = createFakeTerminal();
    assert.deepEqual(await runProxy(argv, terminal), { code: 2 }, argv.join(" "));
    assert.match(terminal.stderr, words);
    assert.match(terminal.stderr, /Usage: leaderlab proxy/);
  }
});

test("a backend is named by its gRPC address unless it has a name, and a port alone is one of loopback", () => {
  const options = parseProxyOptions(["--backend", "h:1", "--backend", "b=h:2,h:3", "--grpc", "7"]);
  assert.ok(options !== "help");
  const names = options.backends.map(({ name, restAddress }) => [name, restAddress]);
  assert.deepEqual(names, [
    ["h:1", undefined],
    ["b", "h:3"],
  ]);
  assert.deepEqual(options.grpc, { host: "127.0.0.1", port: 7 });
  assert.equal(options.rest, undefined, "one of them has no REST");
});

test("it says where it is and who leads, and ends with 0 when it is asked to", async () => {
  const terminal = createFakeTerminal({ clock: createRealClock() });
  const argv = ["--backend", "lnd-1=127.0.0.1:1", "--grpc", "0", "--admin", "0"];
  const ended = runProxy(argv, terminal);
  await terminal.shows("Ctrl-C stops it.");
  await terminal.shows("lnd-1: out of reach");
  terminal.signal("SIGINT");
  assert.deepEqual(await ended, { code: 0 });
  assert.match(terminal.stdout, /gRPC {4}127\.0\.0\.1:\d+ {2}to the node that leads/);
});

test("a port that is taken is named with the flag that chooses another one, and ends with 1", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const terminal = createFakeTerminal({ clock: createRealClock() });
  const argv = ["--backend", "127.0.0.1:1", "--grpc", "0", "--admin", String(port)];
  assert.deepEqual(await runProxy(argv, terminal), { code: 1 });
  assert.match(terminal.stderr, new RegExp(`127.0.0.1:${port} is in use; choose .* --admin`));
  server.close();
});
