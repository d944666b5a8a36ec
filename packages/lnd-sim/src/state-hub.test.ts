import assert from "node:assert/strict";
import { test } from "node:test";
import { createStateHub } from "./state-hub.ts";

test("a subscriber gets the state of now at once and each change once, in order", async () => {
  const hub = createStateHub();
  hub.move("LOCKED");
  const stop = new AbortController();
  const seen: string[] = [];
  const following = (async () => {
    for await (const state of hub.subscribe(stop.signal)) {
      seen.push(state);
      if (state === "SERVER_ACTIVE") stop.abort();
    }
  })();
  hub.move("UNLOCKED");
  hub.move("RPC_ACTIVE");
  hub.move("SERVER_ACTIVE");
  await following;
  assert.deepEqual(seen, ["LOCKED", "UNLOCKED", "RPC_ACTIVE", "SERVER_ACTIVE"]);
});

test("a subscription ends when its signal aborts while nothing happens", async () => {
  const stop = new AbortController();
  const states = createStateHub().subscribe(stop.signal)[Symbol.asyncIterator]();
  assert.deepEqual(await states.next(), { value: "WAITING_TO_START", done: false });
  const next = states.next();
  stop.abort();
  assert.equal((await next).done, true);
});

test("a move that lnd never makes is a fault", () => {
  assert.throws(() => createStateHub().move("SERVER_ACTIVE"), /does not move to SERVER_ACTIVE/);
});
