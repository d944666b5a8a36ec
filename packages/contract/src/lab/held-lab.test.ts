import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { request } from "node:https";
import { connect } from "node:net";
import { after, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { ListenError } from "@leaderlab/lnd-sim";
import * as lnd from "@leaderlab/proto/lnd";
import { createRpcClient } from "@leaderlab/rpc/client";
import type { HeldState } from "../check-report.ts";
import { startHeldLab } from "./held-lab.ts";
import type { HeldNode } from "./held-node.ts";

const clock = createRealClock();
const lab = await startHeldLab({ clock, random: createSystemRandom() });
after(() => lab.stop());

/** What a client gets that gives up after a time: the body, or the error's code. */
function ask({ ports, certificatePath }: Pick<HeldNode, "ports" | "certificatePath">) {
  return new Promise<string>((resolve) => {
    const outgoing = request(
      {
        host: "127.0.0.1",
        port: ports.rest,
        path: "/v1/state",
        agent: false,
        ca: readFileSync(certificatePath),
        timeout: 400,
      },
      async (incoming) => {
        let body = "";
        for await (const chunk of incoming) body += chunk;
        resolve(body);
      },
    );
    outgoing.on("timeout", () => outgoing.destroy(new Error("gave up")));
    outgoing.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    outgoing.end();
  });
}

const says = (state: string) => `{"state":"${state}"}`;
const seen: readonly (readonly [HeldState, RegExp | string])[] = [
  ["WAITING_TO_START", says("WAITING_TO_START")],
  ["NON_EXISTING", says("NON_EXISTING")],
  ["LOCKED", says("LOCKED")],
  ["UNLOCKED", says("UNLOCKED")],
  ["RPC_ACTIVE", says("RPC_ACTIVE")],
  ["SERVER_ACTIVE", says("SERVER_ACTIVE")],
  ["migrating", says("WAITING_TO_START")],
  ["nothing-listening", "ECONNREFUSED"],
  ["hanging", "gave up"],
  ["stopped-leader", "gave up"],
  ["tls-changed", /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/],
  ["garbage", /SSL|EPROTO/],
];

for (const [state, reply] of seen) {
  test(`a node that is held as ${state} is seen so`, async () => {
    const node = await lab.node(state);
    const body = await ask(node);
    if (typeof reply === "string") assert.equal(body, reply);
    else assert.match(body, reply);
    assert.equal(statSync(node.lndDir).mode & 0o777, 0o700);
    assert.equal(existsSync(node.macaroonPath), state !== "NON_EXISTING");
    assert.equal(
      existsSync(node.macaroonPath.replace("regtest", "mainnet")),
      state !== "NON_EXISTING",
    );
  });
}

test("a slow node answers at the time that it is given", async () => {
  const node = await lab.node("slow", { slowMs: 150 });
  const startMs = clock.now();
  assert.equal(await ask(node), says("SERVER_ACTIVE"));
  assert.ok(clock.now() - startMs >= 149);
  assert.notEqual(await lab.node("slow", { slowMs: 300 }), node);
});

test("what answers garbage does so in bytes and as somebody else's page", async () => {
  const node = await lab.node("garbage");
  const [bytes, page] = node.guises;
  assert.ok(bytes !== undefined && page !== undefined);
  assert.deepEqual(bytes.ports, node.ports);
  assert.match(
    await ask({ ports: page.ports, certificatePath: node.certificatePath }),
    /It works!/,
  );
});

test("keys can be read by their owner alone, and all files go with the lab", async () => {
  const other = await startHeldLab({ clock, random: createSystemRandom() });
  const { lndDir } = await other.node("WAITING_TO_START");
  assert.equal(statSync(`${lndDir}/tls.key`).mode & 0o777, 0o600);
  await other.stop();
  assert.ok(!existsSync(lndDir));
  assert.throws(() => other.hold("LOCKED"), /the lab is stopped/);
});

test("a node is held at the ports that it is given, until it is released", async () => {
  const first = await lab.hold("hanging");
  await first.release();
  const second = await lab.hold("SERVER_ACTIVE", { ports: first.ports });
  assert.deepEqual(second.ports, first.ports);
  await assert.rejects(lab.hold("LOCKED", { ports: first.ports }), ListenError);
  await assert.rejects(lab.hold("hanging", { ports: first.ports }), { code: "EADDRINUSE" });
  await second.release();
  const third = await lab.hold("nothing-listening", { ports: first.ports });
  assert.equal(await ask(third), "ECONNREFUSED");
});

test("a connection to a stopped leader stays", async () => {
  const node = await lab.node("stopped-leader");
  const socket = connect(node.ports.rest, "127.0.0.1");
  await new Promise((resolve) => socket.once("connect", resolve));
  let end = "";
  socket.on("close", () => {
    end = "closed";
  });
  socket.write("GET / HTTP/1.0\r\n\r\n");
  assert.equal(await ask(node), "gave up");
  assert.equal(end, "");
  socket.destroy();
});

/** Resolves with what a stream of states tells, until it ends. */
async function* statesOf(node: HeldNode) {
  const client = createRpcClient(`127.0.0.1:${node.ports.rpc}`, { insecureSkipVerify: true });
  try {
    for await (const { state } of client.serverStream(lnd.state.methods.SubscribeState, {}))
      yield state;
  } finally {
    client.close();
  }
}

test("a node that goes on keeps its connections, and goes back by a restart", async () => {
  const place = await lab.hold("WAITING_TO_START");
  const { ports } = place;
  const states = statesOf(place);
  assert.equal((await states.next()).value, "WAITING_TO_START");
  await place.turn("UNLOCKED");
  assert.equal((await states.next()).value, "LOCKED");
  assert.equal((await states.next()).value, "UNLOCKED");
  await place.turn("SERVER_ACTIVE");
  assert.equal((await states.next()).value, "RPC_ACTIVE");
  assert.equal((await states.next()).value, "SERVER_ACTIVE");
  assert.equal(place.state, "SERVER_ACTIVE");
  await place.turn("LOCKED");
  await assert.rejects(states.next());
  assert.deepEqual([place.state, place.ports], ["LOCKED", ports]);
  assert.equal(await ask(place), says("LOCKED"));
  await place.turn("nothing-listening");
  assert.equal(await ask(place), "ECONNREFUSED");
  await place.release();
  await assert.rejects(place.turn("LOCKED"), /was released/);
});

test("a node that is stopped and goes on keeps its connections", async () => {
  const place = await lab.hold("RPC_ACTIVE", { isStoppable: true });
  const states = statesOf(place);
  assert.equal((await states.next()).value, "RPC_ACTIVE");
  await place.turn("stopped-leader");
  assert.equal(await ask(place), "gave up");
  await place.turn("SERVER_ACTIVE");
  assert.equal((await states.next()).value, "SERVER_ACTIVE");
  assert.equal(await ask(place), says("SERVER_ACTIVE"));
  await place.turn("stopped-leader");
  await place.turn("WAITING_TO_START");
  assert.equal(await ask(place), says("WAITING_TO_START"));
  await states.return();
});
