import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { lightning } from "@leaderlab/proto/lnd";
import type { Call } from "@leaderlab/rpc";
import { parseLndConfig } from "../config/config.ts";
import { type KnobSettings, plainKnobs } from "./knob-settings.ts";
import { Knobs } from "./knobs.ts";
import { KnobError, parseKnobChanges } from "./parse-knob-changes.ts";

const { signal } = new AbortController();

function knobsWith(settings: Partial<KnobSettings>) {
  const clock = createVirtualClock();
  return { clock, knobs: new Knobs({ ...plainKnobs, ...settings }, clock) };
}

/** Whether a promise has settled by now, and how. */
async function standingOf(promise: Promise<unknown>): Promise<string> {
  const settled = promise.then(
    () => "resolved",
    (error: Error) => error.message,
  );
  await new Promise(setImmediate);
  return Promise.race([settled, Promise.resolve("waits")]);
}

const callOf = (signal: AbortSignal) =>
  ({ method: lightning.methods.GetInfo, signal }) as unknown as Call;

test("a node that is held in a state goes on when it is let go", async () => {
  const { knobs } = knobsWith({ holdIn: "LOCKED" });
  let held = 0;
  const leaving = knobs.beforeLeaving("LOCKED", signal, () => {
    held += 1;
  });
  assert.equal(await standingOf(leaving), "waits");
  knobs.turn({ migrationMs: 5 });
  assert.equal(await standingOf(leaving), "waits");
  knobs.turn({ holdIn: null });
  assert.equal(await standingOf(leaving), "resolved");
  assert.equal(held, 1);
  assert.equal(await standingOf(knobs.beforeLeaving("UNLOCKED", signal, assert.fail)), "resolved");
});

test("a node that is held stops when it is asked to", async () => {
  const { knobs } = knobsWith({ holdIn: "LOCKED" });
  const stopping = new AbortController();
  const leaving = knobs.beforeLeaving("LOCKED", stopping.signal, () => {});
  stopping.abort(new Error("stopped"));
  assert.equal(await standingOf(leaving), "stopped");
});

test("a node stays longer in a state, and fails in another", async () => {
  const { clock, knobs } = knobsWith({ stateDelayMs: { UNLOCKED: 100 }, failIn: "RPC_ACTIVE" });
  const leaving = knobs.beforeLeaving("UNLOCKED", signal, assert.fail);
  clock.advance(99);
  assert.equal(await standingOf(leaving), "waits");
  clock.advance(1);
  assert.equal(await standingOf(leaving), "resolved");
  const failing = knobs.beforeLeaving("RPC_ACTIVE", signal, assert.fail);
  assert.equal(await standingOf(failing), "made to fail in RPC_ACTIVE by --sim.fail-in");
});

test("a call is late by its own name, by its service's, or by that of all; null hangs until the client gives up", async () => {
  const { clock, knobs } = knobsWith({ callDelayMs: { "*": 10, "Lightning.GetInfo": 50 } });
  const late = knobs.beforeCall(callOf(signal)) ?? assert.fail();
  clock.advance(49);
  assert.equal(await standingOf(late), "waits");
  clock.advance(1);
  assert.equal(await standingOf(late), "resolved");
  const client = new AbortController();
  knobs.turn({ callDelayMs: { GetInfo: null } });
  const hanging = knobs.beforeCall(callOf(client.signal)) ?? assert.fail();
  clock.advance(1_000_000);
  assert.equal(await standingOf(hanging), "waits");
  client.abort(new Error("gave up"));
  assert.equal(await standingOf(hanging), "gave up");
  knobs.turn({ callDelayMs: { GetState: null } });
  assert.equal(knobs.beforeCall(callOf(signal)), undefined);
});

const network = ["--bitcoin.regtest", "--bitcoin.node=nochainbackend", "--lnddir=/nowhere"];

test("the flags turn the knobs", () => {
  const outcome = parseLndConfig([
    ...network,
    "--sim.hold-in=UNLOCKED",
    "--sim.delay=UNLOCKED:2s",
    "--sim.delay=RPC_ACTIVE:1m",
    "--sim.migration-time=90s",
    "--sim.synced-to-chain",
    "--sim.block-height=7",
    "--sim.rpc-delay=GetInfo:250ms",
    "--sim.rpc-delay=*:hang",
  ]);
  assert.ok(outcome.outcome === "config");
  assert.deepEqual(outcome.config.knobs, {
    ...plainKnobs,
    holdIn: "UNLOCKED",
    stateDelayMs: { UNLOCKED: 2000, RPC_ACTIVE: 60_000 },
    migrationMs: 90_000,
    syncedToChain: true,
    blockHeight: 7,
    callDelayMs: { GetInfo: 250, "*": null },
  });
});

test("a flag that cannot be followed is refused with what it takes", () => {
  const refusals = [
    ["--sim.delay=SLEEPING:2s", /invalid value "SLEEPING:2s" for --sim.delay: STATE is one of/],
    ["--sim.delay=LOCKED", /invalid value "LOCKED" for --sim.delay: time: invalid duration ""/],
    ["--sim.migration-time=-1s", /a duration is not negative/],
    ["--sim.rpc-delay=/x:1s", /METHOD is as GetInfo or Lightning.GetInfo, or \*/],
  ] as const;
  for (const [flag, text] of refusals) {
    const outcome = parseLndConfig([...network, flag]);
    assert.ok(outcome.outcome === "exit", flag);
    assert.match(outcome.stderr.join("\n"), text);
    assert.equal(outcome.exitCode, 1);
  }
});

test("changes from outside are checked by name and value", () => {
  const changes = { holdIn: null, stateDelayMs: { LOCKED: 5 }, callDelayMs: { "*": null } };
  assert.deepEqual(parseKnobChanges(changes), changes);
  const refusals = [
    [[], /knobs are an object with some of holdIn, /],
    [{ hold: "LOCKED" }, /there is no knob hold; there are holdIn, /],
    [{ holdIn: "SLEEPING" }, /holdIn takes null or one of NON_EXISTING, /],
    [{ stateDelayMs: { LOCKED: -1 } }, /stateDelayMs takes an object of milliseconds/],
    [{ blockHeight: 1.5 }, /blockHeight takes null or a whole number/],
  ] as const;
  for (const [json, message] of refusals) {
    assert.throws(
      () => parseKnobChanges(json),
      (error) => error instanceof KnobError && message.test(error.message),
    );
  }
});
