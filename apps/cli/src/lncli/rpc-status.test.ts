import assert from "node:assert/strict";
import { test } from "node:test";
import { lndErrors } from "@leaderlab/lnd-sim";
import { RpcError } from "@leaderlab/rpc/client";
import { LncliError, lncliTexts, lndTexts } from "./lncli-texts.ts";
import { describeStatus, endingError, wrapStatus } from "./rpc-status.ts";

const messageOf = (error: unknown, verb: string) => {
  const ending = endingError(error, { name: verb });
  return ending instanceof LncliError ? ending.message : undefined;
};

test("a refusal is told with grpc-go's name of its code", () => {
  const told = (code: ConstructorParameters<typeof RpcError>[0]) =>
    describeStatus(new RpcError(code, "x"));
  assert.equal(told("UNKNOWN"), "rpc error: code = Unknown desc = x");
  assert.equal(told("CANCELLED"), "rpc error: code = Canceled desc = x");
  assert.equal(told("DEADLINE_EXCEEDED"), "rpc error: code = DeadlineExceeded desc = x");
  assert.equal(told("DATA_LOSS"), "rpc error: code = DataLoss desc = x");
});

test("a refusal that words are put before keeps its code and is told twice", () => {
  const wrapped = wrapStatus("unable to generate seed", new RpcError("UNKNOWN", "no"));
  assert.equal(
    messageOf(wrapped, "create"),
    "rpc error: code = Unknown desc = unable to generate seed: rpc error: code = Unknown desc = no",
  );
  const other = new Error("no refusal");
  assert.equal(wrapStatus("words", other), other);
});

test("a locked wallet is told in lncli's own words, an open one only to verbs that open it", () => {
  const locked = new RpcError("UNKNOWN", lndTexts.walletLocked);
  assert.equal(messageOf(locked, "getinfo"), lncliTexts.walletEncrypted);
  const open = new RpcError("UNKNOWN", lndTexts.walletUnlocked);
  assert.equal(messageOf(open, "create"), "wallet is already unlocked");
  assert.equal(messageOf(open, "getinfo"), `rpc error: code = Unknown desc = ${open.message}`);
  const otherCode = new RpcError("INTERNAL", lndTexts.walletLocked);
  assert.equal(messageOf(otherCode, "getinfo"), describeStatus(otherCode));
});

test("an error that is no refusal is a fault, and is not made an ending", () => {
  const fault = new TypeError("x");
  assert.equal(endingError(fault, { name: "state" }), fault);
});

test("the texts of lnd's that lncli looks for are lnd's", () => {
  assert.equal(lndTexts.walletLocked, lndErrors.walletLocked.text());
  assert.equal(lndTexts.walletUnlocked, lndErrors.walletUnlocked.text());
  assert.equal(lncliTexts.passwordTooShort, lndErrors.passwordTooShort.text());
});
