import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkRpcAllowed,
  mayMove,
  needsMacaroon,
  type WalletState,
  walletMoves,
  walletStates,
} from "./wallet-state.ts";

const states = Object.keys(walletStates) as WalletState[];
const getState = "/lnrpc.State/GetState";
const initWallet = "/lnrpc.WalletUnlocker/InitWallet";
const getInfo = "/lnrpc.Lightning/GetInfo";
const sendPayment = "/routerrpc.Router/SendPaymentV2";
const stopDaemon = "/lnrpc.Lightning/StopDaemon";

const waiting = "waiting to start, RPC services not available";
const noWallet = "wallet not created, create one to enable full RPC access";
const locked = "wallet locked, unlock it to enable full RPC access";
const unlocked = "wallet already unlocked, WalletUnlocker service is no longer available";
const starting =
  "the RPC server is in the process of starting up, but not yet ready to accept calls";

/** Observed on a real lnd: what it says to a call of each kind in each state; undefined when it answers. */
const observed: Record<WalletState, Record<string, string | undefined>> = {
  WAITING_TO_START: {
    [initWallet]: waiting,
    [getInfo]: waiting,
    [sendPayment]: waiting,
    [stopDaemon]: waiting,
  },
  NON_EXISTING: { [getInfo]: noWallet, [sendPayment]: noWallet, [stopDaemon]: noWallet },
  LOCKED: { [getInfo]: locked, [sendPayment]: locked, [stopDaemon]: locked },
  UNLOCKED: { [initWallet]: unlocked, [getInfo]: starting, [sendPayment]: starting },
  RPC_ACTIVE: { [initWallet]: unlocked },
  SERVER_ACTIVE: { [initWallet]: unlocked },
};

test("each state lets the calls through that lnd answers in it, and refuses the others in its words", () => {
  for (const state of states) {
    for (const path of [getState, initWallet, getInfo, sendPayment, stopDaemon]) {
      const refusal = checkRpcAllowed(state, path);
      assert.equal(refusal?.message, observed[state][path], `${path} in ${state}`);
      if (refusal !== undefined) assert.equal(refusal.code, "UNKNOWN");
    }
  }
});

test("a node goes from waiting to serving on the two ways that lnd knows, and never back", () => {
  const walk = (from: WalletState): WalletState[][] => {
    const next = walletMoves[from];
    return next.length === 0
      ? [[from]]
      : next.flatMap((to) => walk(to).map((way) => [from, ...way]));
  };
  const end: WalletState[] = ["UNLOCKED", "RPC_ACTIVE", "SERVER_ACTIVE"];
  assert.deepEqual(walk("WAITING_TO_START"), [
    ["WAITING_TO_START", "NON_EXISTING", ...end],
    ["WAITING_TO_START", "LOCKED", ...end],
  ]);
  for (const from of states) {
    for (const to of states) assert.ok(!(mayMove(from, to) && mayMove(to, from)), `${from} ${to}`);
  }
});

test("creating a wallet opens it: a node that has none is never locked in the same life", () => {
  assert.equal(mayMove("NON_EXISTING", "LOCKED"), false);
});

test("the states have lnd's numbers", () => {
  assert.deepEqual(walletStates, {
    NON_EXISTING: 0,
    LOCKED: 1,
    UNLOCKED: 2,
    RPC_ACTIVE: 3,
    SERVER_ACTIVE: 4,
    WAITING_TO_START: 255,
  });
});

test("only what must work before there is a wallet asks for no macaroon", () => {
  assert.deepEqual([getState, initWallet, getInfo, stopDaemon].map(needsMacaroon), [
    false,
    false,
    true,
    true,
  ]);
});
