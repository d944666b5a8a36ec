import assert from "node:assert/strict";
import { test } from "node:test";
import { statePath, stepStanding } from "./state-path.ts";
import type { WalletState } from "./wire.ts";

const standings = (state: WalletState | null) =>
  statePath.map((_states, step) => stepStanding(step, state));

test("a waiting node stands at the first of five steps", () => {
  assert.deepEqual(standings("WAITING_TO_START"), ["now", "ahead", "ahead", "ahead", "ahead"]);
});

test("NON_EXISTING and LOCKED are the same step", () => {
  const second = ["past", "now", "ahead", "ahead", "ahead"];
  assert.deepEqual(standings("NON_EXISTING"), second);
  assert.deepEqual(standings("LOCKED"), second);
});

test("a serving node has every other step behind it", () => {
  assert.deepEqual(standings("SERVER_ACTIVE"), ["past", "past", "past", "past", "now"]);
});

test("a node without a process stands nowhere", () => {
  assert.deepEqual(standings(null), ["ahead", "ahead", "ahead", "ahead", "ahead"]);
});
