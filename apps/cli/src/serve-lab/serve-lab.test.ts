import assert from "node:assert/strict";
import { request } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import { runCommand } from "../run-command.ts";
import { createFakeTerminal, runAt } from "../testing/fake-terminal.ts";

interface Described {
  readonly name: string;
  readonly state: string;
  readonly rest: string;
  readonly rpc: string;
  readonly lndDir: string;
}

/** One request to the port at which states are changed. */
function call(url: string, method = "GET", body = "", headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, async (incoming) => {
      let text = "";
      for await (const chunk of incoming) text += chunk;
      resolve({ status: incoming.statusCode, body: JSON.parse(text) });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function serve(argv: readonly string[]) {
  const terminal = createFakeTerminal({ clock: createRealClock() });
  const ended = runCommand(["serve-lab", ...argv], terminal);
  await terminal.shows("ready");
  return {
    terminal,
    stop: () => {
      terminal.signal("SIGINT");
      return ended;
    },
  };
}

const stateOf = (node: Described) =>
  runAt(
    ["lncli", `--rpcserver=${node.rpc}`, `--lnddir=${node.lndDir}`, "--network=regtest", "state"],
    {
      clock: createRealClock(),
    },
  );

test("nodes are served in the states and at the ports that were named, and moved while it runs", async () => {
  const { terminal, stop } = await serve([
    "--json",
    "--ports",
    "first:SERVER_ACTIVE,second:waiting_to_start=0/0",
  ]);
  const { control, places } = JSON.parse(terminal.stdout) as {
    control: string;
    places: Described[];
  };
  const [first, second] = places;
  assert.ok(first !== undefined && second !== undefined);
  assert.deepEqual([second.name, second.state], ["second", "WAITING_TO_START"]);
  assert.match((await stateOf(first)).stdout, /"SERVER_ACTIVE"/);
  assert.match((await stateOf(second)).stdout, /"WAITING_TO_START"/);
  const moved = await call(`${control}/places/second`, "POST", '{"state":"RPC_ACTIVE"}');
  assert.deepEqual(moved, { status: 200, body: { ...second, state: "RPC_ACTIVE" } });
  assert.match((await stateOf(second)).stdout, /"RPC_ACTIVE"/);
  assert.match(terminal.stdout, /\{"kind":"state","name":"second","state":"RPC_ACTIVE"/);
  const listed = await call(`${control}/places`);
  assert.deepEqual(listed.body, [first, moved.body]);

  const refusals = [
    [["/places/third"], 404, /there is no third; there are first, second/],
    [["/nowhere"], 404, /there is no \/nowhere/],
    [["/places", "POST"], 405, /only listed/],
    [["/places/first", "PUT"], 405, /GET or POST/],
    [
      ["/places/first", "POST", '{"state":"SLEEPING"}'],
      400,
      /no state "SLEEPING"; states: WAITING/,
    ],
    [["/places/first", "POST", "{}"], 400, /the body is as/],
    [["/places/first", "POST", "x".repeat(5000)], 400, /too large/],
  ] as const;
  for (const [[path, ...rest], status, message] of refusals) {
    const refused = await call(control + path, ...rest);
    assert.equal(refused.status, status, path);
    assert.match((refused.body as { error: string }).error, message);
  }
  const page = await call(`${control}/places`, "GET", "", { origin: "http://example.com" });
  assert.equal(page.status, 403);
  assert.deepEqual(await stop(), { code: 0 });
});

test("without a list every state is served, as a table", async () => {
  const { terminal, stop } = await serve([]);
  const lines = terminal.stdout.split("\n");
  assert.match(lines[0] ?? "", /^name +state +REST +gRPC +lnd's folder$/);
  assert.match(lines[13] ?? "", /^lnd-13 +slow +127\.0\.0\.1:\d+ +127\.0\.0\.1:\d+ +\//);
  assert.match(
    lines[14] ?? "",
    /^ready: states are changed at http:\/\/127\.0\.0\.1:\d+\/places\/NAME/,
  );
  assert.deepEqual(await stop(), { code: 0 });
});

test("a port that is taken ends it with exit code 1, and is named", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as AddressInfo;
  for (const state of ["LOCKED", "hanging", "SERVER_ACTIVE"]) {
    const outcome = await runAt(["serve-lab", "--ports", `${state}=${port}`], {
      clock: createRealClock(),
    });
    assert.deepEqual(outcome.ending, { code: 1 });
    assert.match(outcome.stderr, new RegExp(`port ${port}\\b.*cannot be listened on`));
  }
  taken.close();
});

test("bad input ends it with exit code 2, and says what it takes", async () => {
  const refusals = [
    [["--ports", "SLEEPING=1"], /no state "SLEEPING"; states: WAITING_TO_START/],
    [["--ports", "LOCKED=1/2/3"], /takes \[NAME:\]STATE=REST\[\/GRPC\]/],
    [["--ports", "LOCKED=70000"], /whole number from 0 to 65535/],
    [["--ports", "LOCKED=8080/8080"], /port 8080 is given twice/],
    [["--ports", "a:LOCKED,a:LOCKED"], /two nodes are named a/],
    [["--ports", "LOCKED", "--states", "LOCKED"], /--ports says it all/],
    [["--states", "LOCKED,"], /no state ""/],
    [["--rest-port", "65530"], /--rest-port takes a whole number/],
    [["--slow", "0"], /--slow takes a whole number/],
    [["--wrong"], /Unknown option '--wrong'/],
  ] as const;
  for (const [argv, message] of refusals) {
    const outcome = await runAt(["serve-lab", ...argv]);
    assert.deepEqual(outcome.ending, { code: 2 }, argv.join(" "));
    assert.match(outcome.stderr, message);
  }
  const help = await runAt(["serve-lab", "--help"]);
  assert.deepEqual(help.ending, { code: 0 });
  assert.match(help.stdout, /^Usage: leaderlab serve-lab/);
});

test("ports count up from the first", async () => {
  const { parseServeLabOptions } = await import("./serve-lab-options.ts");
  const options = parseServeLabOptions([
    "--states",
    "LOCKED,slow",
    "--rest-port",
    "8080",
    "--rpc-port",
    "10009",
  ]);
  assert.ok(options !== "help");
  assert.deepEqual(options.places, [
    { name: "lnd-1", state: "LOCKED", ports: { rest: 8080, rpc: 10_009 } },
    { name: "lnd-2", state: "slow", ports: { rest: 8081, rpc: 10_010 } },
  ]);
});
